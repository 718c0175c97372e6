namespace TrendGrains.Grains.Sources;

/// <summary>How long a URL or a source rests after it failed. Exponential back-off; pure.</summary>
internal static class RetryPause
{
    /// <summary>Attempts after which a URL is given up until the next crawl.</summary>
    public const int LastAttempt = 5;

    private static readonly TimeSpan longest = TimeSpan.FromHours(1);

    /// <summary>30 s, 1 min, 2 min, … at most an hour.</summary>
    /// <param name="failures">How often it failed so far, from 1.</param>
    public static TimeSpan After(int failures)
    {
        var pause = TimeSpan.FromSeconds(30) * Math.Pow(2, Math.Clamp(failures, 1, 16) - 1);
        return pause < longest ? pause : longest;
    }
}
