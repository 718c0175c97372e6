using TrendGrains.Text;

namespace TrendGrains.Inference.Evaluation;

/// <summary>
/// ROUGE-1 (Lin 2004): how many words two texts share, each counted as often as it stands in both. Words are runs of letters and digits in lower case,
/// not stemmed, stop words kept; ideographs count one by one. Of Korean the words are eojeols, so figures are lower than over morphemes.
/// </summary>
public readonly record struct Rouge1(double Precision, double Recall, double F1)
{
    public static Rouge1 Of(string candidate, string reference)
    {
        var (said, wanted) = (Words(candidate), Words(reference));
        var (all, needed) = (said.Values.Sum(), wanted.Values.Sum());
        var shared = said.Sum(w => Math.Min(w.Value, wanted.GetValueOrDefault(w.Key)));
        var (precision, recall) = (all == 0 ? 0 : (double)shared / all, needed == 0 ? 0 : (double)shared / needed);
        return new Rouge1(precision, recall, shared == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static Dictionary<string, int> Words(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            var alone = isWord && (Scripts.IsHan(text[i]) || Scripts.IsKana(text[i]));
            if (start >= 0 && (!isWord || alone))
            {
                Add(counts, text[start..i]);
                start = -1;
            }
            if (alone)
            {
                Add(counts, text[i..(i + 1)]);
            }
            else if (isWord && start < 0)
            {
                start = i;
            }
        }
        return counts;
    }

    private static void Add(Dictionary<string, int> counts, string word)
    {
        word = word.ToLowerInvariant();
        counts[word] = counts.GetValueOrDefault(word) + 1;
    }
}
