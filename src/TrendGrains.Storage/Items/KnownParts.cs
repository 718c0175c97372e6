namespace TrendGrains.Storage.Items;

/// <summary>What is stored of an item that was understood in part: none of it needs to be asked for again.</summary>
/// <param name="ContentHash">Of the page that was understood.</param>
/// <param name="Missing">The parts that are still to come.</param>
/// <param name="Embedding">Null where that is among them; so are its model and version.</param>
public sealed record KnownParts(Guid ContentHash, string[] Missing, ItemDecision[] Decisions, float[]? Embedding, string? EmbeddingModel, string? EmbeddingVersion)
{
    /// <summary>Null where it is missing, or there is none.</summary>
    public ItemSummary? Summary { get; init; }
}
