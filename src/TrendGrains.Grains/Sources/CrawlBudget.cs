using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>What one crawl may cost: pages, bytes, time. Pure.</summary>
internal static class CrawlBudget
{
    /// <summary>What is used up, for a person; null while there is room.</summary>
    public static string? Spent(SourceDefinition source, CrawlCounts counts, DateTimeOffset? started, DateTimeOffset now) =>
        source.MaxPages > 0 && counts.Fetched >= source.MaxPages ? $"the crawl has fetched its {source.MaxPages:N0} pages"
        : source.MaxBytes > 0 && counts.Bytes >= source.MaxBytes ? $"the crawl has read {counts.Bytes:N0} of its {source.MaxBytes:N0} bytes"
        : TimeLeft(source, started, now) <= TimeSpan.Zero ? $"the crawl has taken its {source.MaxTime}"
        : null;

    /// <summary>Null where the crawl may take as long as it likes.</summary>
    public static TimeSpan? TimeLeft(SourceDefinition source, DateTimeOffset? started, DateTimeOffset now) =>
        source.MaxTime is { } most && started is { } at ? at + most - now : null;
}
