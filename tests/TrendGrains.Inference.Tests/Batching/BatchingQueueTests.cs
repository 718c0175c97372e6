using System.Diagnostics.Metrics;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Batching;

public sealed class BatchingQueueTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider clock = new();
    private readonly GatedRunner runner = new();

    [Fact]
    public async Task Sixty_four_concurrent_callers_make_one_batch()
    {
        await using var queue = Queue();
        var first = queue.RunAsync(-1, default);
        await runner.StartedAsync();

        var callers = Enumerable.Range(0, 64).Select(i => Task.Run(() => queue.RunAsync(i, default))).ToArray();
        await DepthAsync(queue, 64);
        runner.Open();

        Assert.Equal(Enumerable.Range(0, 64).Select(i => i * 2), await Task.WhenAll(callers).WaitAsync(patience));
        Assert.Equal(-2, await first);
        Assert.Equal([1, 64], runner.Batches.Select(b => b.Length));
    }

    [Fact]
    public async Task A_lone_item_does_not_wait_for_company()
    {
        await using var queue = Queue();
        runner.Open();

        Assert.Equal(14, await queue.RunAsync(7, default).WaitAsync(patience));
    }

    [Fact]
    public async Task A_batch_is_never_larger_than_allowed_and_keeps_arrival_order()
    {
        await using var queue = Queue(maxBatch: 10);
        var first = queue.RunAsync(-1, default);
        await runner.StartedAsync();
        var many = queue.RunAsync([.. Enumerable.Range(0, 25)], default);
        runner.Open();

        Assert.Equal(Enumerable.Range(0, 25).Select(i => i * 2), await many.WaitAsync(patience));
        Assert.Equal([1, 10, 10, 5], runner.Batches.Select(b => b.Length));
        Assert.Equal(Enumerable.Range(0, 10), runner.Batches.ElementAt(1));
        await first;
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_says_when_to_come_back()
    {
        await using var queue = Queue(queueLimit: 4);
        var running = queue.RunAsync(0, default);
        await runner.StartedAsync();
        var waiting = queue.RunAsync([1, 2, 3], default);

        var busy = await Assert.ThrowsAsync<ModelBusyException>(() => queue.RunAsync([4, 5], default));
        Assert.Equal("test", busy.Model);
        Assert.InRange(busy.RetryAfter, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(5));

        // The refused call took no room: what fits still fits.
        var fits = queue.RunAsync(6, default);
        runner.Open();
        Assert.Equal((int[])[2, 4, 6], await waiting.WaitAsync(patience));
        Assert.Equal(12, await fits.WaitAsync(patience));
        await running;
    }

    [Fact]
    public async Task A_poisoned_item_fails_alone()
    {
        runner.Poison.Add(13);
        await using var queue = Queue();
        var first = queue.RunAsync(-1, default);
        await runner.StartedAsync();
        var callers = Enumerable.Range(0, 64).Select(i => queue.RunAsync(i, default)).ToArray();
        runner.Open();

        for (var i = 0; i < 64; i++)
        {
            if (i == 13)
            {
                var alone = await Assert.ThrowsAsync<FormatException>(() => callers[13].WaitAsync(patience));
                Assert.Equal("poisoned among 1", alone.Message);
            }
            else
            {
                Assert.Equal(i * 2, await callers[i].WaitAsync(patience));
            }
        }
        await first;
    }

    [Fact]
    public async Task A_fault_of_all_is_told_to_all_without_another_run()
    {
        await using var queue = new BatchingQueue<int, int>(
            "m", runner.Run, new BatchingOptions(64, 256, TimeSpan.Zero, patience) { FailsAll = fault => fault is FormatException }, clock);
        runner.Poison.Add(3);
        runner.Open();

        var outcomes = await queue.TryRunAsync([.. Enumerable.Range(0, 8)], CallTerms.Bulk, default).WaitAsync(patience);

        Assert.All(outcomes, o => Assert.Equal("poisoned among 8", o.Fault!.Message));
        Assert.Single(runner.Batches);
    }

    [Fact]
    public async Task A_queue_that_is_closed_looks_for_no_poisoned_item()
    {
        var queue = Queue();
        runner.Poison.Add(3);
        var asking = queue.TryRunAsync([.. Enumerable.Range(0, 8)], CallTerms.Bulk, default);
        await runner.StartedAsync();

        var closing = queue.DisposeAsync().AsTask();
        runner.Open();
        await closing.WaitAsync(patience);

        Assert.All(await asking.WaitAsync(patience), o => Assert.IsType<ObjectDisposedException>(o.Fault));
        Assert.Single(runner.Batches);
    }

    [Fact]
    public async Task The_queue_goes_on_after_every_item_of_a_batch_failed()
    {
        runner.Poison.UnionWith([1, 2, 3, 4]);
        runner.Open();
        await using var queue = Queue();

        await Assert.ThrowsAsync<FormatException>(() => queue.RunAsync([1, 2, 3, 4], default).WaitAsync(patience));
        Assert.Equal(10, await queue.RunAsync(5, default).WaitAsync(patience));
    }

    [Fact]
    public async Task A_model_that_loses_results_fails_the_call_and_not_the_queue()
    {
        var honest = false;
        await using var queue = new BatchingQueue<int, int>("test", items => honest ? items : [], Options(), clock);

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync([1, 2], default).WaitAsync(patience));
        Assert.Contains("0 results for 1 items", failed.Message, StringComparison.Ordinal);
        honest = true;
        Assert.Equal(3, await queue.RunAsync(3, default).WaitAsync(patience));
    }

    [Fact]
    public async Task A_cancelled_call_leaves_the_queue_and_is_never_run()
    {
        await using var queue = Queue();
        var first = queue.RunAsync(-1, default);
        await runner.StartedAsync();
        using var leaving = new CancellationTokenSource();
        var left = queue.RunAsync([1, 2, 3], leaving.Token);
        var stays = queue.RunAsync(4, default);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(patience));
        Assert.Equal(1, queue.Depth);

        runner.Open();
        Assert.Equal(8, await stays.WaitAsync(patience));
        Assert.DoesNotContain(runner.Batches, b => b.Contains(1));
        await first;
    }

    [Fact]
    public async Task A_call_cancelled_beforehand_takes_no_place()
    {
        await using var queue = Queue();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.RunAsync(1, new CancellationToken(canceled: true)));
        Assert.Equal(0, queue.Depth);
        Assert.Empty(runner.Batches);
    }

    [Fact]
    public async Task What_waits_too_long_times_out_and_what_came_later_does_not()
    {
        await using var queue = Queue(timeout: TimeSpan.FromSeconds(10));
        var first = queue.RunAsync(-1, default);
        await runner.StartedAsync();
        var early = queue.RunAsync(1, default);
        clock.Advance(TimeSpan.FromSeconds(6));
        var late = queue.RunAsync(2, default);

        clock.Advance(TimeSpan.FromSeconds(5));
        var timeout = await Assert.ThrowsAsync<ModelTimeoutException>(() => early.WaitAsync(patience));
        Assert.Contains("within 10 s", timeout.Message, StringComparison.Ordinal);
        Assert.False(late.IsCompleted);

        runner.Open();
        Assert.Equal(4, await late.WaitAsync(patience));
        await first;
    }

    [Fact]
    public async Task A_lingering_runner_waits_for_company_until_its_deadline()
    {
        await using var queue = Queue(linger: TimeSpan.FromMilliseconds(5));
        runner.Open();
        var first = queue.RunAsync(1, default);
        await clock.TimersArmedAsync(atLeast: 2).WaitAsync(patience);
        var second = queue.RunAsync(2, default);
        Assert.Empty(runner.Batches);

        clock.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal((int[])[2, 4], await Task.WhenAll(first, second).WaitAsync(patience));
        Assert.Equal([1, 2], Assert.Single(runner.Batches));
    }

    [Fact]
    public async Task A_lingering_runner_does_not_wait_once_the_batch_is_full()
    {
        await using var queue = Queue(maxBatch: 2, linger: TimeSpan.FromMilliseconds(5));
        runner.Open();

        Assert.Equal((int[])[2, 4], await queue.RunAsync([1, 2], default).WaitAsync(patience));
    }

    [Fact]
    public async Task Closing_fails_what_waits_and_finishes_what_runs()
    {
        var queue = Queue();
        var running = queue.RunAsync(1, default);
        await runner.StartedAsync();
        var waiting = queue.RunAsync([2, 3], default);

        var closing = queue.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(patience));
        Assert.False(closing.IsCompleted);

        runner.Open();
        Assert.Equal(2, await running.WaitAsync(patience));
        await closing.WaitAsync(patience);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => queue.RunAsync(4, default));
    }

    [Fact]
    public async Task The_model_never_runs_on_the_callers_scheduler()
    {
        var turns = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        var seen = new List<TaskScheduler>();
        await using var queue = new BatchingQueue<int, int>("test", items =>
        {
            seen.Add(TaskScheduler.Current);
            return items;
        }, Options(), clock);

        await Task.Factory.StartNew(async () =>
        {
            await queue.RunAsync(1, default);
            Assert.Same(turns, TaskScheduler.Current);
        }, default, TaskCreationOptions.None, turns).Unwrap().WaitAsync(patience);

        Assert.DoesNotContain(turns, seen);
        Assert.NotEmpty(seen);
    }

    [Fact]
    public async Task Depth_batches_and_refusals_are_measured()
    {
        var measured = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == Telemetry.MeterName)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        void Note(string instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured)
            {
                if (Equals(tags[0].Value, "measured"))
                {
                    measured[instrument] = measured.GetValueOrDefault(instrument) + value;
                }
            }
        }
        listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Note(i.Name, v, tags));
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Note(i.Name, v, tags));
        listener.Start();

        await using (var queue = new BatchingQueue<int, int>("measured", items => items, Options() with { QueueLimit = 4 }, clock))
        {
            await queue.RunAsync([1, 2, 3], default).WaitAsync(patience);
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => queue.RunAsync([1, 2, 3, 4, 5], default));
        }

        Assert.Equal(3, measured["trendgrains.inference.batch.size"]);
        Assert.Equal(0, measured["trendgrains.inference.queue.depth"]);
        Assert.Contains("trendgrains.inference.run.duration", measured.Keys);
        Assert.Contains("trendgrains.inference.queue.duration", measured.Keys);
    }

    [Fact]
    public async Task Thousands_of_callers_in_a_hurry_all_get_their_own_answer()
    {
        await using var queue = new BatchingQueue<int, int>("test", items => [.. items.Select(i => i + 1)], Options() with { QueueLimit = 100_000 }, TimeProvider.System);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5000).Select(i => Task.Run(async () =>
        {
            using var own = new CancellationTokenSource();
            var call = queue.RunAsync([i, i + 1], own.Token);
            if (i % 7 == 0)
            {
                await own.CancelAsync();
            }
            try
            {
                var answer = await call;
                return answer[0] == i + 1 && answer[1] == i + 2;
            }
            catch (OperationCanceledException)
            {
                return i % 7 == 0;
            }
        }))).WaitAsync(patience);

        Assert.DoesNotContain(false, answers);
        Assert.Equal(0, queue.Depth);
    }

    private static BatchingOptions Options() => new(256, 1000, TimeSpan.Zero, TimeSpan.FromMinutes(1));

    private BatchingQueue<int, int> Queue(int maxBatch = 256, int queueLimit = 1000, TimeSpan linger = default, TimeSpan? timeout = null) =>
        new("test", runner.Run, new BatchingOptions(maxBatch, queueLimit, linger, timeout ?? TimeSpan.FromMinutes(1)), clock);

    /// <summary>Yields until that many items wait; the callers are on their way already.</summary>
    private static async Task DepthAsync(BatchingQueue<int, int> queue, int depth)
    {
        using var given = new CancellationTokenSource(patience);
        while (queue.Depth < depth)
        {
            Assert.False(given.IsCancellationRequested, $"only {queue.Depth} of {depth} items came to wait");
            await Task.Yield();
        }
    }
}
