using System.Runtime.CompilerServices;

namespace TrendGrains.Inference.Batching;

/// <summary>What one caller asked for: 1..n items that wait together and may run in several batches.</summary>
internal sealed class BatchRequest<TIn, TOut>(IReadOnlyList<TIn> items, long since)
{
    private readonly TOut[] results = new TOut[items.Count];

    // Callers are grain turns: what follows their await must not run on the runner's thread.
    private readonly TaskCompletionSource<TOut[]> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int missing = items.Count;

    public Task<TOut[]> Task => completion.Task;

    public IReadOnlyList<TIn> Items => items;

    /// <summary>Timestamp at which it began to wait.</summary>
    public long Since => since;

    /// <summary>Items already handed to the runner; touched under the queue's lock only.</summary>
    public int Taken { get; set; }

    /// <summary>Its place in the queue, so that leaving costs no search; touched under the queue's lock only.</summary>
    public LinkedListNode<BatchRequest<TIn, TOut>>? Place { get; set; }

    public int Waiting => items.Count - Taken;

    public bool IsSettled => completion.Task.IsCompleted;

    public void Complete(int index, TOut result)
    {
        results[index] = result;
        if (Interlocked.Decrement(ref missing) == 0)
        {
            completion.TrySetResult(results);
        }
    }

    /// <summary>The first failure settles the whole request; results of its other items are dropped.</summary>
    public void Fail(Exception reason) => completion.TrySetException(reason);

    public void Cancel(CancellationToken cancellationToken) => completion.TrySetCanceled(cancellationToken);
}

/// <summary>One item of a request.</summary>
internal readonly record struct Ticket<TIn, TOut>(BatchRequest<TIn, TOut> Request, int Index)
{
    public TIn Item
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Request.Items[Index];
    }
}
