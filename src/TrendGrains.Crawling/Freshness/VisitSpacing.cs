namespace TrendGrains.Crawling.Freshness;

public enum VisitSpacing
{
    /// <summary>At equal intervals: freshness (1 - e^-x) / x, x = rate / visits.</summary>
    Even,

    /// <summary>As a Poisson process, as Azar et al. take it: freshness visits / (visits + rate), and the optimum in closed form, sqrt(importance × rate / multiplier) - rate.</summary>
    Random,
}
