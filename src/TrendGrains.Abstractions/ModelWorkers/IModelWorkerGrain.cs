namespace TrendGrains.Abstractions.ModelWorkers;

/// <summary>One model behind a batching queue. Key: model name in the catalog, e.g. <c>text-embedding</c>.</summary>
[Alias("model-worker")]
public interface IModelWorkerGrain : IGrainWithStringKey
{
    /// <summary>One vector for each text, in order.</summary>
    /// <exception cref="ModelBusyException">The queue is full; the message says when to try again.</exception>
    [Alias("embed")] Task<EmbedResult> EmbedAsync(EmbedBatch batch, CancellationToken cancellationToken);
}

/// <summary>1-256 texts of any length (a model reads a bounded prefix).</summary>
[GenerateSerializer, Immutable, Alias("embed-batch")]
public sealed record EmbedBatch([property: Id(0)] string[] Texts);

/// <summary>Unit-length vectors of the model's dimension, and which version made them.</summary>
[GenerateSerializer, Immutable, Alias("embed-result")]
public sealed record EmbedResult(
    [property: Id(0)] string Model,
    [property: Id(1)] string Version,
    [property: Id(2)] float[][] Vectors);
