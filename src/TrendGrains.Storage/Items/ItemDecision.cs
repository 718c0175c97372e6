using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrendGrains.Storage.Items;

/// <summary>What a model decided about an item.</summary>
/// <param name="Task"><c>page-kind</c>, <c>article</c>, <c>advert</c>, <c>topic</c>, <c>tone</c> or <c>severity</c>.</param>
/// <param name="Score">Probability of the label, 0…1.</param>
/// <param name="Why">What weighed most: sentences, or the weightiest words of a severity.</param>
public sealed record ItemDecision(string Task, string Label, double Score, string Version, string[] Why)
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A tone's −1…1, a severity's 0…1; null where the label says it all.</summary>
    public double? Value { get; init; }

    /// <summary>The probability of each label, for those of more than two.</summary>
    public IReadOnlyDictionary<string, double>? Scores { get; init; }

    internal static string ToJson(IReadOnlyList<ItemDecision> decisions) => JsonSerializer.Serialize(decisions, options);

    internal static ItemDecision[] FromJson(string json) => JsonSerializer.Deserialize<ItemDecision[]>(json, options) ?? [];
}
