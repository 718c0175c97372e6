namespace TrendGrains.Crawling.Freshness;

/// <summary>
/// What is believed of a page that nobody has visited twice, learned from the pages like it (empirical Bayes): the gamma whose mean and mean
/// logarithm are those of what is believed of them, one step of expectation-maximisation at a time.
/// </summary>
public static class ChangePrior
{
    private const double LeastShape = 0.1;
    private const double MostShape = 3;

    /// <summary>Fewer pages say nothing of the next one.</summary>
    private const int FewestPages = 10;

    /// <param name="beliefs">Of pages that were visited again at least once.</param>
    /// <param name="before">The prior that they began with.</param>
    public static ChangeRate Fit(IReadOnlyCollection<ChangeRate> beliefs, ChangeRate before)
    {
        if (beliefs.Count < FewestPages)
        {
            return before;
        }

        var mean = beliefs.Average(b => b.Mean);
        var spread = Math.Log(mean) - beliefs.Average(b => Digamma(b.Shape) - Math.Log(b.Days));

        // Minka, "Estimating a gamma distribution", 2002: a close start, then Newton on ln a - digamma(a) = spread.
        var shape = (3 - spread + Math.Sqrt(((spread - 3) * (spread - 3)) + (24 * spread))) / (12 * spread);
        shape = double.IsFinite(shape) ? Math.Clamp(shape, LeastShape, MostShape) : MostShape;
        return new(shape, shape / mean);
    }

    private static double Digamma(double x)
    {
        var below = 0.0;
        for (; x < 6; x++)
        {
            below -= 1 / x;
        }

        var square = 1 / (x * x);
        return below + Math.Log(x) - (0.5 / x) - (square * ((1.0 / 12) - (square * ((1.0 / 120) - (square / 252)))));
    }
}
