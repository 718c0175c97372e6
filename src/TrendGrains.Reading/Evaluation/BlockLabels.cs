namespace TrendGrains.Reading.Evaluation;

/// <summary>
/// Which share of each block's words a page's gold text holds, each gold word counted once: the longest blocks look first for their longest
/// runs of words in the gold, short ones then only beside what stands around them.
/// </summary>
internal static class BlockLabels
{
    private const int RunWords = 4;
    private const int Slack = 40;

    public static (int[] Words, double[] Shares) Of(IReadOnlyList<string> blocks, string gold)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var goldWords = Number(gold, numbers);
        var words = blocks.Select(b => Number(b, numbers)).ToArray();
        var taken = new bool[goldWords.Length];
        var found = new int[words.Length];
        var places = new (int First, int End)[words.Length];
        Array.Fill(places, (-1, -1));
        var runs = Runs(goldWords);
        foreach (var block in Enumerable.Range(0, words.Length).Where(b => words[b].Length >= RunWords).OrderByDescending(b => words[b].Length).ThenBy(b => b))
        {
            found[block] = TakeRuns(words[block], goldWords, taken, runs, Expected(places, block), out places[block]);
        }
        for (var block = 0; block < words.Length; block++)
        {
            if (words[block].Length is > 0 and < RunWords)
            {
                found[block] = TakeShort(words[block], goldWords, taken, places, block);
            }
        }
        return ([.. words.Select(w => w.Length)], [.. words.Select((w, i) => w.Length == 0 ? 0 : (double)found[i] / w.Length)]);
    }

    private static int[] Number(string text, Dictionary<string, int> numbers)
    {
        var row = new List<int>();
        foreach (var match in WordF1.Words(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (!numbers.TryGetValue(word, out var number))
            {
                numbers[word] = number = numbers.Count;
            }
            row.Add(number);
        }
        return [.. row];
    }

    private static Dictionary<(int, int, int, int), List<int>> Runs(int[] words)
    {
        var runs = new Dictionary<(int, int, int, int), List<int>>();
        for (var i = 0; i + RunWords <= words.Length; i++)
        {
            var key = (words[i], words[i + 1], words[i + 2], words[i + 3]);
            if (!runs.TryGetValue(key, out var at))
            {
                runs[key] = at = [];
            }
            at.Add(i);
        }
        return runs;
    }

    /// <summary>Where the gold words of the nearest placed block before this one end.</summary>
    private static int Expected((int First, int End)[] places, int block)
    {
        for (var i = block - 1; i >= 0; i--)
        {
            if (places[i].End >= 0)
            {
                return places[i].End;
            }
        }
        return 0;
    }

    private static int TakeRuns(int[] block, int[] gold, bool[] taken, Dictionary<(int, int, int, int), List<int>> runs, int expected, out (int First, int End) place)
    {
        place = (-1, -1);
        var found = 0;
        for (var i = 0; i + RunWords <= block.Length;)
        {
            var (best, length) = (-1, 0);
            if (runs.TryGetValue((block[i], block[i + 1], block[i + 2], block[i + 3]), out var starts))
            {
                foreach (var start in starts)
                {
                    var same = 0;
                    while (i + same < block.Length && start + same < gold.Length && !taken[start + same] && gold[start + same] == block[i + same])
                    {
                        same++;
                    }
                    if (same > length || (same == length && same > 0 && Math.Abs(start - expected) < Math.Abs(best - expected)))
                    {
                        (best, length) = (start, same);
                    }
                }
            }
            if (length < RunWords)
            {
                i++;
                continue;
            }
            Array.Fill(taken, true, best, length);
            place = place.First < 0 ? (best, best + length) : (Math.Min(place.First, best), Math.Max(place.End, best + length));
            expected = best + length;
            found += length;
            i += length;
            // What stands between two runs of one block and is left over in the gold at that place belongs to it too: a word joined or parted there.
        }
        return found;
    }

    private static int TakeShort(int[] block, int[] gold, bool[] taken, (int First, int End)[] places, int at)
    {
        var from = Expected(places, at);
        var next = Array.FindIndex(places, at + 1, p => p.First >= 0);
        var to = next < 0 ? gold.Length : places[next].First;
        var (low, high) = to >= from ? (Math.Max(from - 3, 0), Math.Min(to + 3, from + Slack * 4)) : (Math.Max(0, from - 3), from + Slack);
        for (var i = low; i + block.Length <= Math.Min(high, gold.Length); i++)
        {
            var same = 0;
            while (same < block.Length && !taken[i + same] && gold[i + same] == block[same])
            {
                same++;
            }
            if (same == block.Length)
            {
                Array.Fill(taken, true, i, same);
                places[at] = (i, i + same);
                return same;
            }
        }
        return 0;
    }
}
