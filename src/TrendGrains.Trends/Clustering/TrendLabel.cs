using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Clustering;

/// <summary>Chooses the title that a trend goes by: one that its items share most of, and that reads well on a card.</summary>
internal static class TrendLabel
{
    /// <summary>A label stays until another is so much better: readers know a trend by it.</summary>
    private const float Better = 1.25f;

    /// <summary>Looks again after the 1st, 2nd, 3rd, 4th, 6th, 9th … item.</summary>
    public static void Review(OpenTrend trend, DocumentFrequencies frequencies)
    {
        if (trend.Items < trend.NextReview && trend.Label.Length > 0)
        {
            return;
        }

        trend.NextReview = trend.Items + Math.Max(1, trend.Items / 2);
        var label = trend.Label;
        var toBeat = label.Length == 0 ? 0 : Better * Worth(label, Terms(label), trend, frequencies);
        foreach (var held in trend.Held)
        {
            var worth = held.Title.Length == 0 ? 0 : Worth(held.Title, held.TitleTerms, trend, frequencies);
            if (worth > toBeat || (label.Length == 0 && held.Title.Length > 0))
            {
                (label, toBeat) = (held.Title, worth);
            }
        }

        trend.Label = label;
    }

    private static float Worth(string title, uint[] terms, OpenTrend trend, DocumentFrequencies frequencies)
    {
        var shared = 0f;
        foreach (var term in terms)
        {
            var holders = 0;
            foreach (var held in trend.Held)
            {
                holders += Array.BinarySearch(held.Terms, term) >= 0 ? 1 : 0;
            }

            shared += frequencies.Idf(term) * holders / trend.Held.Count;
        }

        // Divided by the root of its length: each word must earn its place, yet one word alone is no title.
        return shared / MathF.Sqrt(Math.Max(4, terms.Length)) * Form(title);
    }

    /// <summary>1 for a plain headline; less for what is long, cut off, asks, shouts or carries a desk's marks.</summary>
    private static float Form(string title)
    {
        var wide = 0;
        foreach (var c in title)
        {
            wide += c >= '\u1100' ? 2 : 1;
        }

        var form = wide is >= 20 and <= 90 ? 1f : wide < 20 ? 0.7f : 0.8f;
        form *= title[^1] is '…' or '?' || title.EndsWith("...", StringComparison.Ordinal) ? 0.8f : 1;
        form *= title[0] is '[' or '(' or '<' or '【' or '"' or '“' or '\'' or '‘' ? 0.85f : 1;
        return title.Contains('|') || title.Contains(':') ? form * 0.9f : form;
    }

    private static uint[] Terms(string title)
    {
        var read = new List<Term>();
        TermReader.ReadBySuffixes(title, read);
        return [.. read.Select(t => t.Key).Distinct()];
    }
}
