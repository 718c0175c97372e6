using System.Collections.Concurrent;
using TrendGrains.Inference.Batching;

namespace TrendGrains.Inference.Tests.Batching;

public sealed class ModelThreadsTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    private static readonly BatchingOptions options = new(4, 1000, TimeSpan.Zero, TimeSpan.FromMinutes(1)) { Runners = 2, WorthARunner = TimeSpan.Zero };

    [Fact]
    public async Task No_more_batches_run_at_once_than_there_are_threads_whatever_the_number_of_models()
    {
        using var threads = new ModelThreads(2);
        var (running, most) = (0, 0);
        var models = Enumerable.Range(0, 6).Select(i => new BatchingQueue<int, int>($"m{i}", items =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(1));
            Interlocked.Decrement(ref running);
            return items;
        }, options, TimeProvider.System, threads)).ToArray();

        await Task.WhenAll(models.SelectMany(m => Enumerable.Range(0, 40).Select(i => m.RunAsync(i, default)))).WaitAsync(patience);

        Assert.Equal(2, most);
        foreach (var model in models)
        {
            await model.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_busy_model_keeps_no_other_from_its_turn()
    {
        using var threads = new ModelThreads(1);
        var order = new ConcurrentQueue<string>();
        var gate = new SemaphoreSlim(0);
        BatchingQueue<int, int> Model(string name) => new(name, items =>
        {
            Assert.True(gate.Wait(patience), "nobody opened the gate");
            order.Enqueue(name);
            return items;
        }, options, TimeProvider.System, threads);
        await using var busy = Model("busy");
        await using var calm = Model("calm");

        var much = busy.RunAsync([.. Enumerable.Range(0, 40)], default);
        var little = calm.RunAsync(1, default);
        gate.Release(100);
        await Task.WhenAll(much, little).WaitAsync(patience);

        Assert.InRange(order.ToList().IndexOf("calm"), 0, 2);
        Assert.Equal(11, order.Count);
    }

    [Fact]
    public async Task A_second_runner_joins_only_when_what_waits_is_worth_it()
    {
        using var threads = new ModelThreads(2);
        var entered = new SemaphoreSlim(0);
        var gate = new SemaphoreSlim(0);
        await using var queue = new BatchingQueue<int, int>("test", items =>
        {
            entered.Release();
            Assert.True(gate.Wait(patience), "nobody opened the gate");
            return items;
        }, options with { WorthARunner = TimeSpan.FromHours(1) }, TimeProvider.System, threads);

        var first = queue.RunAsync(0, default);
        Assert.True(await entered.WaitAsync(patience));
        var rest = Enumerable.Range(1, 3).Select(i => queue.RunAsync(i, default)).ToArray();

        Assert.Equal(3, queue.Depth);
        gate.Release(10);
        await Task.WhenAll([first, .. rest]).WaitAsync(patience);
        Assert.Equal(2, queue.Snapshot().Runs);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
