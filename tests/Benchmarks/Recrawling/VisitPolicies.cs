using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Benchmarks.Recrawling;

/// <summary>What a policy knows of a page when it chooses.</summary>
/// <param name="True">Its true rate; only the policy that is told it may look.</param>
internal readonly record struct VisitCandidate(ChangeRate Belief, double Drawn, double Importance, double Since, double True);

/// <summary>The greatest value is visited.</summary>
internal delegate double VisitValue(VisitCandidate page);

internal static class VisitPolicies
{
    public const string Shipped = "policy, value expected over the belief";
    public const string Fixed = "fixed interval";
    public const string Known = "the same with the true rates";

    public static (string Name, VisitValue Value)[] All { get; } =
    [
        (Shipped, p => CrawlValue.Expected(p.Belief, p.Importance, p.Since)),
        ("policy, value at the mean rate", p => CrawlValue.Of(p.Belief.Mean, p.Importance, p.Since)),
        ("policy, value at a drawn rate (Thompson)", p => CrawlValue.Of(p.Drawn, p.Importance, p.Since)),
        (Fixed, p => p.Since),
        ("in proportion to the learned rate", p => p.Since * p.Belief.Mean),
        (Known, p => CrawlValue.Of(p.True, p.Importance, p.Since)),
    ];
}
