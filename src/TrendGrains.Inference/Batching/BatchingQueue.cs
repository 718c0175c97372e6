using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.Batching;

/// <summary>
/// Many callers, few runners: whatever waits when a runner is free goes into its next batch, so that batches grow with load and a lone
/// item does not wait. Batches run on <see cref="ModelThreads"/>: callers may sit on any scheduler and are never run there.
/// </summary>
/// <remarks>
/// An item whose batch fails is tried again with half of the batch, and so on, until it fails alone: one poisoned item costs its
/// neighbours a few runs and nothing more. A fault of what all depend on is told to all at once.
/// </remarks>
public sealed class BatchingQueue<TIn, TOut> : IBatchSource, IAsyncDisposable
{
    /// <summary>Milliseconds between two looks for what has expired at least; what is taken for a run is looked at in any case.</summary>
    private const double BetweenLooks = 50;

    private readonly object gate = new();
    private readonly WaitingLine<TIn, TOut> waiting;
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string name;
    private readonly Func<IReadOnlyList<TIn>, CancellationToken, IReadOnlyList<TOut>> run;
    private readonly CancellationTokenSource closing = new();
    private readonly BatchingOptions options;
    private readonly TimeProvider clock;
    private readonly ModelThreads threads;
    private readonly bool ownsThreads;
    private readonly QueueFigures figures;
    private readonly ITimer lingering;
    private readonly ITimer expiry;
    private long expiryArmedFor = long.MaxValue;
    private bool inLine;
    private bool stopping;
    private int running;
    private double secondsAnItem;

    /// <param name="name">The model's name, for errors and metrics.</param>
    /// <param name="run">Turns a batch into as many results in the same order. Called by one thread at a time unless the options allow more runners.</param>
    /// <param name="threads">Where batches run, with those of other queues; null makes a thread of its own for each runner.</param>
    /// <param name="length">What an item costs a batch: cells, tokens; null counts each as one.</param>
    /// <param name="version">The model's version, for metrics.</param>
    public BatchingQueue(
        string name,
        Func<IReadOnlyList<TIn>, IReadOnlyList<TOut>> run,
        BatchingOptions options,
        TimeProvider clock,
        ModelThreads? threads = null,
        Func<TIn, int>? length = null,
        string? version = null)
        : this(name, (items, _) => run(items), options, clock, threads, length, version)
    {
    }

