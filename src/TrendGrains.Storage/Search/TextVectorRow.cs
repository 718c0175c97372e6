using Pgvector;

namespace TrendGrains.Storage.Search;

/// <summary>An item's place in the embedding space of texts, with what a search filters by.</summary>
public sealed record TextVectorRow
{
    public Guid ItemId { get; init; }
    public required string Language { get; init; }
    public DateTimeOffset EventTime { get; init; }
    public required string Model { get; init; }
    public required string Version { get; init; }
    public required HalfVector Embedding { get; init; }
}
