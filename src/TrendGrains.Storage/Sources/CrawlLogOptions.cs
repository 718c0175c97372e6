using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Storage.Sources;

/// <summary>How long the crawl log is kept.</summary>
public sealed class CrawlLogOptions
{
    /// <summary>Whole months before the current one.</summary>
    [Range(1, 120)]
    public int RetentionMonths { get; set; } = 6;
}
