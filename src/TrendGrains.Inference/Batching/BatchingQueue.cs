using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.Batching;

/// <summary>
/// Many callers, one runner: whatever waits when the runner is free goes into its next batch, so that batches grow with load and a lone
/// item does not wait. The runner is a thread of its own: callers may sit on any scheduler and are never run on it.
/// </summary>
/// <remarks>
/// An item whose batch fails is tried again with half of the batch, and so on, until it fails alone: one poisoned item costs its
/// neighbours a few runs and nothing more.
/// </remarks>
public sealed class BatchingQueue<TIn, TOut> : IAsyncDisposable
{
    private readonly object gate = new();
    private readonly LinkedList<BatchRequest<TIn, TOut>> waiting = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Ticket<TIn, TOut>> batch = [];
    private readonly string name;
    private readonly Func<IReadOnlyList<TIn>, IReadOnlyList<TOut>> run;
    private readonly BatchingOptions options;
    private readonly TimeProvider clock;
    private readonly QueueMeter meter;
    private readonly ITimer lingering;
    private readonly ITimer expiry;
    private bool expiryArmed;
    private bool stopping;
    private int depth;
    private double secondsAnItem;

    /// <param name="name">The model's name, for errors, metrics and the thread.</param>
    /// <param name="run">Turns a batch into as many results in the same order. Called by one thread at a time.</param>
    public BatchingQueue(string name, Func<IReadOnlyList<TIn>, IReadOnlyList<TOut>> run, BatchingOptions options, TimeProvider clock)
    {
        (this.name, this.run, this.options, this.clock) = (name, run, options, clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueLimit, 1);
        meter = new QueueMeter(name);
        lingering = clock.CreateTimer(_ => Pulse(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        expiry = clock.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        new Thread(Drain) { IsBackground = true, Name = $"model {name}" }.Start();
    }

    /// <summary>Items that wait for a run.</summary>
    public int Depth
    {
        get
        {
            lock (gate)
            {
                return depth;
            }
        }
    }

    public async Task<TOut> RunAsync(TIn item, CancellationToken cancellationToken) =>
        (await RunAsync([item], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>One result for each item, in order. When an item fails, so does the call; cancelling takes waiting items out of the queue.</summary>
    /// <exception cref="ModelBusyException">The items do not fit in the queue now; none was taken.</exception>
    /// <exception cref="TimeoutException">They waited longer than the queue allows.</exception>
    /// <exception cref="ObjectDisposedException">The queue is closed or was closed while they waited.</exception>
    public async Task<TOut[]> RunAsync(IReadOnlyList<TIn> items, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items.Count, options.QueueLimit, nameof(items));
        if (items.Count == 0)
        {
            return [];
        }
        var request = new BatchRequest<TIn, TOut>(items, clock.GetTimestamp());
        Enqueue(request);
        if (!cancellationToken.CanBeCanceled)
        {
            return await request.Task.ConfigureAwait(false);
        }
        await using (cancellationToken.UnsafeRegister((_, token) => Cancel(request, token), null).ConfigureAwait(false))
        {
            return await request.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Waiting items fail, the batch under way is finished, then the runner is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            stopping = true;
            while (waiting.First is { } node)
            {
                Remove(node);
                node.Value.Fail(new ObjectDisposedException(name, $"Model '{name}' was closed while the call waited."));
            }
            Monitor.PulseAll(gate);
        }
        await ended.Task.ConfigureAwait(false);
        await lingering.DisposeAsync().ConfigureAwait(false);
        await expiry.DisposeAsync().ConfigureAwait(false);
    }

    private void Enqueue(BatchRequest<TIn, TOut> request)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            if (depth + request.Items.Count > options.QueueLimit)
            {
                meter.Rejected(request.Items.Count);
                throw new ModelBusyException(name, RetryAfter());
            }
            request.Place = waiting.AddLast(request);
            depth += request.Items.Count;
            meter.Deeper(request.Items.Count);
            if (!expiryArmed)
            {
                ArmExpiry(options.QueueTimeout);
            }
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Half the time that the queue needs at its present speed: by then there is room.</summary>
    private TimeSpan RetryAfter() =>
        TimeSpan.FromMilliseconds(Math.Clamp(depth * secondsAnItem * 1000 / 2, 5, 5000));

    private void Drain()
    {
        try
        {
            while (Take())
            {
                Run(batch);
                batch.Clear();
            }
        }
        finally
        {
            ended.SetResult();
        }
    }

    /// <summary>Waits for work and moves up to a full batch of it into <see cref="batch"/>; false when the queue is closed.</summary>
    private bool Take()
    {
        lock (gate)
        {
            while (!stopping && (depth == 0 || Lingers()))
            {
                Monitor.Wait(gate);
            }
            if (stopping)
            {
                return false;
            }
            var now = clock.GetTimestamp();
            while (batch.Count < options.MaxBatch && waiting.First is { } node)
            {
                var request = node.Value;
                meter.Waited(clock.GetElapsedTime(request.Since, now));
                var take = Math.Min(request.Waiting, options.MaxBatch - batch.Count);
                for (var i = 0; i < take; i++)
                {
                    batch.Add(new Ticket<TIn, TOut>(request, request.Taken++));
                }
                depth -= take;
                meter.Deeper(-take);
                if (request.Waiting == 0)
                {
                    waiting.Remove(node);
                }
            }
            return true;
        }
    }

    private bool Lingers()
    {
        if (options.Linger <= TimeSpan.Zero || depth >= options.MaxBatch || waiting.First is not { } oldest)
        {
            return false;
        }
        var left = options.Linger - clock.GetElapsedTime(oldest.Value.Since);
        if (left <= TimeSpan.Zero)
        {
            return false;
        }
        lingering.Change(left, Timeout.InfiniteTimeSpan);
        return true;
    }

    private void Run(List<Ticket<TIn, TOut>> tickets)
    {
        // Callers that left while the batch was waiting for its second half need no run.
        tickets.RemoveAll(ticket => ticket.Request.IsSettled);
        if (tickets.Count == 0)
        {
            return;
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
            results = run(items);
            if (results.Count != items.Length)
            {
                throw new InvalidOperationException($"Model '{name}' gave {results.Count} results for {items.Length} items.");
            }
        }
        catch (Exception e)
        {
            Isolate(tickets, e);
            return;
        }
        var took = clock.GetElapsedTime(began);
        meter.Ran(items.Length, took);
        // An exponential mean over about ten batches.
        var seconds = took.TotalSeconds / items.Length;
        secondsAnItem = secondsAnItem == 0 ? seconds : (secondsAnItem * 0.9) + (seconds * 0.1);
        for (var i = 0; i < tickets.Count; i++)
        {
            tickets[i].Request.Complete(tickets[i].Index, results[i]);
        }
    }

    private void Isolate(List<Ticket<TIn, TOut>> tickets, Exception reason)
    {
        if (tickets.Count == 1)
        {
            meter.Failed();
            tickets[0].Request.Fail(reason);
            return;
        }
        var half = tickets.Count / 2;
        Run(tickets[..half]);
        Run(tickets[half..]);
    }

    private void Cancel(BatchRequest<TIn, TOut> request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (request.Place is { List: not null } node)
            {
                Remove(node);
            }
        }
        request.Cancel(cancellationToken);
    }

    private void Remove(LinkedListNode<BatchRequest<TIn, TOut>> node)
    {
        waiting.Remove(node);
        depth -= node.Value.Waiting;
        meter.Deeper(-node.Value.Waiting);
    }

    /// <summary>Requests wait in order of arrival and all may wait equally long, so one timer for the oldest is enough.</summary>
    private void Expire()
    {
        lock (gate)
        {
            while (waiting.First is { } node)
            {
                var left = options.QueueTimeout - clock.GetElapsedTime(node.Value.Since);
                if (left > TimeSpan.Zero)
                {
                    ArmExpiry(left);
                    return;
                }
                Remove(node);
                node.Value.Fail(new TimeoutException(
                    $"Model '{name}' did not come to this call within {options.QueueTimeout.TotalSeconds:0.###} s; {depth} items wait behind it."));
            }
            expiryArmed = false;
        }
    }

    private void ArmExpiry(TimeSpan left)
    {
        expiryArmed = true;
        expiry.Change(left, Timeout.InfiniteTimeSpan);
    }

    private void Pulse()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }
}
