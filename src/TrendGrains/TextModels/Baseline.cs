using System.Text.Json;

namespace TrendGrains.TextModels;

/// <summary>What a naive method reaches on a set that a card measures; models/train/naive_bayes.py writes it beside the model.</summary>
/// <param name="Area">Under ROC, where a model ranks; else <paramref name="Accuracy"/> and <paramref name="MacroF1"/> stand.</param>
internal sealed record Baseline(string Set, string Method, int Rows, double? Accuracy = null, double? MacroF1 = null, double? Area = null)
{
    /// <summary>None where the model's folder has no such file.</summary>
    public static async Task<IReadOnlyList<Baseline>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "baseline.json");
        if (!File.Exists(path))
        {
            return [];
        }

        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<Baseline[]>(file, JsonSerializerOptions.Web, cancellationToken) ?? [];
    }
}
