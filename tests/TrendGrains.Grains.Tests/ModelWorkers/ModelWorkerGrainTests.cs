using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Grains.Ingest;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Inference.Batching;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.ModelWorkers;

[Collection(nameof(SharedSilo))]
public sealed class ModelWorkerGrainTests(SharedSilo silo)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private IModelWorkerGrain Worker => silo.Grains.GetGrain<IModelWorkerGrain>(EmbeddingSpace.Model);

    [DatabaseFact]
    public async Task Sixty_four_callers_at_once_each_get_their_own_vectors()
    {
        var texts = Enumerable.Range(0, 64).Select(i => $"story number {i} about the harbour").ToArray();
        var alone = await Worker.EmbedAsync(new EmbedBatch(texts), CancellationToken.None);

        var together = await Task.WhenAll(texts.Select(t => Worker.EmbedAsync(new EmbedBatch([t]), CancellationToken.None)));

        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(1f, Dot(alone.All()[i], together[i].All()[0]), 0.0001f);
        }
    }

    [DatabaseFact]
    public async Task Sixty_four_callers_at_once_make_one_batch()
    {
        var workers = silo.Silo.Get<Inference.ModelWorkers>();
        await Worker.EmbedAsync(new EmbedBatch(["warm"]), CancellationToken.None);
        QueueSnapshot Queue() => workers.Snapshot().Single(s => s.Model == EmbeddingSpace.Model).Queue!;
        using var held = new HeldThreads(workers.Threads);
        await held.HeldAsync();
        var before = Queue();

        var unique = Guid.NewGuid();
        var callers = Enumerable.Range(0, 64).Select(i => Worker.EmbedAsync(new EmbedBatch([$"{i} {unique}"]), CancellationToken.None)).ToArray();
        await YieldUntilAsync(() => Queue().Waiting == 64, () => $"{Queue().Waiting} of 64 wait");
        held.Release();
        await Task.WhenAll(callers).WaitAsync(patience);

        Assert.Equal((before.Runs + 1, before.Items + 64), (Queue().Runs, Queue().Items));
    }

    [DatabaseFact]
    public async Task Time_that_is_up_is_told_by_a_type_of_its_own()
    {
        var late = await Assert.ThrowsAsync<ModelTimeoutException>(() => Worker.EmbedAsync(
            new EmbedBatch([$"late {Guid.NewGuid()}"], new CallTerms(CallPriority.Interactive, TimeSpan.Zero)), CancellationToken.None));

        Assert.Equal((EmbeddingSpace.Model, TimeSpan.Zero), (late.Model, late.Within));
    }

    [DatabaseFact]
    public async Task A_full_queue_is_told_by_a_type_of_its_own()
    {
        var workers = silo.Silo.Get<Inference.ModelWorkers>();
        await Worker.EmbedAsync(new EmbedBatch(["warm"]), CancellationToken.None);
        using var held = new HeldThreads(workers.Threads);
        await held.HeldAsync();
        using var leaving = new CancellationTokenSource();
        var unique = Guid.NewGuid();
        var fill = Enumerable.Range(0, 32).Select(call => workers.EmbedAsync(EmbeddingSpace.Model, [.. Enumerable.Range(0, 256).Select(i => $"{call} {i} {unique}")], leaving.Token)).ToArray();
        await YieldUntilAsync(() => workers.Snapshot().Single(s => s.Model == EmbeddingSpace.Model).Queue!.Waiting == 8192, () => "the queue does not fill");

        var busy = await Assert.ThrowsAsync<ModelBusyException>(() => Worker.EmbedAsync(new EmbedBatch([$"one more {unique}"]), CancellationToken.None));
        Assert.Equal(EmbeddingSpace.Model, busy.Model);
        Assert.InRange(busy.RetryAfter, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(5));

        await leaving.CancelAsync();
        held.Release();
        foreach (var call in fill)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(patience));
        }
        Assert.Single((await Worker.EmbedAsync(new EmbedBatch([$"one more {unique}"]), CancellationToken.None)).Vectors);
    }

    [DatabaseFact]
    public async Task An_unknown_model_is_refused_by_name()
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            silo.Grains.GetGrain<IModelWorkerGrain>("no-such-model").EmbedAsync(new EmbedBatch(["a"]), CancellationToken.None));

        Assert.Contains("no-such-model", error.Message, StringComparison.Ordinal);
    }

    private static async Task YieldUntilAsync(Func<bool> reached, Func<string> state)
    {
        using var given = new CancellationTokenSource(patience);
        while (!reached())
        {
            Assert.False(given.IsCancellationRequested, state());
            await Task.Yield();
        }
    }

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
