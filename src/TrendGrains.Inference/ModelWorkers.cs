using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;

namespace TrendGrains.Inference;

/// <summary>The process's models: for each one session and one queue, opened and warmed by its first call, whatever number of grains call it.</summary>
public sealed class ModelWorkers(IOptions<InferenceOptions> options, TimeProvider clock, ILogger<ModelWorkers>? logger = null) : IAsyncDisposable
{
    private readonly ILogger logger = logger ?? NullLogger<ModelWorkers>.Instance;
    private readonly ConcurrentDictionary<string, Lazy<Task<Worker>>> workers = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<ModelEntry>> models = new(
        () => ModelCatalog.Load(options.Value.ModelsFolder ?? ModelsFolder.Find()), LazyThreadSafetyMode.PublicationOnly);
    private volatile bool disposed;

    /// <exception cref="ModelCatalogException">The models folder is missing or not what its catalog says.</exception>
    public IReadOnlyList<ModelEntry> Models => models.Value;

    /// <summary>One unit vector for each text, in order; the work is done on the model's own thread.</summary>
    /// <exception cref="ArgumentException">No such model; the message names those there are.</exception>
    /// <exception cref="ModelBusyException">The model's queue is full.</exception>
    public async Task<EmbedResult> EmbedAsync(string model, string[] texts, CancellationToken cancellationToken)
    {
        if (Array.IndexOf(texts, null) >= 0)
        {
            throw new ArgumentException("A text is null.", nameof(texts));
        }
        var worker = await OpenAsync(model, cancellationToken).ConfigureAwait(false);
        var vectors = await worker.Queue.RunAsync(texts, cancellationToken).ConfigureAwait(false);
        return new EmbedResult(worker.Embedder.Model, worker.Embedder.Version, vectors);
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        foreach (var opening in workers.Values.Where(w => w.IsValueCreated))
        {
            try
            {
                await (await opening.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (opening.Value.IsFaulted)
            {
                // Whoever asked for the model has been told.
                _ = e;
            }
        }
        workers.Clear();
    }

    private async Task<Worker> OpenAsync(string model, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var opening = workers.GetOrAdd(model, name => new Lazy<Task<Worker>>(() => Task.Run(() => Open(name), CancellationToken.None)));
        try
        {
            return await opening.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch when (opening.Value.IsFaulted)
        {
            workers.TryRemove(KeyValuePair.Create(model, opening));
            throw;
        }
    }

    private Worker Open(string model)
    {
        var entry = Models.FirstOrDefault(m => m.Name == model)
            ?? throw new ArgumentException($"There is no model '{model}'; there are: {string.Join(", ", Models.Select(m => m.Name))}.", nameof(model));
        var began = clock.GetTimestamp();
        try
        {
            var settings = options.Value;
            var embedder = TextEmbedder.Open(entry, settings.Threads);
            try
            {
                // The first runs plan memory and compile paths; nobody should wait for that in a queue.
                embedder.Embed(["", "warm"]);
                embedder.Embed([.. Enumerable.Repeat("the first batch is slow, 첫 묶음은 느리다", Math.Min(settings.MaxBatch, 64))]);
            }
            catch
            {
                embedder.Dispose();
                throw;
            }
            Log.ModelOpened(logger, entry.Name, entry.Version, clock.GetElapsedTime(began).TotalMilliseconds);
            return new Worker(embedder, settings, clock);
        }
        catch (Exception e)
        {
            Log.ModelNotOpened(logger, e, model);
            throw;
        }
    }

    private sealed class Worker(TextEmbedder embedder, InferenceOptions settings, TimeProvider clock) : IAsyncDisposable
    {
        public TextEmbedder Embedder => embedder;

        public BatchingQueue<string, float[]> Queue { get; } = new(
            embedder.Model,
            embedder.Embed,
            new BatchingOptions(
                settings.MaxBatch,
                settings.QueueLimit,
                TimeSpan.FromMilliseconds(settings.LingerMilliseconds),
                TimeSpan.FromSeconds(settings.QueueTimeoutSeconds)),
            clock);

        public async ValueTask DisposeAsync()
        {
            await Queue.DisposeAsync().ConfigureAwait(false);
            embedder.Dispose();
        }
    }
}
