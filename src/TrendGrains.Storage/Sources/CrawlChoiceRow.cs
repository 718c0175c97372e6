namespace TrendGrains.Storage.Sources;

/// <summary>One choice of a crawl policy as it lies in the table, which is partitioned by month.</summary>
public sealed record CrawlChoiceRow
{
    public DateTimeOffset At { get; init; }
    public required string Source { get; init; }

    /// <summary>Number of the source's run.</summary>
    public long Run { get; init; }

    public required string Url { get; init; }

    /// <summary>In kebab case, e.g. <c>breadth-first</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>The group of links that it was drawn from, in the policy's own words; empty where it has none.</summary>
    public required string LinkGroup { get; init; }

    /// <summary>How likely this choice was, above 0 and at most 1.</summary>
    public double Propensity { get; init; }

    /// <summary>The reward that the policy expected; null where it expects nothing.</summary>
    public double? Expected { get; init; }

    /// <summary>Whether the page is an article, whether it was new or not; null when none was read.</summary>
    public bool? IsArticle { get; init; }

    /// <summary>0…1; null while the page was put off, could not be weighed, or is the source's first page, a sitemap or a feed.</summary>
    public double? Reward { get; init; }
}
