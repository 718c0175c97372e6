namespace TrendGrains.Crawling.Politeness;

/// <summary>How long to leave a host alone that has failed.</summary>
internal static class BackOff
{
    /// <summary>Doubles from the first pause to the longest; a longer wish of the host's own is followed within its bound.</summary>
    /// <param name="failures">In a row; at least one.</param>
    public static TimeSpan Pause(int failures, TimeSpan? retryAfter, PolitenessOptions options)
    {
        var doublings = Math.Clamp(failures - 1, 0, 30);
        var pause = options.FirstBackOff.TotalSeconds * Math.Pow(2, doublings);
        var own = TimeSpan.FromSeconds(Math.Min(pause, options.LongestBackOff.TotalSeconds));
        var wish = retryAfter is { } asked && asked > TimeSpan.Zero ? asked : TimeSpan.Zero;
        wish = wish > options.LongestRetryAfter ? options.LongestRetryAfter : wish;
        return own > wish ? own : wish;
    }
}
