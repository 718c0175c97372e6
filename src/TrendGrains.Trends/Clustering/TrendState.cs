using TrendGrains.Trends.Ranking;

namespace TrendGrains.Trends.Clustering;

/// <summary>One trend as its board knows it now.</summary>
/// <param name="Label">Title of its most central item; its first item's where that cannot be said.</param>
/// <param name="Sources">How many different sources spoke.</param>
/// <param name="Keywords">Heaviest terms first, at most eight.</param>
public sealed record TrendState(
    Guid Id, Guid FirstItem, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, int Items, int Sources, Heat Heat, string Label, string[] Keywords);
