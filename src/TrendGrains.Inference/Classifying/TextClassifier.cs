using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Onnx;
using TrendGrains.Inference.Transformers;

namespace TrendGrains.Inference.Classifying;

/// <summary>Texts in, one score for each label out. Safe for use by several threads; dispose it when none is inside.</summary>
public sealed class TextClassifier : IDisposable
{
    private readonly ITextModel model;

    private TextClassifier(ModelEntry entry, ITextModel model) => (Entry, this.model) = (entry, model);

    public ModelEntry Entry { get; }

    /// <param name="threads">Threads that one call may use.</param>
    /// <param name="file">One of the files that only measurements open (<see cref="ModelEntry.Evaluation"/>); null is the model itself.</param>
    /// <exception cref="ModelCatalogException">The file is not the model that the catalog describes.</exception>
    public static TextClassifier Open(ModelEntry entry, int threads = 1, string? file = null) =>
        entry.ClassifiesText
            ? new TextClassifier(entry, entry.Transformer is null ? HashedTextModel.Open(entry, "scores", entry.Labels.Count, threads, file) : TransformerModel.Open(entry, threads))
            : throw new ModelCatalogException($"Model '{entry.Name}' is for the task '{entry.Task}', which gives a text no labels.");

    /// <summary>The probability of each label, in the order of the entry's, for each text. A model reads a bounded prefix of a text; one without words is scored as such.</summary>
    public float[][] Score(IReadOnlyList<string> texts) => model.Run(texts);

    public void Dispose() => model.Dispose();
}
