using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Adding;

/// <summary>A few inputs that are easy to get wrong, run through a model as any caller would run them.</summary>
internal static class ModelProbe
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "한국은행이 기준금리를 0.25%포인트 내렸다.", "The central bank cut its rate by a quarter point.", "삼성 Galaxy S26 리뷰: 배터리가 great!", "👨‍👩‍👧‍👦 🇰🇷 ❤️‍🔥", "", "ａｂｃ １２３", "\ud800 broken \udc00",
    ];

    /// <summary>The numbers of each input, in order; null for a text that the model takes for a fault of its own.</summary>
    /// <exception cref="ModelRefusedException">Numbers that are none, or not what the catalog says they are.</exception>
    public static async Task<float[]?[]> RunAsync(ModelWorkers workers, ModelEntry entry, CancellationToken cancellationToken)
    {
        var rows = await AskAsync(workers, entry, Texts, cancellationToken).ConfigureAwait(false);
        if (rows.All(r => r is null))
        {
            throw new ModelRefusedException($"Model '{entry.Name}' version {entry.Version}: it answers none of {rows.Length} texts.");
        }
        foreach (var (number, row) in rows.Index())
        {
            if (row is not null && WhyNone(entry, row) is { } why)
            {
                throw new ModelRefusedException($"Model '{entry.Name}' version {entry.Version}: {entry.OnnxPath} gives row {number} {why}.");
            }
        }
        return rows;
    }

    /// <summary>The same for texts of one's own; a model over features gets as many rows of its typical numbers.</summary>
    public static async Task<float[]?[]> AskAsync(ModelWorkers workers, ModelEntry entry, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (entry.Features.Count > 0)
        {
            var rows = Enumerable.Range(0, texts.Count).Select(i => Features(entry, i)).ToArray();
            return (await workers.ScoreAsync(entry.Name, rows, cancellationToken).ConfigureAwait(false)).Scores;
        }
        return entry.ClassifiesText
            ? (await workers.ClassifyAsync(entry.Name, [.. texts], CallTerms.Bulk, cancellationToken).ConfigureAwait(false)).Scores
            : (await workers.EmbedAsync(entry.Name, [.. texts], cancellationToken).ConfigureAwait(false)).Vectors;
    }

    private static float[] Features(ModelEntry entry, int row)
    {
        var features = entry.Typical.Count == entry.Features.Count ? [.. entry.Typical] : new float[entry.Features.Count];
        features[row % features.Length] += row;
        return features;
    }

    private static string? WhyNone(ModelEntry entry, float[] row)
    {
        if (!row.All(float.IsFinite))
        {
            return "numbers that are not finite";
        }
        if (entry.Dimension > 0 && entry.Labels.Count == 0)
        {
            return row.Length != entry.Dimension ? $"{row.Length} numbers, not {entry.Dimension}"
                : Math.Abs(row.Sum(x => (double)x * x) - 1) > 0.01 ? "a vector whose length is not one" : null;
        }
        return row.Length != entry.Labels.Count ? $"{row.Length} scores for {entry.Labels.Count} labels" : entry.Transformer is null && row.Any(s => s is < -0.001f or > 1.001f) ? "scores that are no probabilities" : null;
    }
}
