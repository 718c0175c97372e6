namespace TrendGrains.Trends.Clustering;

/// <summary>What speaks for an item's belonging to a trend; each 0-1. Means are of the three held items most alike.</summary>
internal readonly record struct Evidence
{
    /// <summary>TF-IDF cosine of title and text.</summary>
    public float Body { get; init; }
    public float BodyMean { get; init; }

    /// <summary>The same with the middle of all that is held.</summary>
    public float Middle { get; init; }

    /// <summary>TF-IDF cosine of the titles.</summary>
    public float Title { get; init; }
    public float TitleMean { get; init; }

    /// <summary>Share of one's title that the other's title and text tell.</summary>
    public float Cover { get; init; }
    public float CoverMean { get; init; }

    /// <summary>Cosine of names and numbers.</summary>
    public float Facts { get; init; }
    public float FactsMean { get; init; }

    /// <summary>Cosine in the embedding space.</summary>
    public float Dense { get; init; }
    public float DenseMean { get; init; }

    /// <summary>Halves with every day between the item and the trend's span.</summary>
    public float Recency { get; init; }

    /// <summary>Near 1 for a word or two, near 0 for an article.</summary>
    public float Brevity { get; init; }
    /// <summary>It is a near-copy of a held item.</summary>
    public bool Copy { get; init; }

    /// <summary>1 for a trend that holds one item, 1/2 for two, and so on.</summary>
    public float Youth { get; init; }
    public bool HasVectors { get; init; }
    public bool OnlyThisSource { get; init; }

    public SimilarityParts Parts => new(Title, Body, Dense, Recency);
}
