namespace TrendGrains.Reading.Extract.Scoring;

/// <summary>
/// Chooses the blocks whose expected word F1 is highest, among the choices that one threshold makes: with p the chance that a block is content
/// and n its words, F1 is twice the shared words by the chosen ones plus the content's.
/// </summary>
internal static class ExpectedF1
{
    /// <summary>Where not even this can be expected, the page has no content: a wall for robots, a shell that a script was to fill.</summary>
    private const double Hopeless = 0.2;

    private const int Steps = 64;

    /// <param name="chances">0…1 for each block.</param>
    /// <param name="words">Words of each block.</param>
    /// <param name="together">
    /// True where blocks are content together or not at all, as those of an article: what is likelier than some bound that nobody knows is content.
    /// False where each is content by itself: then the best choice is the Dinkelbach (1967) solution, lower the less sure the page is.
    /// </param>
    public static bool[] Choose(ReadOnlySpan<float> chances, ReadOnlySpan<int> words, bool together)
    {
        var order = new int[chances.Length];
        var keys = chances.ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        // By place where chances are equal: the same bytes give the same text.
        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[b].CompareTo(keys[a]) : a.CompareTo(b));
        var (chosen, hits) = (new double[order.Length + 1], new double[order.Length + 1]);
        for (var i = 0; i < order.Length; i++)
        {
            chosen[i + 1] = chosen[i] + words[order[i]];
            hits[i + 1] = hits[i] + keys[order[i]] * (double)words[order[i]];
        }
        var bounds = together ? Bounds(order, keys, chosen) : [];
        var (cut, best) = (0, 0.0);
        for (var i = 1; i <= order.Length; i++)
        {
            var expected = together ? Together(chosen[i], bounds) : Apart(hits[i], chosen[i], hits[^1]);
            (cut, best) = expected > best ? (i, expected) : (cut, best);
        }
        var keep = new bool[chances.Length];
        for (var i = 0; i < cut && best >= (together ? Hopeless / 2 : Hopeless); i++)
        {
            keep[order[i]] = true;
        }
        return keep;
    }

    private static double Apart(double hits, double chosen, double content) => chosen + content == 0 ? 0 : 2 * hits / (chosen + content);

    private static double Together(double chosen, double[] bounds)
    {
        double sum = 0;
        foreach (var content in bounds)
        {
            sum += chosen + content == 0 ? 0 : 2 * Math.Min(chosen, content) / (chosen + content);
        }
        return sum / Steps;
    }

    /// <summary>How many words are content for each of the bounds, all equally likely.</summary>
    private static double[] Bounds(int[] order, float[] keys, double[] chosen)
    {
        var bounds = new double[Steps];
        var above = order.Length;
        for (var step = 0; step < Steps; step++)
        {
            while (above > 0 && keys[order[above - 1]] <= (step + 0.5f) / Steps)
            {
                above--;
            }
            bounds[step] = chosen[above];
        }
        return bounds;
    }
}
