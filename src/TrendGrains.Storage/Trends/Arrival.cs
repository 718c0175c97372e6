namespace TrendGrains.Storage.Trends;

/// <summary>An item as it was when it arrived.</summary>
public sealed record Arrival
{
    public required long Seq { get; init; }
    public required Guid ItemId { get; init; }
    public required string Source { get; init; }
    public required string Url { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset EventTime { get; init; }
    public string? Title { get; init; }

    /// <summary>The text's beginning, at most <see cref="ArrivalStore.LongestText"/> UTF-16 units.</summary>
    public required string Text { get; init; }

    /// <summary>128 elements as the table rounds them, or null.</summary>
    public float[]? Embedding { get; init; }
}
