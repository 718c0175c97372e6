using Orleans.Concurrency;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>The bulk path: accept a batch durably, understand it, store that durably. Holds no state of its own.</summary>
[StatelessWorker]
internal sealed class IngestGrain(IngestStore store, ItemStore items, DocumentUnderstanding understanding, TimeProvider clock) : Grain, IIngestGrain
{
    /// <summary>Most documents of one understanding step; the design's upper bound for a batch.</summary>
    private const int LargestBatch = 256;

    public async Task<IngestResult> IngestAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Documents.Length > LargestBatch)
        {
            throw new ArgumentException($"A batch holds at most {LargestBatch} documents, not {batch.Documents.Length}.", nameof(batch));
        }

        if (SourceSlug.IsRehearsal(batch.Source.Slug))
        {
            return await RehearseAsync(batch, cancellationToken);
        }

        await DeleteGoneAsync(batch, cancellationToken);
        var accepted = await clock.StageAsync("accepting", batch.Documents.Length, () => store.AcceptAsync(batch, cancellationToken));
        var fresh = new List<PendingDocument>();
        var changed = new List<PendingDocument>();
        foreach (var document in accepted.Documents)
        {
            var given = batch.Documents[document.Index];
            var pending = new PendingDocument(document.ItemId, given.Source ?? batch.Source.Slug, given);
            if (document.Disposition is AcceptDisposition.New or AcceptDisposition.Pending)
            {
                fresh.Add(pending);
            }
            else if (document.Disposition == AcceptDisposition.Changed)
            {
                changed.Add(pending);
            }
        }

        var (understood, discovered) = await UnderstandAsync(batch.Source, fresh, cancellationToken);
        var read = new Dictionary<CrawledDocument, PageOutcome>(ReferenceEqualityComparer.Instance);
        var isNew = accepted.Documents.Where(d => d.Disposition == AcceptDisposition.New).Select(d => batch.Documents[d.Index]).ToHashSet<CrawledDocument>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < fresh.Count; i++)
        {
            read[fresh[i].Document] = PageOutcomes.Of(fresh[i].Document, understood.Pages[i], understood.Relevance[i], isNew.Contains(fresh[i].Document));
        }

        if (changed.Count > 0)
        {
            // The item's own grain reads the edit; only its links are needed now, for the crawl to go on.
            var pages = await understanding.ReadAsync(changed, cancellationToken);
            var links = CrawlLinks.From(batch.Source, changed, pages);
            for (var i = 0; i < changed.Count; i++)
            {
                read[changed[i].Document] = PageOutcomes.Of(changed[i].Document, pages[i], relevance: null, isNew: false);
            }

            discovered += (await store.UnderstandAsync(batch.Source.Slug, [], links, [], cancellationToken)).Discovered;
            foreach (var document in changed)
            {
                await GrainFactory.GetGrain<IItemGrain>(document.ItemId).ReviseAsync();
            }
        }

        // What a feed announces again is no choice of a crawl's.
        var known = accepted.Documents.Where(d => d.Disposition == AcceptDisposition.Known && batch.Documents[d.Index].MediaType != CrawledDocument.EntryMediaType);
        var articles = await items.AreArticlesAsync([.. known.Select(d => d.ItemId)], cancellationToken);
        return new IngestResult
        {
            New = accepted.Documents.Count(d => d.Disposition == AcceptDisposition.New),
            Changed = changed.Count,
            Known = accepted.Documents.Count(d => d.Disposition is AcceptDisposition.Known or AcceptDisposition.Pending),
            Unreadable = understood.Items.Count(i => i.State == ItemState.Unreadable),
            Partial = understood.Items.Count(i => i.State == ItemState.Partial),
            Discovered = discovered,
            Outcomes = PageOutcomes.Of(batch.Documents, accepted, read, articles),
        };
    }

    /// <summary>Before the batch is accepted, so that a stop in between is made good by the next look. No source deletes what is another's.</summary>
    private async Task DeleteGoneAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Gone.Length > 0)
        {
            foreach (var item in await store.FindOfSourceAsync(batch.Source.Slug, Array.ConvertAll(batch.Gone, ItemKey.FromUrl), cancellationToken))
            {
                await GrainFactory.GetGrain<IItemGrain>(item).DeleteAsync(cancellationToken);
            }
        }
    }

    public async Task<int> ResumeAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        var pending = source.Kind == SourceKind.File
            ? await store.ReadPendingImportsAsync(source.Slug, LargestBatch, cancellationToken)
            : await store.ReadPendingAsync(source.Slug, LargestBatch, cancellationToken);
        await UnderstandAsync(source, pending, cancellationToken);
        return pending.Count;
    }

    /// <summary>Reads the documents for their links and their worth; no item of them is stored, as if the store were empty.</summary>
    private async Task<IngestResult> RehearseAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        var source = batch.Source;
        await store.AcceptAsync(batch with { Documents = [] }, cancellationToken);
        if (batch.Documents.Length == 0)
        {
            return new IngestResult();
        }

        PendingDocument[] documents = Array.ConvertAll(batch.Documents, d => new PendingDocument(ItemKey.FromUrl(d.Url), source.Slug, d));
        var understood = await understanding.UnderstandAsync(source.Slug, source.Focus, documents, GrainFactory, cancellationToken);
        var stored = await store.UnderstandAsync(source.Slug, [], CrawlLinks.From(source, documents, understood.Pages), understood.Problems, cancellationToken);
        return new IngestResult
        {
            New = documents.Length,
            Unreadable = understood.Items.Count(i => i.State == ItemState.Unreadable),
            Discovered = stored.Discovered,
            Outcomes = [.. documents.Select((d, i) => PageOutcomes.Of(d.Document, understood.Pages[i], understood.Relevance[i], isNew: true))],
        };
    }

    private async Task<(UnderstoodBatch Understood, int Discovered)> UnderstandAsync(
        SourceDefinition source, IReadOnlyList<PendingDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return (new UnderstoodBatch([], [], [], []), 0);
        }

        var understood = await understanding.UnderstandAsync(source.Slug, source.Focus, documents, GrainFactory, cancellationToken);
        var links = CrawlLinks.From(source, documents, understood.Pages);
        var stored = await clock.StageAsync(
            "storing", documents.Count, () => store.UnderstandAsync(source.Slug, understood.Items, links, understood.Problems, cancellationToken));
        Count(understood.Items);
        foreach (var item in understood.Items.Where(i => i.State == ItemState.Partial))
        {
            await GrainFactory.GetGrain<IItemGrain>(item.ItemId).CompleteAsync();
        }

        foreach (var board in understood.Items.Select(i => i.Board).OfType<string>().Distinct())
        {
            await GrainFactory.GetGrain<ITrendBoardGrain>(board).WakeAsync();
        }

        return (understood, stored.Discovered);
    }

    private static void Count(IReadOnlyList<UnderstoodItem> understood)
    {
        foreach (var item in understood)
        {
            Telemetry.Understood(item.State);
            foreach (var missing in item.Missing)
            {
                Telemetry.Missing(missing.Part);
            }
        }
    }
}
