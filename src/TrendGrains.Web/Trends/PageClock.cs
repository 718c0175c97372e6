using System.Globalization;

namespace TrendGrains.Web.Trends;

/// <summary>
/// What "now" means on a page: the wall clock, or the stream's own time where that lags (a replay, a backlog), so that "3 h ago" is
/// said as of what is shown.
/// </summary>
/// <param name="Wall">The machine's clock.</param>
/// <param name="Stream">Latest event time that the boards took in; null before the first.</param>
internal sealed record PageClock(DateTimeOffset Wall, DateTimeOffset? Stream)
{
    /// <summary>News is a few minutes old when it is read; beyond this the stream is of another time.</summary>
    private static readonly TimeSpan tolerance = TimeSpan.FromMinutes(20);

    /// <summary>True where the page is of another time than now.</summary>
    public bool IsPast => Stream is { } stream && Wall - stream > tolerance;

    public DateTimeOffset Now => IsPast ? Stream!.Value : Wall;

    /// <summary>E.g. <c>just now</c>, <c>12 min ago</c>, <c>3 h ago</c>, <c>5 days ago</c>.</summary>
    public string Ago(DateTimeOffset time) => (Now - time) switch
    {
        { TotalMinutes: < 1.5 } => "just now",
        { TotalMinutes: < 90 } age => Whole(age.TotalMinutes, "min ago"),
        { TotalHours: < 36 } age => Whole(age.TotalHours, "h ago"),
        { TotalDays: < 60 } age => Whole(age.TotalDays, "days ago"),
        _ => $"on {time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
    };

    public static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Whole(double count, string unit) => $"{Math.Round(count).ToString(CultureInfo.InvariantCulture)} {unit}";
}
