namespace TrendGrains.Reading.Evaluation;

/// <summary>How well decisions among labels agree with the truth, and how far their probabilities can be believed. Pure.</summary>
public static class DecisionScore
{
    private const int Bins = 10;
    private const int Resamples = 1000;

    /// <summary>F1 of each label; 0 for one that is neither true nor said anywhere.</summary>
    public static double[] F1(IReadOnlyList<(int Truth, int Said)> decisions, int labels)
    {
        var (both, truths, saids) = (new int[labels], new int[labels], new int[labels]);
        foreach (var (truth, said) in decisions)
        {
            both[truth] += truth == said ? 1 : 0;
            truths[truth]++;
            saids[said]++;
        }
        return [.. Enumerable.Range(0, labels).Select(l => truths[l] + saids[l] == 0 ? 0 : 2.0 * both[l] / (truths[l] + saids[l]))];
    }

    public static double Precision(IReadOnlyList<(int Truth, int Said)> decisions, int label) =>
        decisions.Count(d => d.Said == label) is > 0 and var said ? (double)decisions.Count(d => d.Said == label && d.Truth == label) / said : 1;

    public static double Recall(IReadOnlyList<(int Truth, int Said)> decisions, int label) =>
        decisions.Count(d => d.Truth == label) is > 0 and var truths ? (double)decisions.Count(d => d.Said == label && d.Truth == label) / truths : 1;

    /// <summary>
    /// Expected calibration error (Guo et al. 2017): over ten bins of equal width, how far the mean probability given to what was said lies
    /// from the share in which it was true, weighed by how many fall into the bin.
    /// </summary>
    public static double CalibrationError(IReadOnlyList<(double Probability, bool IsTrue)> claims)
    {
        if (claims.Count == 0)
        {
            return 0;
        }
        return claims.GroupBy(c => Math.Min(Bins - 1, (int)(c.Probability * Bins)))
            .Sum(bin => bin.Count() * Math.Abs(bin.Average(c => c.Probability) - bin.Average(c => c.IsTrue ? 1.0 : 0))) / claims.Count;
    }

    /// <summary>The middle 95 % of a measure over resamples of whole groups (sites), drawn with a fixed seed: pages of a site are alike.</summary>
    public static (double Low, double High) Interval<T>(IReadOnlyList<T> items, Func<T, string> group, Func<IReadOnlyList<T>, double> measure)
    {
        var groups = items.GroupBy(group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var random = new Random(20261121);
        var measures = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var drawn = new List<T>(items.Count);
            for (var j = 0; j < groups.Length; j++)
            {
                drawn.AddRange(groups[random.Next(groups.Length)]);
            }
            measures[i] = measure(drawn);
        }
        Array.Sort(measures);
        return (measures[(int)(Resamples * 0.025)], measures[(int)(Resamples * 0.975)]);
    }
}
