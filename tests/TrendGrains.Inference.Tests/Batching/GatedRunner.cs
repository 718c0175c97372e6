using System.Collections.Concurrent;

namespace TrendGrains.Inference.Tests.Batching;

/// <summary>A model that waits at a gate, so that a test decides what piles up behind it.</summary>
internal sealed class GatedRunner
{
    private readonly SemaphoreSlim gate = new(0);
    private readonly SemaphoreSlim started = new(0);

    /// <summary>Every run's items.</summary>
    public ConcurrentQueue<int[]> Batches { get; } = [];

    /// <summary>Items on which a run that holds them fails.</summary>
    public HashSet<int> Poison { get; } = [];

    /// <summary>Twice each item, once the gate lets the run through.</summary>
    public IReadOnlyList<int> Run(IReadOnlyList<int> items)
    {
        Batches.Enqueue([.. items]);
        started.Release();
        // Bounded, or a test that failed before it opened the gate would wait for its own queue to close.
        Assert.True(gate.Wait(TimeSpan.FromSeconds(10)), "nobody opened the gate");
        return items.Any(Poison.Contains) ? throw new FormatException($"poisoned among {items.Count}") : [.. items.Select(i => i * 2)];
    }

    public Task StartedAsync() => started.WaitAsync(TimeSpan.FromSeconds(20)).ContinueWith(
        waited => Assert.True(waited.IsCompletedSuccessfully && waited.GetAwaiter().GetResult(), $"no run began; {Batches.Count} had"),
        TaskScheduler.Default);

    public void Open(int runs = 1_000_000) => gate.Release(runs);
}
