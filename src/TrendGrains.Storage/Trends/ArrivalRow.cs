using Pgvector;

namespace TrendGrains.Storage.Trends;

/// <summary>An item as its board decides by it, whatever it says later.</summary>
public sealed record ArrivalRow
{
    public long Seq { get; init; }
    public required string Board { get; init; }
    public Guid ItemId { get; init; }
    public required string Source { get; init; }
    public required string Url { get; init; }
    public required string Language { get; init; }
    public DateTimeOffset EventTime { get; init; }
    public string? Title { get; init; }
    public required string Text { get; init; }
    public HalfVector? Embedding { get; init; }
}
