using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>When a source does what next; pure.</summary>
internal static class SourceSchedule
{
    /// <summary>Orleans' reminders beat no faster; what is due sooner is a timer.</summary>
    public static readonly TimeSpan ShortestReminder = TimeSpan.FromMinutes(1);

    public static TimeSpan ReminderPeriod(SourceDefinition source) => Later(source.Interval, ShortestReminder);

    /// <summary>The next crawl: after the interval, later while the source fails, sooner when a URL that was put off is due; null when paused.</summary>
    public static DateTimeOffset? NextCrawl(SourceDefinition source, int failures, DateTimeOffset? retry, DateTimeOffset now)
    {
        if (source.Paused)
        {
            return null;
        }

        var due = now + Later(source.Interval, failures > 0 ? RetryPause.After(failures) : TimeSpan.Zero);
        return retry < due ? retry : due;
    }

    /// <summary>Time to the grain's next step; infinite when only a reminder will bring it.</summary>
    /// <param name="busy">A crawl is under way, or a step is to be taken again after <paramref name="pause"/>.</param>
    public static TimeSpan NextStep(bool busy, TimeSpan pause, DateTimeOffset? nextDue, DateTimeOffset now)
    {
        if (busy)
        {
            return pause;
        }

        return nextDue - now is { } wait && wait <= ShortestReminder ? Later(wait, TimeSpan.Zero) : Timeout.InfiniteTimeSpan;
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
