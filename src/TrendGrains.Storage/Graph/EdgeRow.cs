namespace TrendGrains.Storage.Graph;

/// <summary>A typed, weighted link between two items, trends or keywords.</summary>
public sealed record EdgeRow
{
    public required string FromKind { get; init; }
    public Guid FromId { get; init; }
    public required string Kind { get; init; }
    public required string ToKind { get; init; }
    public Guid ToId { get; init; }
    public float Weight { get; init; }
    public string? Evidence { get; init; }
}
