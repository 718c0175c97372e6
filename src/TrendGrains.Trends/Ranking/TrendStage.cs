namespace TrendGrains.Trends.Ranking;

/// <summary>Where a trend stands in its life. Stored and printed as the lower-case name.</summary>
public enum TrendStage
{
    New,
    Climbing,
    Exploding,
    Peaking,
    Cooling,
    Over,
}
