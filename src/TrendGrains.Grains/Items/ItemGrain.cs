using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Grains.Ingest;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Grains.Items;

/// <summary>Edits, retries and deletion of one item. Its state is the database's; it deactivates when nothing is left to do.</summary>
internal sealed class ItemGrain(
    IngestStore ingest, ItemStore items, SourceStore sources, LeadPictures pictures, DocumentUnderstanding understanding, ILogger<ItemGrain> log)
    : Grain, IItemGrain
{
    private IGrainTimer? retry;
    private int retries;

    /// <summary>What is stored was stored as what it looks like, where nobody had decided.</summary>
    private bool believed;

    public Task ReviseAsync()
    {
        (retries, believed) = (0, false);
        return UnderstandAgainAsync(CancellationToken.None);
    }

    /// <summary>Not at once: a model that has just put off a batch would only hear from each of its items.</summary>
    public Task CompleteAsync()
    {
        if (retry is null)
        {
            TryAgain();
        }

        return Task.CompletedTask;
    }

    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        var id = this.GetPrimaryKey();
        await items.DeleteAsync(id, cancellationToken);
        if (await pictures.TrendOfAsync(id, cancellationToken) is { } trend)
        {
            await GrainFactory.GetGrain<ITrendGrain>(trend).RefreshAsync();
        }

        Rest();
    }

    public Task<ItemState?> GetStateAsync() => items.GetStateAsync(this.GetPrimaryKey(), CancellationToken.None);

    private async Task UnderstandAgainAsync(CancellationToken cancellationToken)
    {
        var id = this.GetPrimaryKey();
        try
        {
            var state = await items.GetStateAsync(id, cancellationToken);
            // Accepted still: its page was replaced before anybody had read the first one, and whoever reads that may not store it.
            if (state is not (ItemState.Accepted or ItemState.Revised or ItemState.Partial)
                || await ingest.ReadPageAsync(id, cancellationToken) is not { } page)
            {
                Rest();
                return;
            }

            var known = state == ItemState.Partial ? await ingest.ReadKnownAsync(id, cancellationToken) : null;
            var believes = retries >= ItemRetry.Believing;
            var understood = await understanding.CompleteAsync(page, known, believes, GrainFactory, cancellationToken);
            if (believes == believed && ItemRetry.LearntNothing(known, understood.Items[0]))
            {
                TryAgain();
                return;
            }

            // Again, if the crawl took the links already; for the first time, if it was stopped between storing the edit and reading it.
            var links = await sources.GetAsync(page.Source, cancellationToken) is { Definition: var source }
                ? CrawlLinks.From(source, [page], understood.Pages)
                : [];
            await ingest.UnderstandAsync(page.Source, understood.Items, links, understood.Problems, cancellationToken);
            believed = believes;
            await TellAsync(understood.Items[0], cancellationToken);
            if (understood.Items[0].State == ItemState.Partial)
            {
                TryAgain();
            }
            else
            {
                Rest();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            var pause = ItemRetry.AfterFailure(retries, id);
            log.ItemPutOff(error, id, pause);
            TryAfter(pause);
        }
    }

    /// <summary>Its trend may have a picture now; an item that could not be read before has only now arrived.</summary>
    private async Task TellAsync(UnderstoodItem item, CancellationToken cancellationToken)
    {
        if (await pictures.TrendOfAsync(item.ItemId, cancellationToken) is { } trend)
        {
            await GrainFactory.GetGrain<ITrendGrain>(trend).RefreshAsync();
        }
        else if (item.Board is not null)
        {
            await GrainFactory.GetGrain<ITrendBoardGrain>(item.Board).WakeAsync();
        }
    }

    /// <summary>A model that has not answered for days is not asked for ever: the parts and their reasons stay stored.</summary>
    private void TryAgain()
    {
        if (retries >= ItemRetry.Most)
        {
            Rest();
        }
        else
        {
            TryAfter(ItemRetry.After(retries, this.GetPrimaryKey()));
        }
    }

    private void TryAfter(TimeSpan pause)
    {
        retries++;
        retry?.Dispose();
        retry = this.RegisterGrainTimer(UnderstandAgainAsync, new GrainTimerCreationOptions
        {
            DueTime = pause,
            Period = Timeout.InfiniteTimeSpan,
            KeepAlive = true,
        });
        DelayDeactivation(pause * 2);
    }

    private void Rest()
    {
        retry?.Dispose();
        retry = null;
        retries = 0;
        believed = false;
        DeactivateOnIdle();
    }
}
