namespace TrendGrains.Benchmarks.Recrawling;

/// <summary>Pages to be kept fresh, how many visits a day may be made in all and on each host.</summary>
/// <param name="HostLimits">Empty without limits.</param>
/// <param name="Days">How long it is watched.</param>
internal sealed record WatchedWorld(PageTimeline[] Pages, double Budget, double[] HostLimits, double Days);
