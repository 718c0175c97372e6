using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Robots;

/// <summary>What came of asking a host for its robots.txt.</summary>
public sealed record RobotsAnswer
{
    /// <summary>The rules to follow; null while the host could not be asked, when nothing may be fetched (RFC 9309, 2.3.1.4).</summary>
    public required RobotsRules? Rules { get; init; }

    public required CrawlReason Reason { get; init; }

    public int? Status { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Detail { get; init; }
}
