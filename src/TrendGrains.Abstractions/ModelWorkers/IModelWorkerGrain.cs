namespace TrendGrains.Abstractions.ModelWorkers;

/// <summary>One model behind a batching queue. Key: model name in the catalog, e.g. <c>text-embedding</c>; what it does decides which call it takes.</summary>
[Alias("model-worker")]
public interface IModelWorkerGrain : IGrainWithStringKey
{
    /// <summary>One vector for each text, in order; a text that the model cannot take is among the faults and costs no other its vector, but where none has one the first fault is thrown.</summary>
    /// <exception cref="ModelBusyException">The queue is full; the message says when to try again.</exception>
    /// <exception cref="ModelTimeoutException">There was no answer within the terms.</exception>
    /// <exception cref="ModelUnavailableException">The model cannot be opened now.</exception>
    [Alias("embed")] Task<EmbedResult> EmbedAsync(EmbedBatch batch, CancellationToken cancellationToken);

    /// <summary>One score for each of the model's labels for each row of features, in order; faults are as those of <see cref="EmbedAsync"/>.</summary>
    /// <exception cref="ArgumentException">The model takes no rows, or a row has another length than the model's features.</exception>
    /// <exception cref="ModelBusyException">The queue is full; the message says when to try again.</exception>
    /// <exception cref="ModelTimeoutException">There was no answer within the terms.</exception>
    /// <exception cref="ModelUnavailableException">The model cannot be opened now.</exception>
    [Alias("score")] Task<ScoreResult> ScoreAsync(ScoreBatch batch, CancellationToken cancellationToken);

    /// <summary>One score for each of the model's labels for each text, in order; a text that the model cannot take is among the faults and costs no other its result.</summary>
    /// <exception cref="ArgumentException">The model gives texts no labels.</exception>
    /// <exception cref="ModelBusyException">The queue is full; the message says when to try again.</exception>
    /// <exception cref="ModelTimeoutException">There was no answer within the terms.</exception>
    /// <exception cref="ModelUnavailableException">The model cannot be opened now.</exception>
    [Alias("classify")] Task<ClassifyResult> ClassifyAsync(TextBatch batch, CancellationToken cancellationToken);
}

/// <summary>Who asks, and how long the answer is of use.</summary>
[GenerateSerializer, Alias("call-priority")]
public enum CallPriority
{
    /// <summary>Nobody waits at a screen: crawls, imports, evaluations.</summary>
    Bulk,

    /// <summary>Somebody waits; goes before bulk, which keeps a share.</summary>
    Interactive,
}

/// <param name="Within">How long the answer is of use, from the call on; null is as long as the queue allows.</param>
[GenerateSerializer, Immutable, Alias("call-terms")]
public sealed record CallTerms([property: Id(0)] CallPriority Priority = CallPriority.Bulk, [property: Id(1)] TimeSpan? Within = null)
{
    public static CallTerms Bulk { get; } = new();

    public static CallTerms Interactive { get; } = new(CallPriority.Interactive);
}

/// <summary>1-256 texts of any length (a model reads a bounded prefix).</summary>
[GenerateSerializer, Immutable, Alias("embed-batch")]
public sealed record EmbedBatch([property: Id(0)] string[] Texts, [property: Id(1)] CallTerms? Terms = null);

/// <summary>1-256 texts to classify; an item's title and text are one text, the title on a line of its own.</summary>
[GenerateSerializer, Immutable, Alias("text-batch")]
public sealed record TextBatch([property: Id(0)] string[] Texts, [property: Id(1)] CallTerms? Terms = null);

/// <summary>For each text one score a label (probabilities, in the order of the labels), or null and a fault that says why; and which version gave them.</summary>
[GenerateSerializer, Immutable, Alias("classify-result")]
public sealed record ClassifyResult(
    [property: Id(0)] string Model,
    [property: Id(1)] string Version,
    [property: Id(2)] string[] Labels,
    [property: Id(3)] float[]?[] Scores,
    [property: Id(4)] RowFault[] Faults,
    [property: Id(5)] string[]? Versions = null)
{
    /// <summary>Which version answered a row: while another is tried on a part of the items, <see cref="Versions"/> says it for each.</summary>
    public string VersionOf(int row) => Versions?[row] ?? Version;
}

/// <summary>Why one row of a batch has no result.</summary>
/// <param name="Row">Its place in the batch, from 0.</param>
[GenerateSerializer, Immutable, Alias("row-fault")]
public sealed record RowFault([property: Id(0)] int Row, [property: Id(1)] string Reason)
{
    /// <summary>Why a row has no result.</summary>
    public static string ReasonOf(RowFault[]? faults, int row, string model) =>
        faults?.FirstOrDefault(f => f.Row == row)?.Reason ?? $"Model '{model}' gave no result.";

    internal static float[][] Require(string model, float[]?[] results, RowFault[]? faults)
    {
        var all = new float[results.Length][];
        for (var row = 0; row < all.Length; row++)
        {
            all[row] = results[row] ?? throw new InvalidOperationException($"Row {row}: {ReasonOf(faults, row, model)}");
        }

        return all;
    }
}

/// <summary>For each text a unit-length vector of the model's dimension, or null and a fault that says why; and which version made them.</summary>
[GenerateSerializer, Immutable, Alias("embed-result")]
public sealed record EmbedResult(
    [property: Id(0)] string Model,
    [property: Id(1)] string Version,
    [property: Id(2)] float[]?[] Vectors,
    [property: Id(3)] RowFault[]? Faults = null)
{
    /// <summary>For who can do nothing with a part of them.</summary>
    /// <exception cref="InvalidOperationException">A text has no vector; the message says which and why.</exception>
    public float[][] All() => RowFault.Require(Model, Vectors, Faults);
}

/// <summary>1-256 rows, each as long as the model's features and in their order.</summary>
[GenerateSerializer, Immutable, Alias("score-batch")]
public sealed record ScoreBatch([property: Id(0)] float[][] Rows, [property: Id(1)] CallTerms? Terms = null);

/// <summary>For each row one score a label, or null and a fault that says why; and which version gave them.</summary>
[GenerateSerializer, Immutable, Alias("score-result")]
public sealed record ScoreResult(
    [property: Id(0)] string Model,
    [property: Id(1)] string Version,
    [property: Id(2)] string[] Labels,
    [property: Id(3)] float[]?[] Scores,
    [property: Id(4)] string[]? Versions = null,
    [property: Id(5)] RowFault[]? Faults = null)
{
    /// <inheritdoc cref="EmbedResult.All"/>
    public float[][] All() => RowFault.Require(Model, Scores, Faults);

    /// <inheritdoc cref="ClassifyResult.VersionOf"/>
    public string VersionOf(int row) => Versions?[row] ?? Version;
}
