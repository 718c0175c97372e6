using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Classifying;
using TrendGrains.Inference.Embedding;
using TrendGrains.Inference.Scoring;

namespace TrendGrains.Inference;

/// <summary>The process's models: for each one session and one queue, opened and warmed by its first call, whatever number of grains call it.</summary>
public sealed class ModelWorkers(IOptions<InferenceOptions> options, TimeProvider clock, ILogger<ModelWorkers>? logger = null) : IAsyncDisposable
{
    /// <summary>Rows of one call.</summary>
    public const int MostRows = 256;

    private readonly ILogger logger = logger ?? NullLogger<ModelWorkers>.Instance;
    private readonly ConcurrentDictionary<string, Lazy<Task<Worker>>> workers = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<ModelEntry>> models = new(
        () => LoadCatalog(options.Value, logger ?? NullLogger<ModelWorkers>.Instance), LazyThreadSafetyMode.PublicationOnly);
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
        var worker = await OpenAsync<string, float[]>(model, "texts", cancellationToken).ConfigureAwait(false);
        if (worker.Entry.Dimension == 0)
        {
            throw new ArgumentException($"Model '{model}' makes no vectors; it is for '{worker.Entry.Task}'.", nameof(model));
        }
        var vectors = await worker.Queue.RunAsync(texts, cancellationToken).ConfigureAwait(false);
        return new EmbedResult(worker.Entry.Name, worker.Entry.Version, vectors);
    }

    /// <summary>One score for each label for each row of features, in order.</summary>
    /// <param name="rows">1 to 256.</param>
    /// <exception cref="ArgumentException">No such model, no rows or too many, or a row that is not as long as the model's features.</exception>
    /// <exception cref="ModelBusyException">The model's queue is full.</exception>
    public async Task<ScoreResult> ScoreAsync(string model, float[][] rows, CancellationToken cancellationToken)
    {
        if (rows.Length is 0 or > MostRows)
        {
            throw new ArgumentException($"A call has 1 to {MostRows} rows, not {rows.Length}.", nameof(rows));
        }
        var worker = await OpenAsync<float[], float[]>(model, "rows of features", cancellationToken).ConfigureAwait(false);
        var width = worker.Entry.Features.Count;
        if (Array.FindIndex(rows, r => r?.Length != width) is >= 0 and var wrong)
        {
            throw new ArgumentException($"Model '{model}' takes {width} features a row; row {wrong} has {rows[wrong]?.Length ?? 0}.", nameof(rows));
        }
        var scores = await worker.Queue.RunAsync(rows, cancellationToken).ConfigureAwait(false);
        return new ScoreResult(worker.Entry.Name, worker.Entry.Version, [.. worker.Entry.Labels], scores);
    }

    /// <summary>One score for each label for each text, in order.</summary>
    /// <exception cref="ArgumentException">No such model, one that gives texts no labels, or too many texts.</exception>
    /// <exception cref="ModelBusyException">The model's queue is full.</exception>
    public async Task<ClassifyResult> ClassifyAsync(string model, string[] texts, CallTerms terms, CancellationToken cancellationToken)
    {
        _ = terms;
        if (texts.Length > MostRows)
        {
            throw new ArgumentException($"A call has at most {MostRows} texts, not {texts.Length}.", nameof(texts));
        }
        if (Array.IndexOf(texts, null) >= 0)
        {
            throw new ArgumentException("A text is null.", nameof(texts));
        }
        var worker = await OpenAsync<string, float[]>(model, "texts", cancellationToken).ConfigureAwait(false);
        if (!worker.Entry.ClassifiesText)
        {
            throw new ArgumentException($"Model '{model}' gives texts no labels; it is for '{worker.Entry.Task}'.", nameof(model));
        }
        var scores = await worker.Queue.RunAsync(texts, cancellationToken).ConfigureAwait(false);
        return new ClassifyResult(worker.Entry.Name, worker.Entry.Version, [.. worker.Entry.Labels], scores, []);
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

    private static IReadOnlyList<ModelEntry> LoadCatalog(InferenceOptions options, ILogger logger)
    {
        var models = ModelCatalog.LoadAll(
            options.ModelsFolder ?? ModelsFolder.Find(), options.OwnModelsFolder ?? ModelsFolder.FindOwn(), unreadable => Log.OwnCatalogNotRead(logger, unreadable));
        foreach (var broken in models.Where(m => m.Problem is not null))
        {
            Log.ModelBroken(logger, broken.Name, broken.Version, broken.Problem!);
        }
        return models;
    }

    private async Task<Worker<TIn, TOut>> OpenAsync<TIn, TOut>(string model, string input, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var opening = workers.GetOrAdd(model, name => new Lazy<Task<Worker>>(() => Task.Run(() => Open(name), CancellationToken.None)));
        try
        {
            return await opening.Value.WaitAsync(cancellationToken).ConfigureAwait(false) as Worker<TIn, TOut>
                ?? throw new ArgumentException($"Model '{model}' takes no {input}.", nameof(model));
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
            entry.ThrowIfBroken();
            var worker = entry.Features.Count > 0 ? OpenScoring(entry) : entry.ClassifiesText ? OpenClassifying(entry) : OpenEmbedding(entry);
            Log.ModelOpened(logger, entry.Name, entry.Version, clock.GetElapsedTime(began).TotalMilliseconds);
            return worker;
        }
        catch (Exception e)
        {
            Log.ModelNotOpened(logger, e, model);
            throw;
        }
    }

    private Worker OpenEmbedding(ModelEntry entry)
    {
        var embedder = TextEmbedder.Open(entry, options.Value.Threads);
        return Serve<string, float[]>(entry, embedder, embedder.Embed, () =>
        {
            embedder.Embed(["", "warm"]);
            embedder.Embed([.. Enumerable.Repeat("the first batch is slow, 첫 묶음은 느리다", Math.Min(options.Value.MaxBatch, 64))]);
        });
    }

    private Worker OpenClassifying(ModelEntry entry)
    {
        var classifier = TextClassifier.Open(entry, options.Value.Threads);
        return Serve<string, float[]>(entry, classifier, classifier.Score, () => classifier.Score(["", "the first batch is slow, 첫 묶음은 느리다"]));
    }

    private Worker OpenScoring(ModelEntry entry)
    {
        var model = FeatureModel.Open(entry, options.Value.Threads);
        return Serve<float[], float[]>(entry, model, model.Score, () => model.Score([new float[entry.Features.Count]]));
    }

    private Worker<TIn, TOut> Serve<TIn, TOut>(ModelEntry entry, IDisposable model, Func<IReadOnlyList<TIn>, IReadOnlyList<TOut>> run, Action warmUp)
    {
        try
        {
            // The first runs plan memory and compile paths; nobody should wait for that in a queue.
            warmUp();
        }
        catch
        {
            model.Dispose();
            throw;
        }
        return new Worker<TIn, TOut>(entry, model, run, options.Value, clock);
    }

    private abstract class Worker(ModelEntry entry) : IAsyncDisposable
    {
        public ModelEntry Entry => entry;

        public abstract ValueTask DisposeAsync();
    }

    private sealed class Worker<TIn, TOut>(
        ModelEntry entry, IDisposable model, Func<IReadOnlyList<TIn>, IReadOnlyList<TOut>> run, InferenceOptions settings, TimeProvider clock) : Worker(entry)
    {
        public BatchingQueue<TIn, TOut> Queue { get; } = new(
            entry.Name,
            run,
            new BatchingOptions(
                settings.MaxBatch,
                settings.QueueLimit,
                TimeSpan.FromMilliseconds(settings.LingerMilliseconds),
                TimeSpan.FromSeconds(settings.QueueTimeoutSeconds)),
            clock);

        public override async ValueTask DisposeAsync()
        {
            await Queue.DisposeAsync().ConfigureAwait(false);
            model.Dispose();
        }
    }
}
