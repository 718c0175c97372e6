using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;

namespace TrendGrains.Reading.Extract.Scoring;

/// <summary>A model over some of the known features of a block, whichever its catalog entry names.</summary>
internal sealed class BlockModel : IDisposable
{
    private readonly FeatureModel model;
    private readonly int[] columns;

    /// <param name="known">Names of all numbers that a row may be made of.</param>
    /// <exception cref="ModelCatalogException">The model wants a feature that this version does not compute.</exception>
    public BlockModel(FeatureModel model, IReadOnlyList<string> known)
    {
        this.model = model;
        var places = known.Select((name, place) => (name, place)).ToDictionary(k => k.name, k => k.place);
        columns = [.. model.Entry.Features.Select(f => places.TryGetValue(f, out var at)
            ? at
            : throw new ModelCatalogException($"Model '{model.Entry.Name}' wants the feature '{f}', which reading does not compute."))];
    }

    /// <summary>One score a row, 0…1.</summary>
    /// <param name="features">Rows of all known features, one after another.</param>
    public float[] Score(ReadOnlySpan<float> features, int rows)
    {
        var width = rows == 0 ? 0 : features.Length / rows;
        var chosen = new float[rows * columns.Length];
        for (var row = 0; row < rows; row++)
        {
            var into = chosen.AsSpan(row * columns.Length, columns.Length);
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = features[row * width + columns[i]];
            }
        }
        return model.Score(chosen, rows);
    }

    public void Dispose() => model.Dispose();
}
