namespace TrendGrains.Crawling.Freshness;

/// <summary>
/// How soon a source is asked again, learned from how many new items each poll brought (gamma-Poisson, exact). A poll costs as much as so many
/// minutes of one item's lateness; with new items at a rate r, polls every t cost rt/2 in lateness and c/t in requests, least at t = sqrt(2c/r).
/// </summary>
public static class SourceCadence
{
    public static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    /// <summary>Before the first poll: two new items an hour, hardly believed, which is a poll after some ten minutes.</summary>
    public static ChangeRate Unknown { get; } = new(0.01, 0.01 / 48);

    /// <summary>Minutes of one item's lateness that a poll costs.</summary>
    private const double PollCost = 2;

    /// <summary>What was polled this long ago counts half: a night is forgiven, a week of silence is not.</summary>
    private static readonly TimeSpan halfLife = TimeSpan.FromDays(1);

    /// <summary>Beyond this many a poll the count says how much a source held, not how often it speaks.</summary>
    private const int MostNews = 500;

    public static ChangeRate Polled(ChangeRate belief, TimeSpan since, int newItems)
    {
        var kept = Math.Pow(0.5, Math.Max(0, since.TotalHours) / halfLife.TotalHours);
        var faded = new ChangeRate(
            Unknown.Shape + ((belief.Shape - Unknown.Shape) * kept),
            Unknown.Days + ((belief.Days - Unknown.Days) * kept));
        return faded.Counted(since, Math.Min(newItems, MostNews));
    }

    public static TimeSpan Next(ChangeRate belief)
    {
        var aMinute = belief.Mean / (24 * 60);
        var minutes = Math.Sqrt(2 * PollCost / aMinute);
        return minutes >= Latest.TotalMinutes ? Latest : minutes <= Soonest.TotalMinutes ? Soonest : TimeSpan.FromMinutes(minutes);
    }
}
