using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;
using TrendGrains.Inference.External;
using TrendGrains.Inference.Onnx;
using TrendGrains.Inference.Scoring;
using TrendGrains.Inference.Transformers;

namespace TrendGrains.Inference.Serving;

/// <summary>Opens what a catalog entry describes, whatever kind of model it is.</summary>
internal static class ModelOpening
{
    /// <summary>Cells of texts that may wait for one model: with their weights some 64 MB.</summary>
    private const long WaitingCells = 8 << 20;

    /// <exception cref="ModelCatalogException">A file is missing, altered, or not the model that the catalog describes.</exception>
    public static ServedVersion Open(ModelEntry entry, InferenceOptions options, ModelThreads threads, ExternalModels? external, TimeProvider clock)
    {
        entry.ThrowIfBroken();
        return entry switch
        {
            { IsExternal: true } when external is not null => ExternalServing.Open(entry, external, clock),
            { Transformer: not null } => Serve(entry, TransformerModel.Open(entry, options.Threads), options, threads, clock),
            { Features.Count: > 0 } => Serve(entry, FeatureModel.Open(entry, options.Threads), options, threads, clock),
            { ClassifiesText: true } => Serve(entry, HashedTextModel.Open(entry, "scores", entry.Labels.Count, options.Threads), options, threads, clock),
            { Task: TextEmbedder.Task } => Serve(entry, HashedTextModel.Open(entry, "vectors", entry.Dimension, options.Threads), options, threads, clock),
            _ => throw new ModelCatalogException($"Model '{entry.Name}' is for the task '{entry.Task}', which nothing here serves."),
        };
    }

    private static ServedVersion<TIn, TReady> Serve<TIn, TReady>(
        ModelEntry entry, IBatchModel<TIn, TReady> model, InferenceOptions options, ModelThreads threads, TimeProvider clock) => new(
        entry,
        model,
        new BatchingOptions(
            Math.Min(options.MaxBatch, model.Shape.MaxBatch),
            options.QueueLimit,
            TimeSpan.FromMilliseconds(options.LingerMilliseconds),
            TimeSpan.FromSeconds(options.QueueTimeoutSeconds))
        {
            Runners = threads.Count,
            BucketStep = model.Shape.BucketStep,
            MostCells = model.Shape.MostCells,
            WaitingCells = WaitingCells,
        },
        threads,
        clock);
}
