namespace TrendGrains.Abstractions.ModelWorkers;

/// <summary>One model behind a batching queue. Key: model name in the catalog, e.g. <c>text-embedding</c>; what it does decides which call it takes.</summary>
[Alias("model-worker")]
public interface IModelWorkerGrain : IGrainWithStringKey
{
    /// <summary>One vector for each text, in order.</summary>
    /// <exception cref="ModelBusyException">The queue is full; the message says when to try again.</exception>
    [Alias("embed")] Task<EmbedResult> EmbedAsync(EmbedBatch batch, CancellationToken cancellationToken);

    /// <summary>One score for each of the model's labels for each row of features, in order.</summary>
    /// <exception cref="ArgumentException">The model takes no rows, or a row has another length than the model's features.</exception>
    /// <exception cref="ModelBusyException">The queue is full; the message says when to try again.</exception>
    [Alias("score")] Task<ScoreResult> ScoreAsync(ScoreBatch batch, CancellationToken cancellationToken);
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

/// <summary>1-256 rows, each as long as the model's features and in their order.</summary>
[GenerateSerializer, Immutable, Alias("score-batch")]
public sealed record ScoreBatch([property: Id(0)] float[][] Rows);

/// <summary>For each row one score a label, and which version gave them.</summary>
[GenerateSerializer, Immutable, Alias("score-result")]
public sealed record ScoreResult(
    [property: Id(0)] string Model,
    [property: Id(1)] string Version,
    [property: Id(2)] string[] Labels,
    [property: Id(3)] float[][] Scores);
