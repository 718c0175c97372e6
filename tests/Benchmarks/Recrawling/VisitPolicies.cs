using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Benchmarks.Recrawling;

/// <summary>What a policy knows of a page when it chooses.</summary>
/// <param name="True">Its true rate; only the policy that is told it may look.</param>
internal readonly record struct VisitCandidate(ChangeRate Belief, double Drawn, double Importance, double Since, double True);

/// <summary>How the next page is chosen at equal budget: the one of the greatest value.</summary>
/// <param name="LearnsPrior">What is believed of a page that is hardly known comes from the others.</param>
internal sealed record VisitPolicy(string Name, Func<VisitCandidate, double> Value, bool LearnsPrior = true)
{
    public static VisitPolicy Shipped { get; } = new("policy", p => CrawlValue.Expected(p.Belief, p.Importance, p.Since));

    public static VisitPolicy Fixed { get; } = new("fixed interval", p => p.Since);

    /// <summary>Knows what nobody can know.</summary>
    public static VisitPolicy Known { get; } = new("policy that knows the true rates", p => CrawlValue.Of(p.True, p.Importance, p.Since));

    public static VisitPolicy[] All { get; } =
    [
        Shipped,
        Shipped with { Name = "policy, fixed prior", LearnsPrior = false },
        new("policy, value at the mean rate", p => CrawlValue.Of(p.Belief.Mean, p.Importance, p.Since)),
        new("policy, value at a drawn rate (Thompson)", p => CrawlValue.Of(p.Drawn, p.Importance, p.Since)),
        Fixed,
        new("in proportion to the learned rate", p => p.Since * p.Belief.Mean),
        Known,
    ];
}
