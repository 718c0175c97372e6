using TrendGrains.Text;
using TrendGrains.Text.Counting;
using TrendGrains.Text.Korean;

namespace TrendGrains.Trends.Clustering;

/// <summary>The words that tell a trend from others, in a form to be read: as they stand in titles, a Korean noun without its particle.</summary>
internal static class TrendKeywords
{
    private const int Most = 8;

    /// <summary>Heaviest first, at most eight.</summary>
    public static string[] Of(OpenTrend trend, DocumentFrequencies frequencies)
    {
        var words = new Dictionary<uint, Word>();
        var read = new List<Term>();
        foreach (var held in trend.Held)
        {
            read.Clear();
            TermReader.ReadBySuffixes(held.Title, read);
            foreach (var term in read)
            {
                if (term.Kind != TermKind.Number && term.Length > 1)
                {
                    var word = words.TryGetValue(term.Key, out var known) ? known : words[term.Key] = new Word(term.Key, words.Count);
                    word.Forms.Add(held.Title.Substring(term.Start, term.Length));
                }
            }
        }

        foreach (var word in words.Values)
        {
            word.Weight = Weight(word.Key, trend, frequencies) * frequencies.Idf(word.Key);
        }

        return [.. words.Values.OrderByDescending(w => w.Weight).ThenBy(w => w.Place).Take(Most).Select(w => Surface(w.Forms)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Mean frequency over the held items, squared where only some have it: what one item alone says is no keyword of the trend.</summary>
    private static float Weight(uint term, OpenTrend trend, DocumentFrequencies frequencies)
    {
        var (sum, holders) = (0f, 0);
        foreach (var held in trend.Held)
        {
            var at = Array.BinarySearch(held.Terms, term);
            sum += at >= 0 ? held.Frequencies[at] : 0;
            holders += at >= 0 ? 1 : 0;
        }

        return sum / trend.Held.Count * holders / trend.Held.Count;
    }

    private static string Surface(List<string> forms)
    {
        if (!Scripts.IsHangul(forms[0][0]))
        {
            var form = forms.GroupBy(f => f).OrderByDescending(g => g.Count()).First().Key;
            var tail = form.LastIndexOfAny(['\'', '’']);
            return tail > 0 && form.Length - tail <= 3 ? form[..tail] : form;
        }

        // What two different forms have in common is the noun; one form alone is cut by rule.
        var common = forms[0];
        foreach (var form in forms)
        {
            common = common[..common.AsSpan().CommonPrefixLength(form)];
        }

        var several = forms.Exists(f => f != forms[0]);
        return several && common.Length > 1 ? common : forms.MinBy(f => f.Length) is var shortest && several ? shortest! : shortest![..KoreanStem.Surface(shortest)];
    }

    private sealed class Word(uint key, int place)
    {
        public uint Key => key;
        public int Place => place;
        public List<string> Forms { get; } = [];
        public float Weight { get; set; }
    }
}
