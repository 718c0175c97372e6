using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Ingest;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// What one source's grain chooses and learns: the choice of the run that is under way, its log, and what is kept of it across activations.
/// What was learned is stored now and then and at the end of a run; to learn the last pages again does no harm.
/// </summary>
internal sealed class RunChoices(
    IPersistentState<LearnedPolicy> learned, FrontierStore frontier, CrawlChoiceStore log, FocusVectors focuses, IGrainFactory grains, TimeProvider clock)
{
    private const int LargestSlice = 32;
    private const int SmallestSlice = 4;
    private const int SlicesBetweenSaves = 16;

    private FrontierChoice? choice;
    private SourceDefinition? chosenFor;
    private bool keep;
    private int unsaved;
    private bool isStale;

    /// <summary>The URLs of the next slice, in the order to fetch them; none when nothing waits that is due.</summary>
    /// <param name="fetched">Pages of the run so far.</param>
    /// <param name="keeps">What is learned is of use to later runs of the source: it is about the source's own focus.</param>
    public async Task<IReadOnlyList<ChosenUrl>> NextAsync(SourceDefinition source, long run, int fetched, bool keeps, CancellationToken cancellationToken)
    {
        choice ??= Begin(source, run);
        keep = keeps;

        // What a slice fetches is learned from only after it: a policy that knows little yet takes small ones.
        var most = choice.Learns ? Math.Clamp(fetched / 4, SmallestSlice, LargestSlice) : LargestSlice;
        if (source.MaxPages > 0)
        {
            most = Math.Min(most, source.MaxPages - fetched);
        }

        if (most <= 0)
        {
            return [];
        }

        // Only now are the links of the last pages in the pool, which count for what those pages were worth.
        var chosen = await choice.NextAsync(most, cancellationToken);
        if (unsaved >= SlicesBetweenSaves)
        {
            await SaveAsync();
        }

        return chosen;
    }

    /// <summary>Learns what became of a slice and logs its choices; those that were not asked for wait again.</summary>
    public async Task TakeInAsync(
        SourceDefinition source, long run, IReadOnlyList<ChosenUrl> chosen, SliceOutcome outcome, IReadOnlyList<PageOutcome> pages, CancellationToken cancellationToken)
    {
        if (choice is null || source.Kind != SourceKind.Site)
        {
            return;
        }

        var rows = ChoiceRewards.Of(source, run, chosen, outcome, pages);
        foreach (var (taken, row) in rows)
        {
            if (row.Reward is { } reward)
            {
                choice.Learn(taken, outcome.Pages.GetValueOrDefault(taken.Url.Sequence), reward);
            }
        }

        foreach (var left in chosen.Except(rows.Select(r => r.Chosen)))
        {
            choice.Return(left);
        }

        await log.AppendAsync([.. rows.Select(r => r.Row)], cancellationToken);
        unsaved++;
    }

    /// <summary>Stores what was learned and lets the pool go.</summary>
    public async Task EndAsync()
    {
        await SaveAsync();
        choice = null;
    }

    /// <summary>Lets the pool go, which may lack what a failed slice took out of it; what was learned stays, unstored.</summary>
    public void Drop()
    {
        Keep();
        choice = null;
    }

    /// <summary>Forgets everything: the source's address is another now, or the source is gone.</summary>
    public async Task ForgetAsync()
    {
        choice = null;
        await learned.ClearStateAsync();
    }

    public async Task SaveAsync()
    {
        if (unsaved > 0 && isStale)
        {
            await learned.ReadStateAsync();
            isStale = false;
        }

        if (unsaved > 0 && Keep())
        {
            // A write whose answer is lost leaves an old ETag here.
            isStale = true;
            await learned.WriteStateAsync();
            isStale = false;
        }

        unsaved = 0;
    }

    private FrontierChoice Begin(SourceDefinition source, long run)
    {
        chosenFor = source;
        var relevance = string.IsNullOrWhiteSpace(source.Focus) ? null : new LinkRelevance(source.Focus, focuses, grains);
        return new FrontierChoice(source.Slug, frontier, clock, SitePolicies.For(source, run, relevance), learned.State.For(source)) { Relevance = relevance };
    }

    private bool Keep()
    {
        if (chosenFor is not { } source || !keep || choice?.Save() is not { Length: > 0 } saved)
        {
            return false;
        }

        (learned.State.Policy, learned.State.Focus, learned.State.Saved) = (source.Policy, source.Focus, saved);
        return true;
    }
}
