using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrendGrains.Abstractions.Items;

/// <summary>How people took an item, as its site counted them at the last look. What a site does not count is null, never zero.</summary>
[GenerateSerializer, Immutable, Alias("engagement")]
public sealed record Engagement
{
    private static readonly JsonSerializerOptions stored = new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Votes for it less those against; may be negative.</summary>
    [Id(0)] public long? Score { get; init; }

    [Id(1)] public long? Comments { get; init; }
    [Id(2)] public long? Views { get; init; }
    [Id(3)] public long? Likes { get; init; }

    /// <summary>Reposts, crossposts, shares.</summary>
    [Id(4)] public long? Shares { get; init; }

    /// <summary>The record; null where nothing is counted.</summary>
    public Engagement? OrNull() => this == new Engagement() ? null : this;

    /// <summary>E.g. <c>{"score":5,"comments":2}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, stored);

    public static Engagement FromJson(string json) =>
        JsonSerializer.Deserialize<Engagement>(json, stored) ?? throw new FormatException("An engagement that is stored is not null.");
}
