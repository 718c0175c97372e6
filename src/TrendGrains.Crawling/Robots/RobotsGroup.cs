namespace TrendGrains.Crawling.Robots;

/// <summary>What a file says to the agents named above it; groups of the same agent are one.</summary>
internal sealed class RobotsGroup
{
    public List<RobotsRule> Rules { get; } = [];

    public TimeSpan? CrawlDelay { get; set; }
}
