using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Kinds;

/// <summary>The learned kinds of pages: the table of words and the model over all signals. Safe for use by several threads.</summary>
internal sealed class KindModel : IDisposable
{
    private static readonly Signal[] wordSignals =
    [
        Signal.WordsArticle, Signal.WordsService, Signal.WordsForum, Signal.WordsProduct, Signal.WordsCollection, Signal.WordsListing, Signal.WordsDocumentation,
    ];

    private readonly FeatureModel model;
    private readonly WordScores words;
    private readonly Signal[] features;

    private KindModel(FeatureModel model, WordScores words, Signal[] features) => (this.model, this.words, this.features) = (model, words, features);

    /// <param name="part"><c>fold-0</c>… of the cross-validation, or <c>tuning</c>; null for the model that is served.</param>
    /// <exception cref="ModelCatalogException">The model is not what the catalog says, or wants what this version does not read.</exception>
    public static KindModel Open(ModelEntry entry, string? part = null)
    {
        if (!entry.Labels.SequenceEqual(PageKinds.All))
        {
            throw new ModelCatalogException($"Model '{entry.Name}' tells {string.Join(", ", entry.Labels)}; the kinds are {string.Join(", ", PageKinds.All)}.");
        }
        var features = SignalNames.For(entry);
        var table = WordScores.Load(entry, part is null ? "words.bin" : Path.GetFileName(entry.EvaluationPath($"{part}.words.bin")));
        return new KindModel(FeatureModel.Open(entry, file: part is null ? null : $"{part}.onnx"), table, features);
    }

    /// <summary>Also fills the signals of the words.</summary>
    public KindScores Score(PageSignals signals, IReadOnlyList<(int Bucket, float Weight)> pageWords)
    {
        var scores = words.Score(pageWords);
        for (var i = 0; i < wordSignals.Length; i++)
        {
            signals[wordSignals[i]] = scores[i];
        }
        return new KindScores(model.Score(signals.Row(features), 1));
    }

    public void Dispose() => model.Dispose();
}
