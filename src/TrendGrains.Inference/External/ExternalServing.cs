using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Serving;

namespace TrendGrains.Inference.External;

/// <summary>An external model behind a queue like any other's, but on threads of its own: waiting for a network takes none from the models that compute.</summary>
internal static class ExternalServing
{
    /// <summary>Letters that may wait for one model.</summary>
    private const long WaitingLetters = 32 << 20;

    /// <exception cref="ModelCatalogException">Its key is missing, or this host has no way to the network.</exception>
    public static ServedVersion Open(ModelEntry entry, ExternalModels external, TimeProvider clock)
    {
        var options = external.Of(entry.Name);
        var threads = new ModelThreads(options.Concurrency, $"external {entry.Name}");
        var batch = new ExternalBatch(external.Open(entry), options, threads);
        return new ServedVersion<string, string>(
            entry,
            batch,
            new BatchingOptions(batch.Shape.MaxBatch, options.QueueLimit, TimeSpan.Zero, TimeSpan.FromSeconds(options.QueueTimeoutSeconds))
            {
                Runners = options.Concurrency,
                // A second request begins at once: it costs the endpoint nothing that the first one saves.
                WorthARunner = TimeSpan.Zero,
                WaitingCells = WaitingLetters,
                // What is wrong with the endpoint is wrong for every text, and each half would wait for it anew.
                FailsAll = fault => fault is ExternalModelException { IsOfAll: true },
                CutsShort = true,
            },
            threads,
            clock);
    }

    private sealed class ExternalBatch(ExternalModel model, ExternalModelOptions options, ModelThreads threads) : IBatchModel<string, string>
    {
        /// <summary>A chat answers one text; only vectors are asked for by the batch.</summary>
        public BatchShape Shape { get; } = new(MaxBatch: options.Task == ExternalTask.Embedding ? options.BatchSize : 1);

        public string Ready(string item) => model.Ready(item);

        public int Length(string item) => Math.Max(1, item.Length);

        public IReadOnlyList<float[]> Run(IReadOnlyList<string> items) => Run(items, CancellationToken.None);

        public IReadOnlyList<float[]> Run(IReadOnlyList<string> items, CancellationToken unwanted)
        {
            if (items.Count == 0)
            {
                return [];
            }
            // The thread is the model's own and has nothing else to do; a queue's runner is no task.
            return Task.Run(() => RunAsync(items, unwanted), CancellationToken.None).GetAwaiter().GetResult();
        }

        /// <summary>Nothing: a request costs money or minutes.</summary>
        public IEnumerable<string> WarmUp() => [];

        public void Dispose()
        {
            threads.Dispose();
            model.Dispose();
        }

        private async Task<IReadOnlyList<float[]>> RunAsync(IReadOnlyList<string> items, CancellationToken unwanted)
        {
            if (options.Task == ExternalTask.Embedding)
            {
                return await model.EmbedAsync(items, unwanted).ConfigureAwait(false);
            }
            var scores = new float[items.Count][];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = await model.ScoreAsync(items[i], unwanted).ConfigureAwait(false);
            }
            return scores;
        }
    }
}
