using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>A page with all that models said of it.</summary>
internal sealed record UnderstoodPage(DecidedPage Decided)
{
    public ItemMarks Marks { get; init; } = ItemMarks.None;

    public PageVector Vector { get; init; } = PageVector.None;

    public PageSummary Summary { get; init; } = PageSummary.None;

    /// <summary>What is still to come: the item is then partial, and is asked for it again.</summary>
    public MissingPart[] Missing => [.. Vector.Missing, .. Decided.Missing, .. Marks.Missing, .. Summary.Missing is { } summary ? [summary] : Array.Empty<MissingPart>()];
}

/// <summary>A page's place in the embedding space, or why it has none yet.</summary>
internal sealed record PageVector(float[]? Elements, string? Model, string? Version, string? Problem)
{
    public static PageVector None { get; } = new(null, null, null, null);

    public MissingPart[] Missing => Elements is null ? [new MissingPart(EmbeddingSpace.Part, Problem ?? "The model gave no vector.")] : [];
}
