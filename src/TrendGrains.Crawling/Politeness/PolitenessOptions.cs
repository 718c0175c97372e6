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

    /// <summary>
    /// The pause is at least so many times what the host lately took to answer: one that is slow, maybe because of us, is asked less often. 0 switches it off.
    /// </summary>
    [Range(0.0, 100.0)]
    public double LatencyFactor { get; set; } = 2;

    /// <summary>The longest pause that comes from a host's slowness alone.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestAdaptedDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Requests that a host is sent in one day (UTC); 0 for no bound.</summary>
    [Range(0, int.MaxValue)]
    public int MaxPagesPerDay { get; set; }

    /// <summary>Body bytes that are read from a host in one day (UTC), after decompression; 0 for no bound.</summary>
    [Range(0, long.MaxValue)]
    public long MaxBytesPerDay { get; set; }

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
