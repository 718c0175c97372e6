using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Crawling.Politeness;

/// <summary>How gently hosts are treated. Section <c>Politeness</c>.</summary>
public sealed class PolitenessOptions
{
    public const string Section = "Politeness";

    /// <summary>From one answer to the next request, where neither the source nor robots.txt says otherwise.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest Crawl-delay of a robots.txt that is obeyed to the letter.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestCrawlDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Pause after the first failure; doubled by each one that follows.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Where doubling stops.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The longest Retry-After that is obeyed to the letter.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>A leave that nobody reports on lapses after this; longer than one request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LeaveValidFor { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>RFC 9309, 2.4: a robots.txt is not used for longer than a day while the host can be asked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RobotsLifetime { get; set; } = TimeSpan.FromHours(24);
}
