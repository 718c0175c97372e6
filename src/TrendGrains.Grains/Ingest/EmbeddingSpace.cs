namespace TrendGrains.Grains.Ingest;

/// <summary>The model that gives an item its place in the vector table.</summary>
public static class EmbeddingSpace
{
    /// <summary>Name in the model catalog.</summary>
    public const string Model = "text-embedding";

    /// <summary>Name of the embedding among an item's missing parts.</summary>
    public const string Part = "embedding";
}
