using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Crawling.Replays;
using TrendGrains.Crawling.Sites;
using TrendGrains.Grains.Ingest;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// One source's schedule, cursor and crawls. A crawl is a chain of slices, each started by a timer: load what waits in the
/// frontier, fetch, store, tell. What a stop interrupts is taken up from the last durable point.
/// </summary>
internal sealed partial class SourceGrain(
    [PersistentState("source", GrainStores.State)] IPersistentState<SourceState> state,
    [PersistentState("learned", GrainStores.State)] IPersistentState<LearnedPolicy> learned,
    CrawlSlice slice,
    SiteAdapters adapters,
    CrawlChoiceStore choiceLog,
    FocusVectors focuses,
    SourceStore sources,
    FrontierStore frontier,
    IngestStore ingest,
    EntranceStore entrances,
    PageVisitStore visits,
    CrawlLogStore crawlLog,
    TimeProvider clock,
    ILogger<SourceGrain> log) : Grain, ISourceGrain
{
    private const string Reminder = "crawl";
    private const int BatchSize = 256;

    /// <summary>A new source is first crawled this long after it was defined: a verb that only adds it is gone by then, and does not begin what it cannot end.</summary>
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(2);

    /// <summary>Counting what waits takes the longer the more there is; it is a figure for people.</summary>
    private static readonly TimeSpan countAgain = TimeSpan.FromSeconds(5);

    private readonly Revisits revisits = new(visits, clock);
    private RunChoices choices = null!;
    private readonly Bell changed = new();
    private IGrainTimer? timer;
    private int waiting;
    private DateTimeOffset counted;
    private string? problem;
    private int storageFailures;
    private bool reload;

    /// <summary>The last item that was looked at for work that a stopped process left; null when all were.</summary>
    private long? resumed = 0;

    private string Slug => this.GetPrimaryKeyString();

    private SourceState State => state.State;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        choices = new RunChoices(learned, frontier, choiceLog, focuses, GrainFactory, clock);
        timer = this.RegisterGrainTimer(StepAsync, new GrainTimerCreationOptions
        {
            DueTime = Timeout.InfiniteTimeSpan,
            Period = Timeout.InfiniteTimeSpan,
            KeepAlive = true,
        });
        if (State.Definition is not null)
        {
            await CountAsync(cancellationToken);
            Arm();
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        try
        {
            await choices.SaveAsync();
        }
        catch (Exception error)
        {
            // The last pages are learned again.
            log.LearningNotKept(error, Slug, error.Message);
        }
    }

    public async Task ConfigureAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        SourceRules.Check(definition, Slug, adapters);
        await sources.UpsertAsync(definition, cancellationToken);
        if (State.Definition is { } before && (before.Kind, before.Url, before.Access) != (definition.Kind, definition.Url, definition.Access))
        {
            // Validators, cursor and what was learned are of another address, or of another answer.
            (State.ETag, State.LastModified, State.Listing) = (null, null, new ListingPosition());
            (State.NewsShape, State.NewsDays) = (0, 0);
            await frontier.ClearAsync(Slug, cancellationToken);
            revisits.End();
            await choices.ForgetAsync();
        }

        State.Definition = definition;
        State.Running &= !definition.Paused;
        State.NextDue = definition.Kind == SourceKind.File || definition.Paused ? null : clock.GetUtcNow() + settling;
        await state.WriteStateAsync();
        if (State.NextDue is null)
        {
            await UnregisterReminderAsync();
        }
        else
        {
            var period = SourceSchedule.ReminderPeriod(definition);
            await this.RegisterOrUpdateReminder(Reminder, period, period);
        }

        Arm();
    }

    public Task<long> StartCrawlAsync(CancellationToken cancellationToken) => StartAsync(order: null, cancellationToken);

    public Task<long> StartOrderedCrawlAsync(CrawlOrder order, CancellationToken cancellationToken)
    {
        order.Check();
        if (State is { Definition.Kind: not SourceKind.Site })
        {
            throw new InvalidOperationException($"Source '{Slug}' is no site: only a site's crawl has a policy, a focus and a budget of its own.");
        }

        if (State.Running)
        {
            throw new InvalidOperationException($"Source '{Slug}' is being crawled; when that has ended it can be crawled by this order.");
        }

        return StartAsync(order, cancellationToken);
    }

    public async Task<long> RehearseAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        if (definition.Kind != SourceKind.Site || !SourceSlug.IsRehearsal(Slug))
        {
            throw new InvalidOperationException($"Source '{Slug}' is no site: there is nothing to rehearse.");
        }

        await frontier.ClearAsync(Slug, cancellationToken);
        await choices.ForgetAsync();
        (State.Definition, State.Running, State.NextDue) = (definition with { Slug = Slug, Paused = true }, false, null);
        return await StartAsync(order: null, cancellationToken);
    }

    private async Task<long> StartAsync(CrawlOrder? order, CancellationToken cancellationToken)
    {
        var definition = State.Definition ?? throw new InvalidOperationException($"There is no source '{Slug}'.");
        if (definition.Kind == SourceKind.File)
        {
            throw new InvalidOperationException($"Source '{Slug}' is a file: its items come by import, not by a crawl.");
        }

        if (!State.Running)
        {
            State.Order = order;
            await StartRunAsync(definition, cancellationToken);
        }

        Arm();
        return State.Run;
    }

    public async IAsyncEnumerable<CrawlProgress> WatchAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = changed.Next;
            var progress = Progress();
            yield return progress;
            if (!progress.Running)
            {
                yield break;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    public Task<SourceStatus?> GetStatusAsync() => Task.FromResult(State.Definition is not { } definition ? null : new SourceStatus
    {
        Definition = definition,
        Progress = Progress(),
        LastCrawl = State.LastCrawl,
        NextDue = State.NextDue,
        ConsecutiveFailures = State.ConsecutiveFailures,
    });

    public Task WakeAsync()
    {
        if (State.Running)
        {
            log.CrawlTakenUp(Slug, State.Run);
        }

        resumed = 0;

        // A step in any case: a file's import may have been stopped between the two durable points, and no schedule brings that one back.
        timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await UnregisterReminderAsync();
        await sources.RemoveAsync(Slug, cancellationToken);
        await choices.ForgetAsync();
        await state.ClearStateAsync();
        timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        changed.Ring();
        DeactivateOnIdle();
    }

    /// <summary>The reminder only wakes the grain; whether a crawl is due is the state's to say.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Arm();
        return Task.CompletedTask;
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var pause = TimeSpan.Zero;
        try
        {
            if (reload)
            {
                await state.ReadStateAsync();
                reload = false;
            }

            if (State.Definition is not { } definition)
            {
                return;
            }

            await ResumeAsync(definition, cancellationToken);
            if (!State.Running && State.NextDue <= clock.GetUtcNow())
            {
                // An order that was never begun, or was stopped, is not the schedule's.
                State.Order = null;
                await StartRunAsync(definition, cancellationToken);
            }

            if (State.Running)
            {
                pause = await RunSliceAsync(State.Order?.Of(definition) ?? definition, cancellationToken);
            }

            storageFailures = 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The grain is going away; the next activation takes the same step.
            return;
        }
        catch (Exception error)
        {
            // Storage is away, or a neighbour grain is: nothing accepted is lost, the same step is taken again.
            pause = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, ++storageFailures)));
            problem = error.Message;
            choices.Drop();
            revisits.End();

            // What failed may have been accepted and not understood.
            resumed = 0;

            // A write whose answer was lost leaves an old ETag here, and what was changed in memory may not be stored.
            reload = true;
            log.CrawlPutOff(error, Slug, pause, error.Message);
        }

        Arm(pause);
        changed.Ring();
    }

    /// <summary>
    /// Finishes what a stopped process left between the two durable points, and wakes the grains of items that have work left: some with each
    /// step, each once. From then on they try again by themselves.
    /// </summary>
    private async Task ResumeAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        if (resumed is not { } last)
        {
            return;
        }

        if (last == 0 && State is { Running: true, Counts.Fetched: > 0 } && definition.Kind == SourceKind.Site && !SourceSlug.IsRehearsal(Slug))
        {
            // Pages that were stored when the run stopped, and whose visits were not.
            await visits.CompleteAsync(Slug, cancellationToken);
        }

        var worker = GrainFactory.GetGrain<IIngestGrain>(0);
        while (await worker.ResumeAsync(definition, cancellationToken) > 0)
        {
        }

        var unfinished = await ingest.ReadUnfinishedAsync(Slug, last, BatchSize, cancellationToken);
        foreach (var item in unfinished)
        {
            var grain = GrainFactory.GetGrain<IItemGrain>(item.ItemId);
            await (item.State == ItemState.Revised ? grain.ReviseAsync() : grain.CompleteAsync());
        }

        resumed = unfinished.Count == BatchSize ? unfinished[^1].Sequence : null;
    }

    /// <summary>Sets the timer to the next thing to do.</summary>
    private void Arm(TimeSpan pause = default)
    {
        if (State.Definition is not null)
        {
            var busy = State.Running || storageFailures > 0 || resumed > 0;
            timer?.Change(SourceSchedule.NextStep(busy, pause, State.NextDue, clock.GetUtcNow()), Timeout.InfiniteTimeSpan);
        }
    }

    private CrawlProgress Progress() => State.Progress(Slug, waiting, problem);

    private async Task UnregisterReminderAsync()
    {
        if (await this.GetReminder(Reminder) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
