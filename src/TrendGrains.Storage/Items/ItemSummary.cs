using System.Text.Json;

namespace TrendGrains.Storage.Items;

/// <summary>An item in one to three of its own sentences, in the order of the text.</summary>
/// <param name="Version">Of the model that chose them.</param>
public sealed record ItemSummary(string Version, SummarySentence[] Sentences)
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web);

    internal static string ToJson(ItemSummary summary) => JsonSerializer.Serialize(
        summary with { Sentences = Array.ConvertAll(summary.Sentences, s => s with { Text = StoredText.Clean(s.Text) }) }, options);

    internal static ItemSummary? FromJson(string json) => JsonSerializer.Deserialize<ItemSummary>(json, options);
}

/// <param name="Text">Verbatim.</param>
/// <param name="Start">Where it stands in the item's text, in UTF-16 units.</param>
/// <param name="End">Where it ends; the unit there is no more part of it.</param>
public sealed record SummarySentence(string Text, int Start, int End);
