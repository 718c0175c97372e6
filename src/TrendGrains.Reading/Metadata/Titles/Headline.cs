using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata.Titles;

/// <summary>A heading that may be the page's own.</summary>
/// <param name="Node">Its place in the page.</param>
internal readonly record struct Heading(int Node, string Text, Tag Tag);

/// <summary>Finds the heading that a reader takes for the page's title.</summary>
internal static class Headline
{
    private const int MostHeadings = 60;
    private const int Longest = 300;
    private const double Backed = 0.5;
    private const double Hinted = 0.3;
    private const Hint Elsewhere = Hint.Navigation | Hint.Footer | Hint.Popup | Hint.Related | Hint.Sidebar | Hint.Comments | Hint.Hidden | Hint.Advert;

    private static readonly string[] generic = ["blog", "news", "home", "menu", "search", "articles", "resources", "press release", "newsroom", "forum", "forums", "insights", "뉴스", "기사", "홈"];

    /// <summary>All headings outside navigation and the like, in page order.</summary>
    public static List<Heading> All(ReadOnlySpan<PageNode> nodes)
    {
        var headings = new List<Heading>();
        for (var i = 1; i < nodes.Length && headings.Count < MostHeadings; i++)
        {
            if (nodes[i].Tag is >= Tag.H1 and <= Tag.H4 && TextOf(nodes, i) is { } text)
            {
                headings.Add(new Heading(i, text, nodes[i].Tag));
            }
        }
        return headings;
    }

    /// <summary>The heading of the page: an h1 that the page's titles back, else any heading that equals one, else the only h1.</summary>
    public static Heading? Choose(ReadOnlySpan<PageNode> nodes, List<Heading> headings, List<string> titles, SiteNames site)
    {
        Heading? best = null;
        double bestScore = 0;
        var leads = titles.SelectMany(Leads).ToHashSet(StringComparer.Ordinal);
        var known = titles.ConvertAll(t => new TitleWords(t));
        TitleWords? firstWords = null;
        var firsts = 0;
        Heading? first = null;
        foreach (var heading in headings)
        {
            var isAway = (nodes[heading.Node].Around & Elsewhere) != 0;
            var words = new TitleWords(heading.Text);
            var isSite = site.Includes(heading.Text) && !known.Exists(t => t.Key == words.Key);
            if (isSite || generic.Contains(heading.Text.ToLowerInvariant()))
            {
                continue;
            }
            if (heading.Tag == Tag.H1 && !isAway)
            {
                firsts++;
                first ??= heading;
                firstWords ??= words;
            }
            var agreement = known.Count == 0 ? 0 : known.Max(words.Agreement);
            var isLead = leads.Contains(words.Key);
            var isBacked = heading.Tag == Tag.H1 ? agreement >= Backed : isLead && heading.Text.Length >= 4;
            var score = isBacked ? agreement + (heading.Tag == Tag.H1 ? 1 : 0.5) + (isLead ? 0.6 : 0) - (isAway ? 0.7 : 0) : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (heading, score);
            }
        }
        if (best is not null || firsts != 1 || first is not { Text.Length: >= 3 } only)
        {
            return best;
        }
        // The only h1 of a page whose head speaks of something else is seldom its title.
        return titles.Count == 0 || known.Max(firstWords!.Agreement) >= Hinted ? only : null;
    }

    /// <summary>Where no heading element is the title: the first line that says the same.</summary>
    public static Heading? InLines(ReadOnlySpan<PageNode> nodes, List<Block> blocks, List<string> titles)
    {
        var leads = titles.SelectMany(Leads).Where(l => l.Length >= LeastLine).ToHashSet(StringComparer.Ordinal);
        foreach (var block in blocks.Take(MostLines))
        {
            if (block.Chars <= Longest && leads.Contains(SiteNames.Key(block.Text)) && (nodes[block.Owner].Around & Elsewhere) == 0 && !nodes[block.Node].IsInLink)
            {
                return new Heading(block.Node, block.Text, Tag.P);
            }
        }
        return null;
    }

    private const int LeastLine = 8;
    private const int MostLines = 500;

    /// <summary>A title and its first part: "Ownership" of "Ownership - The Book".</summary>
    private static IEnumerable<string> Leads(string title)
    {
        yield return SiteNames.Key(title);
        var cut = title.AsSpan().IndexOfAny(parting);
        if (cut > 1 && SiteNames.Key(title[..cut]) is { Length: >= 4 } lead)
        {
            yield return lead;
        }
    }

    private static readonly System.Buffers.SearchValues<string> parting = System.Buffers.SearchValues.Create([" | ", " - ", " – ", " — ", " · ", " :: "], StringComparison.Ordinal);

    // White space folds; what is as long as this is no heading even so, and headings may stand in one another.
    private const int Enough = 20_000;

    private static string? TextOf(ReadOnlySpan<PageNode> nodes, int heading)
    {
        var parts = new System.Text.StringBuilder();
        for (var i = heading + 1; i < nodes[heading].End && parts.Length <= Enough; i++)
        {
            if (nodes[i].Tag == Tag.Text)
            {
                parts.Append(nodes[i].Text);
            }
            else if (nodes[i].Tag == Tag.Br || nodes[i].Tag.IsBlock())
            {
                parts.Append(' ');
            }
            else if ((nodes[i].Hints & Hint.Hidden) != 0)
            {
                i = nodes[i].End - 1;
            }
        }
        return parts.Length <= Enough && TitleText.Clean(parts.ToString()) is { Length: > 0 and <= Longest } text ? text : null;
    }
}
