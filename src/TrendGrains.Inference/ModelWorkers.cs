using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.External;
using TrendGrains.Inference.Serving;
using TrendGrains.Inference.Versions;

namespace TrendGrains.Inference;

/// <summary>
/// The process's models: for each version one session and one queue, opened and warmed by its first call, whatever number of grains call it.
/// All share the same few threads, and what is known already is not run again.
/// </summary>
public sealed class ModelWorkers : IAsyncDisposable
{
    /// <summary>Rows of one call.</summary>
    public const int MostRows = 256;

    private readonly ModelThreads threads;
    private readonly OpenModels open;
    private readonly ModelAnswers answers;
    private readonly Listing listing;
    private readonly Lazy<ModelVersions> versions;
    private readonly KnownResults? known;

    /// <param name="store">Where results of costly models outlive the process; null keeps them in memory only.</param>
    /// <param name="external">Models behind addresses; null has none.</param>
    public ModelWorkers(IOptions<InferenceOptions> options, TimeProvider clock, ILogger<ModelWorkers>? logger = null, IResultStore? store = null, ExternalModels? external = null)
    {
        var (settings, log) = (options.Value, (ILogger?)logger ?? NullLogger.Instance);
        listing = new Listing(settings, external, log, clock);
        threads = new ModelThreads(Math.Max(1, (settings.Cores > 0 ? settings.Cores : Environment.ProcessorCount) / settings.Threads));
        open = new OpenModels(entry => ModelOpening.Open(entry, settings, threads, external, clock), clock, log);
        versions = new Lazy<ModelVersions>(
            () => new ModelVersions(settings.VersionsFile ?? Path.Combine(listing.WritableFolder, ModelVersions.FileName), () => listing.All, clock), LazyThreadSafetyMode.PublicationOnly);
        known = settings.CacheMegabytes == 0
            ? null
            : new KnownResults(new ResultMemory((long)settings.CacheMegabytes << 20), store, TimeSpan.FromMilliseconds(settings.KeepAboveMilliseconds), clock, log);
        answers = new ModelAnswers(() => Versions, open, known, new RollbackRule(settings.RollbackItems, settings.RollbackRate), clock, log);
    }

    /// <summary>Which version of each model serves; what is decided here holds for every process that reads the same file.</summary>
    /// <exception cref="ModelCatalogException">The models folder is missing or not what its catalog says.</exception>
    public ModelVersions Versions => versions.Value;

    /// <summary>The live version of each model.</summary>
    /// <exception cref="ModelCatalogException">The models folder is missing or not what its catalog says.</exception>
    public IReadOnlyList<ModelEntry> Models => Versions.Live;

    internal ModelThreads Threads => threads;

    /// <inheritdoc cref="Listing.Rereading"/>
    internal Task RereadingCatalogs => listing.Rereading;

    /// <inheritdoc cref="ModelVersions.ForTask"/>
    /// <exception cref="ModelCatalogException">The models folder is missing or not what its catalog says.</exception>
    public ModelEntry? ForTask(string task) => Versions.ForTask(task);

    /// <inheritdoc cref="EmbedAsync(string, string[], CallTerms, CancellationToken)"/>
    public Task<EmbedResult> EmbedAsync(string model, string[] texts, CancellationToken cancellationToken) => EmbedAsync(model, texts, CallTerms.Bulk, cancellationToken);

    /// <summary>One unit vector for each text, in order, or a fault that says why it has none (where none has one, the first is thrown); the work is done on the models' own threads. Not to be changed by the caller: others are given the same ones.</summary>
    /// <exception cref="ArgumentException">No such model, or one that makes no vectors.</exception>
    /// <exception cref="ModelBusyException">The model's queue is full.</exception>
    /// <exception cref="ModelTimeoutException">No answer within the terms.</exception>
    /// <exception cref="ModelUnavailableException">The model cannot be opened; the message names the file.</exception>
    public async Task<EmbedResult> EmbedAsync(string model, string[] texts, CallTerms terms, CancellationToken cancellationToken)
    {
        RefuseNull(texts);
        var answer = await answers.AskAsync(model, "texts", Check, texts, ItemHash.Of, terms, cancellationToken).ConfigureAwait(false);
        return new EmbedResult(answer.Live.Entry.Name, answer.Live.Entry.Version, Outcomes.SomeOrThrow(answer.Outcomes), Outcomes.Faults(answer.Outcomes));

        static void Check(ModelEntry entry)
        {
            if (entry.Dimension == 0)
            {
                throw new ArgumentException($"Model '{entry.Name}' makes no vectors; it is for '{entry.Task}'.", nameof(model));
            }
        }
    }

