using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Politeness;

/// <summary>What of a host's politeness must outlive the process: when it may be asked again, and why not before.</summary>
public sealed record PolitenessSnapshot
{
    public DateTimeOffset NextRequestAt { get; init; }
    public DateTimeOffset? BackOffUntil { get; init; }
    public CrawlReason BackOffReason { get; init; }
    public int ConsecutiveFailures { get; init; }

    /// <summary>How long the host takes to answer, smoothed; zero when unknown.</summary>
    public TimeSpan Latency { get; init; }

    public DayBudget Today { get; init; }

    /// <summary>The last ticket given out: tickets of an earlier life are not taken for new ones.</summary>
    public long LastTicket { get; init; }
}
