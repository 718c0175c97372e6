namespace TrendGrains.Inference.Evaluation.Meaning;

/// <summary>Spearman's rank correlation; equal values share the mean of their ranks.</summary>
public static class RankCorrelation
{
    /// <summary>-1 to 1; 0 where either side is all alike.</summary>
    public static double Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count != right.Count)
        {
            throw new ArgumentException($"{left.Count} values against {right.Count}.", nameof(right));
        }
        var (a, b) = (Ranks(left), Ranks(right));
        // The mean of the ranks, tied or not.
        var middle = (left.Count - 1) / 2.0;
        var (both, one, two) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - middle) * (b[i] - middle);
            one += (a[i] - middle) * (a[i] - middle);
            two += (b[i] - middle) * (b[i] - middle);
        }
        return one == 0 || two == 0 ? 0 : both / Math.Sqrt(one * two);
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[order.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }
            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + end - 1) / 2.0;
            }
            start = end;
        }
        return ranks;
    }
}
