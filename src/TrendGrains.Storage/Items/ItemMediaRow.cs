namespace TrendGrains.Storage.Items;

/// <summary>A picture, sound or video of an item, in the order of the page.</summary>
public sealed record ItemMediaRow
{
    public Guid ItemId { get; init; }
    public int Ordinal { get; init; }
    public required string Url { get; init; }
    public required string Kind { get; init; }
    public string? Caption { get; init; }
    public string? LocalRef { get; init; }

    /// <summary>Perceptual hash of a picture.</summary>
    public long? Phash { get; init; }
}
