using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Freshness;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>What one more visit makes of what is known of a page, and when the next one is due. Pure.</summary>
internal static class VisitRecord
{
    /// <summary>More new links than these at once are a list that was made anew.</summary>
    private const int MostCounted = 30;

    private static readonly TimeSpan shortestFailure = TimeSpan.FromDays(1);

    /// <summary>Null for a page that failed before it was ever seen: the frontier has it.</summary>
    public static PageVisitRow? After(string source, PageVisit visit, VisitedPage known, RevisitPriors priors)
    {
        var role = RevisitPriors.RoleOf(known.PageKind);
        var prior = priors.For(role);
        if (visit.Reason is not (CrawlReason.Fetched or CrawlReason.NotModified))
        {
            // It may be gone for good: asked again after twice as long each time.
            return known.Before is { } gone ? gone with { NextVisit = visit.At + Failed(visit.At - gone.LastVisit) } : null;
        }

        var row = known.Before ?? new PageVisitRow { Source = source, Url = visit.Url.Url, UrlHash = known.UrlHash, LastVisit = visit.At };
        var since = visit.At - row.LastVisit;
        var belief = new ChangeEvidence(row.EvidenceShape, row.EvidenceDays).Under(prior);
        var changed = known.Before is not null && IsChanged(role, visit, known);
        if (known.Before is not null && since > TimeSpan.Zero)
        {
            belief = !changed ? belief.Unchanged(since)
                : role == RevisitRole.Listing ? belief.Counted(since, Math.Min(known.NewLinks, MostCounted))
                : visit.LastModified is { } at && at > row.LastVisit && at <= visit.At ? belief.ChangedAt(since, visit.At - at)
                : belief.Changed(since);
        }

        var evidence = ChangeEvidence.Of(belief, prior);
        return row with
        {
            ItemId = known.ItemId,
            Visits = row.Visits + 1,
            Changes = row.Changes + (changed ? 1 : 0),
            ObservedSeconds = row.ObservedSeconds + Math.Max(0, since.TotalSeconds),
            LastVisit = visit.At,
            NextVisit = visit.At + RevisitWorth.Pause(role, belief),
            EvidenceShape = evidence.Shape,
            EvidenceDays = evidence.Days,
        };
    }

    /// <summary>A list has changed when it leads to something new: what else moves on it moves on every page of the site.</summary>
    private static bool IsChanged(RevisitRole role, PageVisit visit, VisitedPage known) =>
        visit.Reason == CrawlReason.Fetched && (role == RevisitRole.Listing ? known.NewLinks > 0 : known.IsEdited || (role == RevisitRole.Other && known.NewLinks > 0));

    private static TimeSpan Failed(TimeSpan since) =>
        since * 2 < shortestFailure ? shortestFailure : since * 2 > RevisitWorth.Longest ? RevisitWorth.Longest : since * 2;
}
