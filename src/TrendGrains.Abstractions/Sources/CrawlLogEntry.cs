namespace TrendGrains.Abstractions.Sources;

/// <summary>One line of the crawl log: what became of one URL, and why.</summary>
[GenerateSerializer, Immutable, Alias("crawl-log-entry")]
public sealed record CrawlLogEntry
{
    [Id(0)] public required string Source { get; init; }
    [Id(1)] public required string Url { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }
    [Id(3)] public required CrawlReason Reason { get; init; }

    /// <summary>HTTP status, when there was an answer.</summary>
    [Id(4)] public int? Status { get; init; }

    /// <summary>Body bytes after decompression.</summary>
    [Id(5)] public long? Bytes { get; init; }

    [Id(6)] public int? Milliseconds { get; init; }

    /// <summary>What a person should read: the rule, the error, the limit.</summary>
    [Id(7)] public string? Detail { get; init; }
}
