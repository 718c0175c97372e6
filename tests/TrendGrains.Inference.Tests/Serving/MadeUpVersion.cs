using System.Collections.Concurrent;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Serving;

namespace TrendGrains.Inference.Tests.Serving;

/// <summary>A version that answers a text with its length, once it was opened.</summary>
internal sealed class MadeUpVersion(string number) : ServedVersion<string>(
    new ModelEntry("made-up", number, "topic", "", [], "own", "tests") { Labels = ["length"] }, TimeProvider.System)
{
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Ran { get; } = [];

    public HashSet<string> Poison { get; } = [];

    public double SecondsEach { get; set; }

    public override double SecondsAnItem => SecondsEach;

    public override int Waiting => 0;

    public void Open() => gate.TrySetResult();

    public override async Task<Outcome<float[]>[]> RunAsync(IReadOnlyList<string> items, CallTerms terms, CancellationToken cancellationToken)
    {
        await gate.Task.WaitAsync(cancellationToken);
        return [.. items.Select(item =>
        {
            Ran.Enqueue(item);
            return Poison.Contains(item) ? new Outcome<float[]>(null, new FormatException("poisoned")) : new Outcome<float[]>([item.Length], null);
        })];
    }

    public override QueueSnapshot Snapshot() => new(0, Ran.Count, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
