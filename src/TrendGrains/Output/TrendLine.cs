using TrendGrains.Storage.Trends;

namespace TrendGrains.Output;

/// <summary>A line of <c>trends --json</c>.</summary>
internal sealed record TrendLine(
    Guid Id, string Label, string Language, string Stage, double Score, int? Rank, int Items, int Sources,
    DateTimeOffset FirstSeen, DateTimeOffset LastSeen, string[] Keywords, string? Topic, double? Tone, double? Severity)
{
    public static TrendLine Of(RankedTrend trend) => new(
        trend.Id, trend.Label, trend.Language, trend.Stage, Math.Round(trend.Score, 4), trend.Rank, trend.Items, trend.Sources,
        trend.FirstSeen, trend.LastSeen, trend.Keywords, trend.Topic, Rounded(trend.Tone), Rounded(trend.Severity));

    private static double? Rounded(float? value) => value is { } known ? Math.Round(known, 4) : null;
}
