namespace TrendGrains.Reading.Extract.Scoring;

/// <summary>
/// Chooses the blocks whose expected word F1 is highest: with p the chance that a block's words are content and n their number,
/// 2 Σ p n over the chosen, by the number of chosen words plus the expected number of content words. For any such ratio the best set
/// is all blocks above one threshold (Dinkelbach 1967), which is the lower the less sure the page is.
/// </summary>
internal static class ExpectedF1
{
    /// <summary>Where not even this can be expected, the page has no content: a wall for robots, a shell that a script was to fill.</summary>
    private const double Hopeless = 0.2;

    public static bool[] Choose(ReadOnlySpan<float> chances, ReadOnlySpan<int> words)
    {
        var order = new int[chances.Length];
        var keys = new float[chances.Length];
        double all = 0;
        for (var i = 0; i < chances.Length; i++)
        {
            (order[i], keys[i]) = (i, -chances[i]);
            all += chances[i] * words[i];
        }
        // By place where chances are equal: the same bytes give the same text.
        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));
        double best = 0, hits = 0, chosen = 0;
        var cut = 0;
        for (var i = 0; i < order.Length; i++)
        {
            hits += chances[order[i]] * words[order[i]];
            chosen += words[order[i]];
            var expected = chosen + all == 0 ? 0 : 2 * hits / (chosen + all);
            if (expected > best)
            {
                (best, cut) = (expected, i + 1);
            }
        }
        var keep = new bool[chances.Length];
        for (var i = 0; i < cut && best >= Hopeless; i++)
        {
            keep[order[i]] = true;
        }
        return keep;
    }
}
