namespace TrendGrains.Crawling.Politeness;

/// <summary>How long a host takes to answer, and the pause that follows from it.</summary>
internal static class ResponseTime
{
    /// <summary>Weight of the newest answer in the smoothed one: a change shows within a few requests, a single slow page does not rule.</summary>
    private const double Newest = 0.3;

    public static TimeSpan Smooth(TimeSpan before, TimeSpan elapsed) =>
        before == TimeSpan.Zero ? elapsed : (before * (1 - Newest)) + (elapsed * Newest);

    public static TimeSpan Pause(TimeSpan latency, PolitenessOptions options)
    {
        var pause = latency * options.LatencyFactor;
        return pause < options.LongestAdaptedDelay ? pause : options.LongestAdaptedDelay;
    }
}
