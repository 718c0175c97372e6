using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Abstractions.Hosts;

/// <summary>What a caller wants to fetch, and under which rules.</summary>
[GenerateSerializer, Immutable, Alias("fetch-intent")]
public sealed record FetchIntent
{
    /// <summary>Absolute URL on this host.</summary>
    [Id(0)] public required string Url { get; init; }

    [Id(1)] public AccessMode Access { get; init; }

    /// <summary>The source may name addresses of this machine or its private network.</summary>
    [Id(2)] public bool AllowPrivate { get; init; }

    /// <summary>
    /// Least time between requests that the source asks for; the host's own holds when null. Zero, the operator's word for a host of their
    /// own, also switches off that the pause grows with how long the host takes.
    /// </summary>
    [Id(3)] public TimeSpan? Delay { get; init; }
}

/// <summary>The host's answer to a <see cref="FetchIntent"/>.</summary>
[GenerateSerializer, Immutable, Alias("fetch-leave")]
public sealed record FetchLeave
{
    [Id(0)] public required LeaveDecision Decision { get; init; }

    /// <summary>Names the leave in the report; set when granted.</summary>
    [Id(1)] public long Ticket { get; init; }

    /// <summary>When told to wait: ask again after this.</summary>
    [Id(2)] public TimeSpan Wait { get; init; }

    /// <summary>When granted: report within this, or the leave lapses.</summary>
    [Id(3)] public TimeSpan ValidFor { get; init; }

    /// <summary>When refused or put off: why.</summary>
    [Id(4)] public CrawlReason Reason { get; init; }

    /// <summary>The robots.txt line or the error behind the reason.</summary>
    [Id(5)] public string? Detail { get; init; }
}

[GenerateSerializer, Alias("leave-decision")]
public enum LeaveDecision
{
    Granted,
    Wait,
    Refused,
}

/// <summary>What came of a granted leave.</summary>
/// <param name="RetryAfter">How long the host asked to be left alone; with a success too, where its rate limit is spent.</param>
/// <param name="Elapsed">From asking to the last byte read.</param>
/// <param name="Bytes">Body bytes after decompression.</param>
[GenerateSerializer, Immutable, Alias("fetch-report")]
public sealed record FetchReport(
    [property: Id(0)] long Ticket,
    [property: Id(1)] CrawlReason Reason,
    [property: Id(2)] TimeSpan? RetryAfter,
    [property: Id(3)] TimeSpan Elapsed = default,
    [property: Id(4)] long Bytes = 0);

/// <summary>Where a host stands.</summary>
[GenerateSerializer, Immutable, Alias("host-status")]
public sealed record HostStatus
{
    [Id(0)] public required string Host { get; init; }

    /// <summary>Least time between two requests.</summary>
    [Id(1)] public TimeSpan Delay { get; init; }

    [Id(2)] public DateTimeOffset? BackOffUntil { get; init; }
    [Id(3)] public int ConsecutiveFailures { get; init; }
    [Id(4)] public DateTimeOffset? RobotsFetchedAt { get; init; }

    /// <summary>How long the host takes to answer, smoothed; zero when unknown.</summary>
    [Id(5)] public TimeSpan Latency { get; init; }

    /// <summary>Requests and body bytes of the current day (UTC).</summary>
    [Id(6)] public int PagesToday { get; init; }

    [Id(7)] public long BytesToday { get; init; }
}
