using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Clustering;

/// <summary>The few open trends that an item could belong to, found by its rarest words, its MinHash bands and its place in the embedding space.</summary>
internal sealed class CandidateSearch(DocumentFrequencies frequencies, PostingIndex index, VectorWindow window)
{
    /// <summary>Trends compared in full.</summary>
    private const int MostByKeys = 24;
    private const int MostByVector = 8;

    /// <summary>Below it two texts are strangers in the embedding space, whatever else.</summary>
    private const float LeastDense = 0.35f;

    /// <summary>Index nodes looked at for one item. A key with more trends than are left of it is passed over: it tells too little.</summary>
    private const int MostNodes = 1_200;

    private readonly List<int> slots = [];
    private readonly List<int> touched = [];
    private float[] scores = new float[1024];

    /// <summary>Slots of candidates, each once. Valid until the next call.</summary>
    public List<int> For(HeldItem item, List<OpenTrend?> trends)
    {
        if (scores.Length < trends.Count)
        {
            Array.Resize(ref scores, Math.Max(trends.Count, scores.Length * 2));
        }

        slots.Clear();
        touched.Clear();
        var left = MostNodes;
        for (var k = 0; k < item.Keys.Length; k++)
        {
            var count = index.Count(item.Keys[k]);
            if (count == 0 || count > left)
            {
                continue;
            }

            left -= count;
            var weight = frequencies.Idf(item.Keys[k]);
            for (var node = index.First(item.Keys[k]); node >= 0; node = index.Next(node))
            {
                var slot = index.Slot(node);
                if (scores[slot] == 0)
                {
                    touched.Add(slot);
                }

                scores[slot] += weight + 0.01f;
            }
        }

        Best(trends);
        foreach (var slot in touched)
        {
            scores[slot] = 0;
        }

        if (item.Vector is not null)
        {
            var byKeys = slots.Count;
            window.Nearest(item.Vector, MostByVector, LeastDense, slots);
            for (var i = slots.Count - 1; i >= byKeys; i--)
            {
                if (slots.IndexOf(slots[i], 0, byKeys) >= 0)
                {
                    slots.RemoveAt(i);
                }
            }
        }

        return slots;
    }

    private void Best(List<OpenTrend?> trends)
    {
        Span<(float Score, long Ordinal, int Slot)> best = stackalloc (float, long, int)[MostByKeys];
        var count = 0;
        foreach (var slot in touched)
        {
            var (score, ordinal) = (scores[slot], trends[slot]!.Ordinal);
            if (count == MostByKeys && !Before(score, ordinal, best[^1]))
            {
                continue;
            }

            count = Math.Min(count + 1, MostByKeys);
            var at = count - 1;
            while (at > 0 && Before(score, ordinal, best[at - 1]))
            {
                best[at] = best[at - 1];
                at--;
            }

            best[at] = (score, ordinal, slot);
        }

        for (var i = 0; i < count; i++)
        {
            slots.Add(best[i].Slot);
        }
    }

    /// <summary>The higher score, then the younger trend.</summary>
    private static bool Before(float score, long ordinal, (float Score, long Ordinal, int Slot) other) =>
        score > other.Score || (score == other.Score && ordinal > other.Ordinal);
}
