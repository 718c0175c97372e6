using System.Text.Json;

namespace TrendGrains.Storage.Items;

/// <summary>What a model decided about an item.</summary>
/// <param name="Task"><c>page-kind</c>, <c>article</c> or <c>advert</c>.</param>
/// <param name="Score">Probability of the label, 0…1.</param>
/// <param name="Why">What weighed most, in sentences.</param>
public sealed record ItemDecision(string Task, string Label, double Score, string Version, string[] Why)
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web);

    internal static string ToJson(IReadOnlyList<ItemDecision> decisions) => JsonSerializer.Serialize(decisions, options);

    internal static ItemDecision[] FromJson(string json) => JsonSerializer.Deserialize<ItemDecision[]>(json, options) ?? [];
}
