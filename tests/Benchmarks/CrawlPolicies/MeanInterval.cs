namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>A mean over seeds and half the width of its 95 % interval by Student's t.</summary>
internal readonly record struct MeanInterval(double Mean, double Half)
{
    /// <summary>Two-sided 0.975 quantiles by degrees of freedom, from one.</summary>
    private static readonly double[] quantiles =
        [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086];

    public static MeanInterval Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        if (values.Count < 2)
        {
            return new MeanInterval(mean, double.NaN);
        }

        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
        return new MeanInterval(mean, quantiles[Math.Min(values.Count - 2, quantiles.Length - 1)] * deviation / Math.Sqrt(values.Count));
    }
}
