namespace TrendGrains.Crawling.Freshness;

/// <summary>
/// What another look at a page is worth, and when it is worth a request. A page of listings matters as much as it brings: the more often it
/// changes, the more is missed, so that it is never given up for changing too fast; an article matters the same however often it is edited.
/// </summary>
public static class RevisitWorth
{
    /// <summary>
    /// What a request costs, in days of one article's freshness. An article that changes once a day is looked at twice a day at most, one
    /// that changes once in ten days every day and a half; a budget that is smaller takes the worthiest of those that are due.
    /// </summary>
    public const double Price = 0.1;

    /// <summary>However sure it seems that nothing will change.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);

    public static double Of(RevisitRole role, ChangeRate belief, TimeSpan since) =>
        CrawlValue.Expected(belief, Importance(role, belief), Math.Max(0, since.TotalDays));

    /// <summary>How long to leave it alone.</summary>
    public static TimeSpan Pause(RevisitRole role, ChangeRate belief)
    {
        var pause = TimeSpan.FromDays(CrawlValue.DaysUntil(belief, Importance(role, belief), Price, Longest.TotalDays));
        return pause < Soonest ? Soonest : pause;
    }

    private static double Importance(RevisitRole role, ChangeRate belief) => role switch
    {
        RevisitRole.Listing => Math.Max(1, belief.Mean),
        RevisitRole.Article => 1,
        _ => 0.25,
    };
}

/// <summary>What a page is looked at again for.</summary>
public enum RevisitRole
{
    /// <summary>About, contact, log in: hardly for anything.</summary>
    Other,

    /// <summary>For what it leads to.</summary>
    Listing,

    /// <summary>For its edits.</summary>
    Article,
}
