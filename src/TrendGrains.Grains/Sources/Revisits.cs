using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Freshness;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// Which pages a run of one source looks at again, and what it learns of how often they change. What is known lies in the table of visits:
/// a grain that is activated anew goes on from there.
/// </summary>
internal sealed class Revisits(PageVisitStore store, TimeProvider clock)
{
    private const int SliceSize = 32;

    /// <summary>Pages that are weighed against each other in one run.</summary>
    private const int MostWeighed = 4_000;

    private const int SampleSize = 1_000;

    /// <summary>No link is found after this: a first visit finds nothing new, as nothing was known.</summary>
    private const long NothingAsked = long.MaxValue;

    /// <summary>The part of a run's pages that may be old ones, and how many where a run has no bound.</summary>
    private const int ShareOfPages = 4;
    private const int MostUnbounded = 250;

    private RevisitPriors? priors;
    private Queue<FrontierUrl>? due;
    private long lastFound;

    /// <summary>The pages to look at again before more new ones are read: so many that old ones stay a fourth of what the run has fetched.</summary>
    public async Task<IReadOnlyList<FrontierUrl>> BesideNewAsync(SourceDefinition source, CrawlCounts counts, CancellationToken cancellationToken)
    {
        var most = (counts.Fetched / ShareOfPages) - counts.Revisited;
        return most <= 0 ? [] : [.. (await NextAsync(source, counts, cancellationToken)).Take(most)];
    }

    /// <summary>The next pages to look at again, the worthiest first; none when the run's part for them is spent.</summary>
    public async Task<IReadOnlyList<FrontierUrl>> NextAsync(SourceDefinition source, CrawlCounts counts, CancellationToken cancellationToken)
    {
        if (due is null)
        {
            var now = clock.GetUtcNow();
            var pages = await store.DueAsync(source.Slug, now, MostWeighed, cancellationToken);
            due = pages.Count == 0 ? new() : Ranked(pages, await PriorsAsync(source, cancellationToken), now);
        }

        var left = (source.MaxPages > 0 ? source.MaxPages / ShareOfPages : MostUnbounded) - counts.Revisited;
        if (source.MaxPages > 0)
        {
            left = Math.Min(left, source.MaxPages - counts.Fetched);
        }

        return [.. due.Take(Math.Clamp(left, 0, SliceSize))];
    }

    /// <summary>To be called before a slice is stored: what it leads to is told from what was known before.</summary>
    public async Task BeforeStoringAsync(SliceOutcome outcome, CancellationToken cancellationToken) =>
        lastFound = outcome.Visits.Any(v => due?.Contains(v.Url) == true) ? await store.LastFoundAsync(cancellationToken) : NothingAsked;

    /// <summary>Records what a slice that is stored saw, of old pages and new ones.</summary>
    public async Task TakeInAsync(
        SourceDefinition source, CrawlCounts counts, SliceOutcome outcome, IReadOnlyList<PageOutcome> pages, CancellationToken cancellationToken)
    {
        if (outcome.Visits.Count == 0 || SourceSlug.IsRehearsal(source.Slug))
        {
            return;
        }

        var known = await PriorsAsync(source, cancellationToken);
        var visits = outcome.Visits.DistinctBy(v => v.Url.Url).ToDictionary(v => ItemKey.FromUrl(v.Url.Url));
        var became = pages.DistinctBy(p => p.Url).ToDictionary(p => p.Url);
        var read = await store.ReadAsync(source.Slug, [.. visits.Select(v => Fetched(v.Key, v.Value, became.GetValueOrDefault(v.Value.Landed)))], lastFound, cancellationToken);
        await store.SaveAsync(source.Slug, [.. read.Select(r => VisitRecord.After(source.Slug, visits[r.UrlHash], r, known)).OfType<PageVisitRow>()], cancellationToken);
        if (due is not null)
        {
            var asked = visits.Values.Select(v => v.Url.Sequence).ToHashSet();
            var left = due.Where(u => !asked.Contains(u.Sequence)).ToArray();
            counts.Revisited += due.Count - left.Length;
            due = new(left);
        }
    }

    /// <summary>The run is over, or is taken up anew.</summary>
    public void End() => (due, priors) = (null, null);

    private async Task<RevisitPriors> PriorsAsync(SourceDefinition source, CancellationToken cancellationToken) =>
        priors ??= RevisitPriors.Of(await store.SampleAsync(source.Slug, SampleSize, cancellationToken));

    private static FetchedAgain Fetched(Guid key, PageVisit visit, PageOutcome? page) =>
        new(key, ItemKey.FromUrl(visit.Landed), visit.Landed, visit.At, page?.TextHash, page?.Title);

    private static Queue<FrontierUrl> Ranked(IReadOnlyList<DuePage> pages, RevisitPriors priors, DateTimeOffset now) =>
        new(pages.OrderByDescending(p => Worth(p, priors, now)).Select(p => p.Url));

    private static double Worth(DuePage page, RevisitPriors priors, DateTimeOffset now)
    {
        var role = RevisitPriors.RoleOf(page.PageKind);
        var belief = new ChangeEvidence(page.Visit.EvidenceShape, page.Visit.EvidenceDays).Under(priors.For(role));
        return RevisitWorth.Of(role, belief, now - page.Visit.LastVisit);
    }
}