    /// <inheritdoc cref="ScoreAsync(string, float[][], CallTerms, CancellationToken)"/>
    public Task<ScoreResult> ScoreAsync(string model, float[][] rows, CancellationToken cancellationToken) => ScoreAsync(model, rows, CallTerms.Bulk, cancellationToken);

    /// <summary>One score for each label for each row of features, in order; faults are as those of vectors.</summary>
    /// <param name="rows">1 to 256.</param>
    /// <exception cref="ArgumentException">No such model, no rows or too many, or a row that is not as long as the model's features.</exception>
    /// <inheritdoc cref="EmbedAsync(string, string[], CallTerms, CancellationToken)" path="/exception[position() > 1]"/>
    public async Task<ScoreResult> ScoreAsync(string model, float[][] rows, CallTerms terms, CancellationToken cancellationToken)
    {
        if (rows.Length is 0 or > MostRows)
        {
            throw new ArgumentException($"A call has 1 to {MostRows} rows, not {rows.Length}.", nameof(rows));
        }
        var answer = await answers.AskAsync(model, "rows of features", Check, rows, ItemHash.Of, terms, cancellationToken).ConfigureAwait(false);
        var scores = Outcomes.SomeOrThrow(answer.Outcomes);
        return new ScoreResult(answer.Live.Entry.Name, answer.Live.Entry.Version, answer.Live.Labels, scores, answer.VersionOf, Outcomes.Faults(answer.Outcomes));

        void Check(ModelEntry entry)
        {
            var width = entry.Features.Count;
            if (width > 0 && Array.FindIndex(rows, r => r?.Length != width) is >= 0 and var wrong)
            {
                throw new ArgumentException($"Model '{model}' takes {width} features a row; row {wrong} has {rows[wrong]?.Length ?? 0}.", nameof(rows));
            }
        }
    }

    /// <summary>One score for each label for each text, in order; a text that the model cannot take is among the faults.</summary>
    /// <exception cref="ArgumentException">No such model, one that gives texts no labels, or too many texts.</exception>
    /// <inheritdoc cref="EmbedAsync(string, string[], CallTerms, CancellationToken)" path="/exception[position() > 1]"/>
    public async Task<ClassifyResult> ClassifyAsync(string model, string[] texts, CallTerms terms, CancellationToken cancellationToken)
    {
        if (texts.Length > MostRows)
        {
            throw new ArgumentException($"A call has at most {MostRows} texts, not {texts.Length}.", nameof(texts));
        }
        RefuseNull(texts);
        var answer = await answers.AskAsync(model, "texts", Check, texts, ItemHash.Of, terms, cancellationToken).ConfigureAwait(false);
        return new ClassifyResult(
            answer.Live.Entry.Name,
            answer.Live.Entry.Version,
            answer.Live.Labels,
            Array.ConvertAll(answer.Outcomes, o => o.Value),
            Outcomes.Faults(answer.Outcomes),
            answer.VersionOf);

        static void Check(ModelEntry entry)
        {
            if (!entry.ClassifiesText)
            {
                throw new ArgumentException($"Model '{entry.Name}' gives texts no labels; it is for '{entry.Task}'.", nameof(model));
            }
        }
    }

    /// <summary>How each version that this process serves, or could not open, is doing.</summary>
    public IReadOnlyList<ModelSnapshot> Snapshot() => ModelSnapshots.Of(Versions, open);

    public async ValueTask DisposeAsync()
    {
        await open.DisposeAsync().ConfigureAwait(false);
        if (known is not null)
        {
            await known.DisposeAsync().ConfigureAwait(false);
        }
        threads.Dispose();
    }

    private static void RefuseNull(string[] texts)
    {
        if (Array.IndexOf(texts, null) >= 0)
        {
            throw new ArgumentException("A text is null.", nameof(texts));
        }
    }
}
