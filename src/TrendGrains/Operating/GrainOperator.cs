using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Scouting;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Crawling.Checks;
using TrendGrains.Grains.Sources;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Operating;

/// <summary>Does the operator's work through grains; <c>serve</c> answers its endpoints with it.</summary>
internal sealed class GrainOperator(
    IGrainFactory grains, SourceStore sources, CrawlChoiceStore choices, ProposalStore proposals, SiteLook look, SourceChecks checks, ArrivalStore arrivals,
    TrendStore trends) : IOperator
{
    /// <summary>A host that one article names is hardly a proposal.</summary>
    private const int FewestArticles = 2;

    public Task<IReadOnlyList<SourceListing>> ListAsync(CancellationToken cancellationToken) => sources.ListAsync(cancellationToken);

    public Task ConfigureAsync(SourceDefinition definition, CancellationToken cancellationToken) =>
        Source(definition.Slug).ConfigureAsync(definition, cancellationToken);

    public Task<SourceFindings> LookAsync(string url, bool isInternal, CancellationToken cancellationToken) =>
        look.LookAsync(grains, url, isInternal, cancellationToken);

    public async Task<IReadOnlyList<SourceCheck>> CheckAsync(string[] slugs, bool live, CancellationToken cancellationToken)
    {
        var wanted = slugs.Length > 0 ? slugs : [.. (await sources.ListAsync(cancellationToken)).Select(s => s.Definition.Slug)];
        var found = new List<SourceCheck>();
        foreach (var slug in wanted)
        {
            // Asked of a grain alone, a source that nobody added would be made.
            var listed = await sources.GetAsync(slug, cancellationToken) ?? throw new ArgumentException($"There is no source '{slug}'.");
            var status = await Source(slug).GetStatusAsync()
                ?? new SourceStatus { Definition = listed.Definition, Progress = new CrawlProgress { Source = slug, Run = 0 } };
            found.Add(await checks.CheckAsync(status, live, cancellationToken));
        }

        return found;
    }

    public async Task<bool> RemoveAsync(string slug, CancellationToken cancellationToken)
    {
        if (await sources.GetAsync(slug, cancellationToken) is null)
        {
            return false;
        }

        await Source(slug).RemoveAsync(cancellationToken);
        return true;
    }

    public async IAsyncEnumerable<CrawlProgress> CrawlAsync(
        string slug, CrawlOrder? order, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        order?.Check();
        await (order is null ? Source(slug).StartCrawlAsync(cancellationToken) : Source(slug).StartOrderedCrawlAsync(order, cancellationToken));
        await foreach (var progress in Source(slug).WatchAsync(cancellationToken))
        {
            yield return progress;
        }
    }

    public async IAsyncEnumerable<CrawlProgress> RehearseAsync(
        string slug, CrawlPolicy policy, CrawlOrder order, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        order.Check();
        var listing = await sources.GetAsync(slug, cancellationToken) ?? throw new InvalidOperationException($"There is no source '{slug}'.");
        var rehearsal = Source(SourceSlug.Rehearsal(slug, policy));
        await rehearsal.RehearseAsync((order with { Policy = policy }).Of(listing.Definition), cancellationToken);
        await foreach (var progress in rehearsal.WatchAsync(cancellationToken))
        {
            yield return progress;
        }
    }

    public Task<IReadOnlyList<SourceProposal>> ProposalsAsync(int count, string? state, CancellationToken cancellationToken) =>
        proposals.ListAsync(FewestArticles, count, state, cancellationToken);

    public Task VetoAsync(string host, CancellationToken cancellationToken) => grains.GetGrain<IScoutGrain>(0).VetoAsync(host, cancellationToken);

    public Task<string> AcceptAsync(string host, CancellationToken cancellationToken) => grains.GetGrain<IScoutGrain>(0).AcceptAsync(host, cancellationToken);

    public Task<IReadOnlyList<CrawlChoiceRow>> ChoicesAsync(string source, long run, CancellationToken cancellationToken) =>
        choices.OfRunAsync(source, run, cancellationToken);

    public Task<IngestResult> IngestAsync(IngestBatch batch, CancellationToken cancellationToken) =>
        grains.GetGrain<IIngestGrain>(0).IngestAsync(batch, cancellationToken);

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var boards = await arrivals.BoardsAsync(cancellationToken);
        await Task.WhenAll(boards.Select(async b =>
        {
            while ((await grains.GetGrain<ITrendBoardGrain>(b).CatchUpAsync(cancellationToken)).Behind)
            {
            }
        }));
        await grains.GetGrain<IStoryLinkerGrain>(0).RankAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<RankedTrend>> TrendsAsync(TrendQuery query, CancellationToken cancellationToken) =>
        [.. (await trends.TopAsync(query, cancellationToken)).Select(t => t with { Points = [] })];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ISourceGrain Source(string slug) => grains.GetGrain<ISourceGrain>(slug);
}
