namespace TrendGrains.Abstractions.Sources;

/// <summary>A source's definition and where it stands.</summary>
[GenerateSerializer, Immutable, Alias("source-status")]
public sealed record SourceStatus
{
    [Id(0)] public required SourceDefinition Definition { get; init; }
    [Id(1)] public required CrawlProgress Progress { get; init; }
    [Id(2)] public DateTimeOffset? LastCrawl { get; init; }
    [Id(3)] public DateTimeOffset? NextDue { get; init; }
    [Id(4)] public int ConsecutiveFailures { get; init; }
}
