using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.Batching;

/// <summary>What one caller asked for: 1..n items that wait together and may run in several batches.</summary>
internal sealed class BatchRequest<TIn, TOut>(IReadOnlyList<TIn> items, CallPriority priority, long since, long deadline)
{
    private readonly Outcome<TOut>[] results = new Outcome<TOut>[items.Count];

    // Callers are grain turns: what follows their await must not run on the runner's thread.
    private readonly TaskCompletionSource<Outcome<TOut>[]> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int missing = items.Count;

    public Task<Outcome<TOut>[]> Task => completion.Task;

    public IReadOnlyList<TIn> Items => items;

    public CallPriority Priority => priority;

    /// <summary>Timestamp at which it began to wait.</summary>
    public long Since => since;

    /// <summary>Timestamp from which none of its items may begin.</summary>
    public long Deadline => deadline;

    /// <summary>Its number in order of arrival; written under the queue's lock.</summary>
    public long Number { get; set; }

    /// <summary>Items that still wait; touched under the queue's lock only.</summary>
    public int Waiting { get; set; } = items.Count;

    /// <summary>Lengths of the items that still wait; touched under the queue's lock only.</summary>
    public long WaitingCells { get; set; }

    /// <summary>Nobody wants the rest any more; touched under the queue's lock only.</summary>
    public bool HasLeft { get; set; }

    public bool IsSettled => completion.Task.IsCompleted;

    public void Complete(int index, Outcome<TOut> result)
    {
        results[index] = result;
        if (Interlocked.Decrement(ref missing) == 0)
        {
            completion.TrySetResult(results);
        }
    }

    public void Fail(Exception reason) => completion.TrySetException(reason);

    public void Cancel(CancellationToken cancellationToken) => completion.TrySetCanceled(cancellationToken);
}

/// <summary>One item of a request.</summary>
internal readonly record struct Ticket<TIn, TOut>(BatchRequest<TIn, TOut> Request, int Index)
{
    public TIn Item => Request.Items[Index];
}
