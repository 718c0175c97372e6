namespace TrendGrains.Abstractions.Sources;

/// <summary>A source as the operator defined it.</summary>
[GenerateSerializer, Immutable, Alias("source-definition")]
public sealed record SourceDefinition
{
    /// <summary>Key: 1-64 of a-z, 0-9 and '-', starting with a letter or digit.</summary>
    [Id(0)] public required string Slug { get; init; }

    [Id(1)] public required SourceKind Kind { get; init; }

    /// <summary>Absolute http(s) address of the feed or of the site's first page; empty for <see cref="SourceKind.File"/>.</summary>
    [Id(2)] public required string Url { get; init; }

    [Id(3)] public string? Title { get; init; }
    [Id(4)] public AccessMode Access { get; init; }

    /// <summary>
    /// Time between crawls; at least one second (below a minute a timer, not a reminder, wakes the grain). 0: learned from how many new items each
    /// crawl brings, between a minute and a day.
    /// </summary>
    [Id(5)] public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>An address on this machine or its private network, allowed by the operator; else such addresses are refused.</summary>
    [Id(6)] public bool Internal { get; init; }

    /// <summary>Pages a crawl may fetch; 0 for no bound.</summary>
    [Id(7)] public int MaxPages { get; init; } = 1000;

    /// <summary>Links away from the first page.</summary>
    [Id(8)] public int MaxDepth { get; init; } = 20;

    /// <summary>For a feed: also fetch the pages that its entries announce.</summary>
    [Id(9)] public bool FollowEntries { get; init; }

    /// <summary>Least time between two requests to the same host; null for the host's own.</summary>
    [Id(10)] public TimeSpan? Delay { get; init; }

    [Id(11)] public bool Paused { get; init; }

    /// <summary>Its items are made up, for a demonstration or a test; whoever shows them says so.</summary>
    [Id(12)] public bool Synthetic { get; init; }

    /// <summary>For <see cref="SourceKind.Json"/>: the mapping as YAML. The source's grain keeps it; the table of sources does not.</summary>
    [Id(13)] public string? Mapping { get; init; }

    /// <summary>For a site: in which order its pages are fetched.</summary>
    [Id(14)] public CrawlPolicy Policy { get; init; }

    /// <summary>For a site: what its pages should be about, in words of any language; null when every article counts alike.</summary>
    [Id(15)] public string? Focus { get; init; }

    /// <summary>Its pages need JavaScript: they are read through a browser where one is installed.</summary>
    [Id(16)] public bool Render { get; init; }

    /// <summary>Bytes that one crawl may read, after decompression; 0 for no bound.</summary>
    [Id(17)] public long MaxBytes { get; init; }

    /// <summary>How long one crawl may take; null for no bound.</summary>
    [Id(18)] public TimeSpan? MaxTime { get; init; }
}
