using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Feeds;

/// <summary>A feed, read. <see cref="FeedFormat.None"/> where the input is no feed: then <see cref="Problems"/> says what it is.</summary>
public sealed record ParsedFeed
{
    public FeedFormat Format { get; init; }
    public string? Title { get; init; }

    /// <summary>Absolute URL of the site that the feed is of.</summary>
    public string? Link { get; init; }

    public string? Description { get; init; }

    /// <summary>BCP 47 tag as the feed states it.</summary>
    public string? Language { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>How long the publisher asks to wait before reading again.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>In the feed's own order.</summary>
    public FeedEntry[] Entries { get; init; } = [];

    /// <summary>What was wrong with the input and what was done about it; empty for a feed without fault.</summary>
    public FeedProblem[] Problems { get; init; } = [];
}

/// <summary>What a feed calls itself.</summary>
public enum FeedFormat
{
    None,
    Rss09,
    Rss10,
    Rss20,
    Atom03,
    Atom10,
    JsonFeed,
    Cdf,
}

/// <summary>One fault of the input. Line and column count from 1; 0 where it has no place.</summary>
public sealed record FeedProblem(int Line, int Column, string Message);
