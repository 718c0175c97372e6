using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Crawling.Replays;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>One run of a source: how it starts, its slices, how it ends. What calls for it, and when, is in the other half.</summary>
internal sealed partial class SourceGrain
{
    private async Task StartRunAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        var seed = definition.Url;
        if (!Recording.Is(definition) && !UrlNormalizer.TryNormalize(definition.Url, null, out seed, out var why))
        {
            throw new InvalidOperationException($"Source '{Slug}': {why}");
        }

        choices.Drop();
        revisits.End();
        await frontier.RestartAsync(Slug, seed, cancellationToken);
        await entrances.RestartAsync(Slug, cancellationToken);
        resumed = 0;
        State.Run++;
        State.Running = true;
        State.Counts = new CrawlCounts();
        State.Started = clock.GetUtcNow();
        State.Listing = State.Listing.Restarted();
        problem = null;
        await state.WriteStateAsync();
        log.CrawlStarted(Slug, State.Run);
    }

    /// <summary>Returns how long to wait before the next slice.</summary>
    private async Task<TimeSpan> RunSliceAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        var spent = CrawlBudget.Spent(definition, State.Counts, State.Started, clock.GetUtcNow());
        var looksAgain = spent is null && State.Order is null;
        IReadOnlyList<FrontierUrl> again = looksAgain ? await revisits.BesideNewAsync(definition, State.Counts, cancellationToken) : [];
        var chosen = spent is not null || again.Count > 0 ? [] : await choices.NextAsync(definition, State.Run, State.Counts.Fetched, keeps: State.Order?.Focus is null, cancellationToken);
        if (looksAgain && chosen.Count + again.Count == 0)
        {
            again = await revisits.NextAsync(definition, State.Counts, cancellationToken);
        }

        if (chosen.Count + again.Count == 0)
        {
            if (spent is not null)
            {
                await EndForBudgetAsync(definition, spent, cancellationToken);
            }

            await EndRunAsync(definition, cancellationToken);
            return TimeSpan.Zero;
        }

        var outcome = await slice.RunAsync(GrainFactory, definition, State, [.. again, .. chosen.Select(c => c.Url)], cancellationToken);
        await revisits.BeforeStoringAsync(outcome, cancellationToken);
        var pages = new List<PageOutcome>();
        var worker = GrainFactory.GetGrain<IIngestGrain>(0);
        foreach (var batch in outcome.Batches(definition, BatchSize))
        {
            var result = await worker.IngestAsync(batch, cancellationToken);
            State.Counts.New += result.New;
            State.Counts.Changed += result.Changed;
            pages.AddRange(result.Outcomes);
        }

        await choices.TakeInAsync(definition, State.Run, chosen, outcome, pages, cancellationToken);
        await revisits.TakeInAsync(definition, State.Counts, outcome, pages, cancellationToken);

        foreach (var line in outcome.Log)
        {
            State.Counts.Add(line.Reason, line.Bytes);
        }

        if (outcome.Feed is { } feed)
        {
            (State.ETag, State.LastModified) = (feed.ETag, feed.LastModified);
        }

        State.Listing = outcome.Listing;
        problem = outcome.WaitReason ?? outcome.Log.LastOrDefault(l => !l.Reason.IsSuccess())?.Detail;
        if (clock.GetUtcNow() - counted >= countAgain)
        {
            await CountAsync(cancellationToken);
        }

        await state.WriteStateAsync();
        if (outcome.Spent is not null)
        {
            await EndForBudgetAsync(definition, outcome.Spent, cancellationToken);
            await EndRunAsync(definition, cancellationToken);
            return TimeSpan.Zero;
        }

        // A host may rest for longer than the crawl may take.
        return CrawlBudget.TimeLeft(definition, State.Started, clock.GetUtcNow()) is { } left && left < outcome.Wait
            ? TimeSpan.FromTicks(Math.Max(0, left.Ticks))
            : outcome.Wait ?? TimeSpan.Zero;
    }

    /// <summary>Says why the crawl ends with URLs still waiting, where some are; they are the next crawl's.</summary>
    private async Task EndForBudgetAsync(SourceDefinition definition, string spent, CancellationToken cancellationToken)
    {
        await CountAsync(cancellationToken);
        if (waiting == 0)
        {
            return;
        }

        problem = $"{CrawlReason.BudgetSpent.Code()}: {spent}; {waiting:N0} URLs wait for the next crawl";
        State.Counts.Reasons[CrawlReason.BudgetSpent.Code()] = State.Counts.Reasons.GetValueOrDefault(CrawlReason.BudgetSpent.Code()) + 1;
        await crawlLog.AppendAsync(
            [new CrawlLogEntry { Source = Slug, Url = definition.Url, At = clock.GetUtcNow(), Reason = CrawlReason.BudgetSpent, Detail = problem }],
            cancellationToken);
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        waiting = await frontier.CountWaitingAsync(Slug, cancellationToken);
        counted = clock.GetUtcNow();
    }

    private async Task EndRunAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        await choices.EndAsync();
        revisits.End();
        var now = clock.GetUtcNow();
        var counts = State.Counts;
        if (counts.Fetched > 0)
        {
            // The host answers, so its robots.txt can be read again.
            await frontier.WakeUnaskedAsync(Slug, cancellationToken);
        }

        await CountAsync(cancellationToken);
        State.ConsecutiveFailures = counts.Fetched == 0 && counts.Failed > 0 ? State.ConsecutiveFailures + 1 : 0;
        State.Running = false;
        State.Order = null;
        Cadence.Learn(State, now);
        State.LastCrawl = now;
        var retry = waiting > 0 ? await frontier.NextDueAsync(Slug, cancellationToken) : null;
        State.NextDue = SourceSchedule.NextCrawl(Cadence.Timed(definition, State), State.ConsecutiveFailures, retry, now);
        if (SourceSlug.IsRehearsal(Slug))
        {
            await frontier.ClearAsync(Slug, cancellationToken);
            (State.Definition, State.NextDue) = (null, null);
        }

        await state.WriteStateAsync();
        if (State.NextDue - now is { } wait && SourceSlug.IsRehearsal(Slug) is false && wait > SourceSchedule.ShortestReminder)
        {
            // Counted from now: a beat that comes before the crawl is due would leave it to the next one.
            await this.RegisterOrUpdateReminder(Reminder, wait, SourceSchedule.ReminderPeriod(definition));
        }

        // A look that found nothing is no news: a source that is looked at every few seconds would drown the rest.
        var level = counts.New + counts.Changed + counts.Failed > 0 ? LogLevel.Information : LogLevel.Debug;
        log.CrawlEnded(level, Slug, State.Run, counts.Fetched, counts.New, counts.Changed, counts.Skipped, counts.Failed, waiting);
    }
}