    /// <inheritdoc cref="BatchingQueue{TIn, TOut}(string, Func{IReadOnlyList{TIn}, IReadOnlyList{TOut}}, BatchingOptions, TimeProvider, ModelThreads, Func{TIn, int}, string)"/>
    public BatchingQueue(
        string name,
        Func<IReadOnlyList<TIn>, CancellationToken, IReadOnlyList<TOut>> run,
        BatchingOptions options,
        TimeProvider clock,
        ModelThreads? threads = null,
        Func<TIn, int>? length = null,
        string? version = null)
    {
        (this.name, this.run, this.options, this.clock) = (name, run, options, clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Runners, 1);
        figures = new QueueFigures(name, version);
        waiting = new WaitingLine<TIn, TOut>(options, length ?? (_ => 1));
        (this.threads, ownsThreads) = (threads ?? new ModelThreads(options.Runners, $"model {name}"), threads is null);
        lingering = clock.CreateTimer(_ => Consider(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        expiry = clock.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Items that wait for a run.</summary>
    public int Depth
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Seconds that an item takes in a batch, lately; 0 before the first run.</summary>
    public double SecondsAnItem => Volatile.Read(ref secondsAnItem);

    public QueueSnapshot Snapshot() => figures.Read(Depth);

    public async Task<TOut> RunAsync(TIn item, CancellationToken cancellationToken) =>
        (await RunAsync([item], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>One result for each item, in order. When an item fails, so does the call; cancelling takes waiting items out of the queue.</summary>
    /// <inheritdoc cref="TryRunAsync" path="/exception"/>
    public async Task<TOut[]> RunAsync(IReadOnlyList<TIn> items, CancellationToken cancellationToken) =>
        Outcomes.OrThrow(await TryRunAsync(items, CallTerms.Bulk, cancellationToken).ConfigureAwait(false));

    /// <summary>For each item, in order, its result or why it has none: one that fails costs no other its result.</summary>
    /// <exception cref="ModelBusyException">The items do not fit in the queue now; none was taken.</exception>
    /// <exception cref="ModelTimeoutException">They waited longer than the queue or the terms allow; what had not begun is not run.</exception>
    /// <exception cref="ObjectDisposedException">The queue is closed or was closed while they waited.</exception>
    public Task<Outcome<TOut>[]> TryRunAsync(IReadOnlyList<TIn> items, CallTerms terms, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items.Count, options.QueueLimit, nameof(items));
        if (items.Count == 0)
        {
            return Task.FromResult<Outcome<TOut>[]>([]);
        }
        var since = clock.GetTimestamp();
        var limit = terms.Within is { } within && within < options.QueueTimeout ? within : options.QueueTimeout;
        if (limit <= TimeSpan.Zero)
        {
            throw new ModelTimeoutException(name, limit);
        }
        var request = new BatchRequest<TIn, TOut>(items, terms.Priority, since, since + (long)(limit.TotalSeconds * clock.TimestampFrequency));
        Enqueue(request);
        return terms.Within is null && !cancellationToken.CanBeCanceled ? request.Task : WatchAsync(request, terms.Within, cancellationToken);
    }

    private async Task<Outcome<TOut>[]> WatchAsync(BatchRequest<TIn, TOut> request, TimeSpan? within, CancellationToken cancellationToken)
    {
        await using var timer = within is { } bound
            ? clock.CreateTimer(_ => Leave(request, new ModelTimeoutException(name, bound)), null, bound, Timeout.InfiniteTimeSpan)
            : null;
        await using (cancellationToken.UnsafeRegister((_, token) => Cancel(request, token), null).ConfigureAwait(false))
        {
            return await request.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Waiting items fail, batches under way are finished, or cut short where they can be.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            stopping = true;
            foreach (var request in waiting.Requests())
            {
                figures.Deeper(-waiting.Leave(request));
                request.Fail(new ObjectDisposedException(name, $"Model '{name}' was closed while the call waited."));
            }
            if (running == 0)
            {
                idle.TrySetResult();
            }
        }
        await closing.CancelAsync().ConfigureAwait(false);
        await idle.Task.ConfigureAwait(false);
        await lingering.DisposeAsync().ConfigureAwait(false);
        await expiry.DisposeAsync().ConfigureAwait(false);
        if (ownsThreads)
        {
            threads.Dispose();
        }
    }

    void IBatchSource.RunNext()
    {
        List<Ticket<TIn, TOut>> batch;
        lock (gate)
        {
            inLine = false;
            batch = Take();
            if (batch.Count == 0)
            {
                return;
            }
            running++;
            EnterIfWorth();
        }
        Run(batch);
        lock (gate)
        {
            running--;
            EnterIfWorth();
            if (stopping && running == 0)
            {
                idle.TrySetResult();
            }
        }
    }

    private void Enqueue(BatchRequest<TIn, TOut> request)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            if (waiting.Count + request.Items.Count > options.QueueLimit || (waiting.Count > 0 && waiting.Cells + waiting.CellsOf(request.Items) > options.WaitingCells))
            {
                figures.Rejected(request.Items.Count);
                throw new ModelBusyException(name, RetryAfter());
            }
            waiting.Add(request);
            figures.Deeper(request.Items.Count);
            ArmExpiry(request.Deadline);
            EnterIfWorth();
        }
    }

    /// <summary>Half the time that the queue needs at its present speed: by then there is room.</summary>
    private TimeSpan RetryAfter() =>
        TimeSpan.FromMilliseconds(Math.Clamp(waiting.Count * secondsAnItem * 1000 / 2 / options.Runners, 5, 5000));

    private void Consider()
    {
        lock (gate)
        {
            EnterIfWorth();
        }
    }

    /// <summary>Stands in line for a thread when something waits and one more runner is allowed and worth it.</summary>
    private void EnterIfWorth()
    {
        if (inLine || stopping || waiting.Count == 0 || running >= options.Runners)
        {
            return;
        }
        var another = running == 0 ? !Lingers() : waiting.Count * secondsAnItem >= options.WorthARunner.TotalSeconds * running;
        if (another)
        {
            inLine = true;
            threads.Enter(this);
        }
    }

    private bool Lingers()
    {
        if (options.Linger <= TimeSpan.Zero || waiting.Count >= options.MaxBatch || waiting.Oldest() is not { } oldest)
        {
            return false;
        }
        var left = options.Linger - clock.GetElapsedTime(oldest);
        if (left <= TimeSpan.Zero)
        {
            return false;
        }
        lingering.Change(left, Timeout.InfiniteTimeSpan);
        return true;
    }

    /// <summary>Up to a full batch of what waits; what has expired is told so and not run.</summary>
    private List<Ticket<TIn, TOut>> Take()
    {
        while (waiting.Count > 0)
        {
            var batch = waiting.Take();
            figures.Deeper(-batch.Count);
            var now = clock.GetTimestamp();
            BatchRequest<TIn, TOut>? last = null;
            foreach (var (request, _) in batch)
            {
                if (request == last)
                {
                    continue;
                }
                last = request;
                figures.Waited(clock.GetElapsedTime(request.Since, now));
                if (request.Deadline <= now)
                {
                    Abandon(request, new ModelTimeoutException(name, clock.GetElapsedTime(request.Since, request.Deadline)));
                }
            }
            batch.RemoveAll(ticket => ticket.Request.IsSettled);
            if (batch.Count > 0)
            {
                return batch;
            }
        }
        return [];
    }

    /// <summary>Null, or the fault that is every item's: what is left of the batch has it too.</summary>
    private Exception? Run(List<Ticket<TIn, TOut>> tickets)
    {
        // Callers that left while the batch was waiting for its second half need no run.
        tickets.RemoveAll(ticket => ticket.Request.IsSettled);
        if (tickets.Count == 0)
        {
            return null;
        }
        var items = new TIn[tickets.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = tickets[i].Item;
        }
        var began = clock.GetTimestamp();
        IReadOnlyList<TOut> results;
        try
        {
            results = options.CutsShort ? RunWhileWanted(tickets, items) : run(items, CancellationToken.None);
            if (results.Count != items.Length)
            {
                throw new InvalidOperationException($"Model '{name}' gave {results.Count} results for {items.Length} items.");
            }
        }
        catch (Exception e)
        {
            return Isolate(tickets, e);
        }
        var took = clock.GetElapsedTime(began);
        figures.Ran(items.Length, took);
        // An exponential mean over about ten batches; two runners may overwrite one another, which costs it one batch.
        var seconds = took.TotalSeconds / items.Length;
        Volatile.Write(ref secondsAnItem, secondsAnItem == 0 ? seconds : (secondsAnItem * 0.9) + (seconds * 0.1));
        for (var i = 0; i < tickets.Count; i++)
        {
            tickets[i].Request.Complete(tickets[i].Index, results[i]);
        }
        return null;
    }

    private IReadOnlyList<TOut> RunWhileWanted(List<Ticket<TIn, TOut>> tickets, TIn[] items)
    {
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        var ended = false;
        // A request of which an item is in this batch settles before the batch has run only when its caller leaves.
        _ = Task.WhenAll(tickets.Select(t => t.Request.Task).Distinct()).ContinueWith(
            _ =>
            {
                lock (unwanted)
                {
                    if (!ended)
                    {
                        unwanted.Cancel();
                    }
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
        try
        {
            return run(items, unwanted.Token);
        }
        finally
        {
            lock (unwanted)
            {
                ended = true;
            }
        }
    }

    /// <inheritdoc cref="Run"/>
    private Exception? Isolate(List<Ticket<TIn, TOut>> tickets, Exception reason)
    {
        tickets.RemoveAll(ticket => ticket.Request.IsSettled);
        if (closing.IsCancellationRequested)
        {
            return Fail(tickets, new ObjectDisposedException(name, $"Model '{name}' was closed while the call ran."));
        }
        if (options.FailsAll(reason))
        {
            return Fail(tickets, reason);
        }
        if (tickets.Count <= 1)
        {
            Fail(tickets, reason);
            return null;
        }
        var half = tickets.Count / 2;
        return Run(tickets[..half]) is { } ofAll ? Fail(tickets[half..], ofAll) : Run(tickets[half..]);
    }

    private Exception Fail(List<Ticket<TIn, TOut>> tickets, Exception reason)
    {
        foreach (var (request, index) in tickets)
        {
            figures.Failed();
            request.Complete(index, new Outcome<TOut>(default, reason));
        }
        return reason;
    }

    private void Leave(BatchRequest<TIn, TOut> request, ModelTimeoutException late)
    {
        lock (gate)
        {
            Abandon(request, late);
        }
    }

    private void Abandon(BatchRequest<TIn, TOut> request, ModelTimeoutException late)
    {
        var left = waiting.Leave(request);
        figures.Deeper(-left);
        if (!request.IsSettled)
        {
            figures.Expired(request.Items.Count);
            request.Fail(late);
        }
    }

    private void Cancel(BatchRequest<TIn, TOut> request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            figures.Deeper(-waiting.Leave(request));
        }
        request.Cancel(cancellationToken);
    }

    /// <summary>One timer for whatever is due first; it looks at all that waits, which is bounded.</summary>
    private void Expire()
    {
        lock (gate)
        {
            expiryArmedFor = long.MaxValue;
            var now = clock.GetTimestamp();
            foreach (var request in waiting.Requests())
            {
                if (request.Deadline <= now)
                {
                    Abandon(request, new ModelTimeoutException(name, clock.GetElapsedTime(request.Since, request.Deadline)));
                }
                else
                {
                    ArmExpiry(request.Deadline);
                }
            }
        }
    }

    private void ArmExpiry(long deadline)
    {
        if (deadline < expiryArmedFor)
        {
            expiryArmedFor = deadline;
            var left = clock.GetElapsedTime(clock.GetTimestamp(), deadline);
            // Rounded up: a timer of whole milliseconds that came early would find nothing due. Not sooner, or a full queue would be looked through all the time.
            expiry.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(left.TotalMilliseconds, BetweenLooks))), Timeout.InfiniteTimeSpan);
        }
    }
}
