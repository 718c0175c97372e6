using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Sources;

/// <summary>A line of the crawl log as it lies in the table, which is partitioned by month.</summary>
public sealed record CrawlLogRow
{
    public DateTimeOffset At { get; init; }
    public required string Source { get; init; }
    public required string Url { get; init; }
    public CrawlReason Reason { get; init; }
    public int? Status { get; init; }
    public long? Bytes { get; init; }
    public int? Milliseconds { get; init; }
    public string? Detail { get; init; }
}
