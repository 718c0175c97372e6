using System.Collections.Concurrent;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Serving;

namespace TrendGrains.Inference.Tests.Serving;

/// <summary>A version that answers a text with its length, once it was opened.</summary>
internal sealed class MadeUpVersion(string number, TimeProvider? clock = null) : ServedVersion<string>(EntryOf(number), clock ?? TimeProvider.System)
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Ran { get; } = [];

    public HashSet<string> Poison { get; } = [];

    /// <summary>Texts that it cannot take at all.</summary>
    public HashSet<string> Refused { get; } = [];

    public bool IsClosed { get; private set; }

    public double SecondsEach { get; set; }

    public override double SecondsAnItem => SecondsEach;

    public override int Waiting => 0;

    public static ModelEntry EntryOf(string number) => new("made-up", number, "topic", "", [], "own", "tests") { Labels = ["length"] };

    public void Open() => gate.TrySetResult();

    public override async Task<Outcome<float[]>[]> RunAsync(IReadOnlyList<string> items, CallTerms terms, CancellationToken cancellationToken)
    {
        try
        {
            await gate.Task.WaitAsync(terms.Within ?? Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new ModelTimeoutException(Entry.Name, terms.Within!.Value);
        }
        return [.. items.Select(item =>
        {
            Ran.Enqueue(item);
            return Refused.Contains(item) ? new Outcome<float[]>(null, new FormatException("refused")) { IsOfItem = true }
                : Poison.Contains(item) ? new Outcome<float[]>(null, new FormatException("poisoned")) : new Outcome<float[]>([item.Length], null);
        })];
    }

    public override QueueSnapshot Snapshot() => new(0, Ran.Count, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public override ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }
}
