using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Evaluation;

/// <summary>WCXB's measure: lower-case words as bags, precision, recall and F1 a page, averaged over pages.</summary>
public static partial class WordF1
{
    /// <summary>1, 1, 1 for two texts without words; 0, 0, 0 where only one has none.</summary>
    public static (double Precision, double Recall, double F1) Of(string predicted, string gold)
    {
        var expected = Bag(gold, out var expectedWords);
        var actual = Bag(predicted, out var actualWords);
        if (expectedWords == 0 || actualWords == 0)
        {
            return expectedWords == actualWords ? (1, 1, 1) : (0, 0, 0);
        }
        var shared = 0;
        foreach (var (word, times) in actual)
        {
            shared += Math.Min(times, expected.GetValueOrDefault(word));
        }
        var precision = (double)shared / actualWords;
        var recall = (double)shared / expectedWords;
        return (precision, recall, shared == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static Dictionary<string, int> Bag(string text, out int words)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        words = 0;
        foreach (var match in Words(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            bag[word] = bag.GetValueOrDefault(word) + 1;
            words++;
        }
        return bag;
    }

    /// <summary>The words of a text, one after another.</summary>
    internal static Regex.ValueMatchEnumerator Words(string text) => Word().EnumerateMatches(text);

    // Python's \w over str: letters, digits and the underscore, no combining marks.
    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}
