using System.Text.Json;
using System.Text.Json.Serialization;
using TrendGrains.Inference.Classifying;

namespace TrendGrains.Output;

/// <summary>What <c>classify</c> says of one text.</summary>
/// <param name="Score">Of the label, 0…1.</param>
/// <param name="Scores">The likeliest labels and theirs.</param>
/// <param name="Value">Tone −1…1 or severity 0…1; only those tasks have it.</param>
internal sealed record ClassifyLine(
    JsonElement? Id, string Label, double Score, IReadOnlyDictionary<string, double> Scores,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Value = null)
{
    /// <summary>What weighed most, in sentences; only tasks that decide from signals say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string[]? Why { get; init; }

    /// <summary>The words that spoke for the value, the weightiest first; only when asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<WeightyWord>? Words { get; init; }
}
