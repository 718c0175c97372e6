using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Grains.Ingest;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.ModelWorkers;

[Collection(nameof(SharedSilo))]
public sealed class ModelWorkerGrainTests(SharedSilo silo)
{
    private IModelWorkerGrain Worker => silo.Grains.GetGrain<IModelWorkerGrain>(EmbeddingSpace.Model);

    [DatabaseFact]
    public async Task Sixty_four_callers_at_once_each_get_their_own_vectors()
    {
        var texts = Enumerable.Range(0, 64).Select(i => $"story number {i} about the harbour").ToArray();
        var alone = await Worker.EmbedAsync(new EmbedBatch(texts), CancellationToken.None);

        var together = await Task.WhenAll(texts.Select(t => Worker.EmbedAsync(new EmbedBatch([t]), CancellationToken.None)));

        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(1f, Dot(alone.Vectors[i], together[i].Vectors[0]), 0.0001f);
        }
    }

    [DatabaseFact]
    public async Task An_unknown_model_is_refused_by_name()
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            silo.Grains.GetGrain<IModelWorkerGrain>("no-such-model").EmbedAsync(new EmbedBatch(["a"]), CancellationToken.None));

        Assert.Contains("no-such-model", error.Message, StringComparison.Ordinal);
    }

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
