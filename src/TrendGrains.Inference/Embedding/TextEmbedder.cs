using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Onnx;
using TrendGrains.Inference.Transformers;

namespace TrendGrains.Inference.Embedding;

/// <summary>Texts in, unit vectors out. Safe for use by several threads; dispose it when none is inside.</summary>
public sealed class TextEmbedder : IDisposable
{
    public const string Task = "text-embedding";

    private readonly ITextModel model;

    private TextEmbedder(ModelEntry entry, ITextModel model)
    {
        (Model, Version, Dimensions) = (entry.Name, entry.Version, entry.Dimension);
        this.model = model;
    }

    public string Model { get; }

    public string Version { get; }

    public int Dimensions { get; }

    /// <param name="threads">Threads that one call may use.</param>
    /// <exception cref="ModelCatalogException">The file is not the model that the catalog describes.</exception>
    public static TextEmbedder Open(ModelEntry entry, int threads = 1) =>
        entry is { Task: Task, Transformer.Kind: TransformerSettings.Embedding } ? new TextEmbedder(entry, TransformerModel.Open(entry, threads))
        : entry is { Task: Task, Tokenizer: not null } ? new TextEmbedder(entry, HashedTextModel.Open(entry, "vectors", entry.Dimension, threads))
        : throw new ModelCatalogException($"Model '{entry.Name}' is for the task '{entry.Task}', not '{Task}'.");

    /// <summary>
    /// One vector of <see cref="Dimensions"/> numbers and length one for each text, in order. A model reads a bounded prefix of a text;
    /// an empty one, or one of punctuation alone, gets the vector of "no words", the same each time.
    /// </summary>
    public float[][] Embed(IReadOnlyList<string> texts) => model.Run(texts);

    public void Dispose() => model.Dispose();
}
