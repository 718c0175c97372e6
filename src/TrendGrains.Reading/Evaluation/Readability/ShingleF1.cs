using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Evaluation.Readability;

/// <summary>The measure of article extraction benchmarks: F1 over the bags of runs of four words.</summary>
public static partial class ShingleF1
{
    private const int Length = 4;

    public static double Of(string found, string gold)
    {
        var (actual, expected) = (Bag(found, out var said), Bag(gold, out var wanted));
        if (said == 0 || wanted == 0)
        {
            return said == wanted ? 1 : 0;
        }
        double both = actual.Sum(s => Math.Min(s.Value, expected.GetValueOrDefault(s.Key)));
        return 2 * both / (said + wanted);
    }

    private static Dictionary<string, int> Bag(string text, out int count)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToArray();
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        // A text shorter than a run is one run.
        count = words.Length == 0 ? 0 : Math.Max(1, words.Length - Length + 1);
        for (var i = 0; i < count; i++)
        {
            var run = string.Join(' ', words, i, Math.Min(Length, words.Length - i));
            bag[run] = bag.GetValueOrDefault(run) + 1;
        }
        return bag;
    }

    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}
