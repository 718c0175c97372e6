using System.Text.RegularExpressions;
using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Evaluation;

/// <summary>
/// The best word F1 that a choice of whole blocks can reach against a gold text: what the cutting of a page into blocks leaves possible,
/// however good the chooser. Words are counted as <c>WordF1</c> counts them.
/// </summary>
public static partial class BlockOracle
{
    private const int MostRounds = 12;

    /// <summary>The best choice among a page's blocks.</summary>
    public static OracleChoice Choose(WcxbPage page)
    {
        var document = HtmlSource.Parse(BodyDecoder.Decode(page.Body, null), out _);
        var blocks = BlockBuilder.Build(PageTree.Of(document.Body ?? document.DocumentElement).Nodes);
        return Choose(blocks.ConvertAll(b => b.Text), page.Text);
    }

    /// <summary>
    /// F1 of the best choice found, and which blocks it takes. Starts from the blocks most of whose words the gold still needs, in order,
    /// then flips single blocks while that gains: no exact optimum, but a choice that can be had.
    /// </summary>
    public static OracleChoice Choose(IReadOnlyList<string> blocks, string gold)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = blocks.Select(b => Words(b, ids)).ToArray();
        var goldWords = Words(gold, ids);
        var need = new int[ids.Count];
        foreach (var word in goldWords)
        {
            need[word]++;
        }
        var have = new int[ids.Count];
        var taken = new bool[blocks.Count];
        var (shared, size) = (0, 0);
        void Take(int block)
        {
            foreach (var word in words[block])
            {
                shared += have[word]++ < need[word] ? 1 : 0;
            }
            size += words[block].Length;
            taken[block] = true;
        }
        void Drop(int block)
        {
            foreach (var word in words[block])
            {
                shared -= --have[word] < need[word] ? 1 : 0;
            }
            size -= words[block].Length;
            taken[block] = false;
        }
        double F1() => size + goldWords.Length == 0 ? 1 : 2.0 * shared / (size + goldWords.Length);

        for (var block = 0; block < words.Length; block++)
        {
            var before = shared;
            Take(block);
            if (words[block].Length == 0 || (shared - before) * 2 <= words[block].Length)
            {
                Drop(block);
            }
        }
        var isBetter = true;
        for (var round = 0; isBetter && round < MostRounds; round++)
        {
            isBetter = false;
            for (var block = 0; block < words.Length; block++)
            {
                if (words[block].Length == 0)
                {
                    continue;
                }
                var before = F1();
                Action<int> flip = taken[block] ? Drop : Take, back = taken[block] ? Take : Drop;
                flip(block);
                if (F1() > before + 1e-12)
                {
                    isBetter = true;
                }
                else
                {
                    back(block);
                }
            }
        }
        var reach = new int[ids.Count];
        foreach (var word in words.SelectMany(w => w))
        {
            reach[word]++;
        }
        var reachable = need.Select((n, word) => Math.Min(n, reach[word])).Sum();
        return new OracleChoice(F1(), goldWords.Length == 0 ? 1 : (double)reachable / goldWords.Length, taken);
    }

    private static int[] Words(string text, Dictionary<string, int> ids)
    {
        var words = new List<int>();
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (!ids.TryGetValue(word, out var id))
            {
                ids[word] = id = ids.Count;
            }
            words.Add(id);
        }
        return [.. words];
    }

    // Python's \w over str, as in WCXB's own scorer.
    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}

/// <param name="F1">Word F1 of the blocks taken.</param>
/// <param name="Reachable">Share of the gold's words that stand in any block of the page.</param>
/// <param name="Taken">One for each block.</param>
public sealed record OracleChoice(double F1, double Reachable, bool[] Taken);
