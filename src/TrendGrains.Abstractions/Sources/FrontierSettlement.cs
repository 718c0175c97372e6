namespace TrendGrains.Abstractions.Sources;

/// <summary>What becomes of one frontier URL: done for good, or due again at a time.</summary>
[GenerateSerializer, Immutable, Alias("frontier-settlement")]
public sealed record FrontierSettlement(
    [property: Id(0)] long Sequence,
    [property: Id(1)] CrawlReason Reason,
    [property: Id(2)] DateTimeOffset? RetryAt);
