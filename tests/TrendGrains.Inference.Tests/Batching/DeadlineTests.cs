using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Batching;

public sealed class DeadlineTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider clock = new();
    private readonly GatedRunner runner = new();

    [Fact]
    public async Task An_item_whose_time_is_up_is_told_so_and_never_run()
    {
        await using var queue = Queue();
        var first = queue.RunAsync(-1, default);
        await runner.StartedAsync();
        var brief = queue.TryRunAsync([1, 2], new CallTerms(CallPriority.Interactive, TimeSpan.FromSeconds(2)), default);
        var patient = queue.TryRunAsync([3], CallTerms.Bulk, default);

        clock.Advance(TimeSpan.FromSeconds(2));
        var late = await Assert.ThrowsAsync<ModelTimeoutException>(() => brief.WaitAsync(patience));
        Assert.Equal(("test", TimeSpan.FromSeconds(2)), (late.Model, late.Within));

        runner.Open();
        Assert.Equal(6, (await patient.WaitAsync(patience))[0].Value);
        await first;
        Assert.Equal([-1, 3], runner.Batches.SelectMany(b => b));
        Assert.Equal(2, queue.Snapshot().Expired);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_none()
    {
        await using var queue = Queue();
        var running = queue.TryRunAsync([1], new CallTerms(Within: TimeSpan.FromSeconds(2)), default);
        await runner.StartedAsync();

        clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<ModelTimeoutException>(() => running.WaitAsync(patience));
        runner.Open();
        Assert.Equal(4, await queue.RunAsync(2, default).WaitAsync(patience));
    }

    [Fact]
    public async Task No_time_at_all_is_refused_before_the_queue()
    {
        await using var queue = Queue();

        await Assert.ThrowsAsync<ModelTimeoutException>(() => queue.TryRunAsync([1], new CallTerms(Within: TimeSpan.Zero), default));
        Assert.Empty(runner.Batches);
    }

    [Fact]
    public async Task An_item_that_fails_costs_the_others_of_its_call_nothing()
    {
        runner.Poison.Add(2);
        runner.Open();
        await using var queue = Queue();

        var outcomes = await queue.TryRunAsync([1, 2, 3], CallTerms.Bulk, default).WaitAsync(patience);

        Assert.Equal([2, 0, 6], outcomes.Select(o => o.Value));
        Assert.Equal("poisoned among 1", Assert.IsType<FormatException>(outcomes[1].Fault).Message);
        Assert.Equal(1, queue.Snapshot().Failed);
    }

    [Fact]
    public async Task Lengths_bound_what_waits()
    {
        await using var queue = new BatchingQueue<int, int>(
            "test", runner.Run, new BatchingOptions(256, 1000, TimeSpan.Zero, TimeSpan.FromMinutes(1)) { WaitingCells = 100 }, clock, length: item => item);
        var first = queue.RunAsync(1, default);
        await runner.StartedAsync();
        var fits = queue.RunAsync(60, default);

        await Assert.ThrowsAsync<ModelBusyException>(() => queue.RunAsync(60, default));
        runner.Open();
        Assert.Equal(120, await fits.WaitAsync(patience));
        await first;
    }

    private BatchingQueue<int, int> Queue() => new("test", runner.Run, new BatchingOptions(256, 1000, TimeSpan.Zero, TimeSpan.FromMinutes(1)), clock);
}
