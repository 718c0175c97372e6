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

    /// <summary>Cosine of the names.</summary>
    public float Names { get; init; }
    public float NamesMean { get; init; }

    /// <summary>Share of the item's names that the trend has, by weight.</summary>
    public float NamesTold { get; init; }

    /// <summary>Share of the trend's names that the item has, by weight and by how many of the held items have them.</summary>
    public float NamesCore { get; init; }

    /// <summary>Names shared that hardly another trend has, saturating.</summary>
    public float NamesOwn { get; init; }

    /// <summary>Names of the item that no trend has, saturating.</summary>
    public float NamesNew { get; init; }

    /// <summary>Numbers that agree with one held item, by weight, saturating.</summary>
    public float Figures { get; init; }

    /// <summary>Cosine in the embedding space.</summary>
    public float Dense { get; init; }
    public float DenseMean { get; init; }

    /// <summary>Halves with every day between the item and the trend's span.</summary>
    public float Recency { get; init; }

    /// <summary>Near 1 for a word or two, near 0 for an article.</summary>
    public float Brevity { get; init; }
    /// <summary>It is a near-copy of a held item.</summary>
    public bool Copy { get; init; }

    /// <summary>
    /// One source alone says the same again after most of a day, under the same title and with no name that marks an event: a horoscope, a
    /// table of rates, a briefing. Each instalment is a story of its own, or the column would be a trend that never ends.
    /// </summary>
    public bool Instalment => OnlyThisSource && Recency < 0.65f && Title > 0.7f && (Copy || NamesOwn < 0.3f);

    /// <summary>1 for a trend that holds one item, 1/2 for two, and so on.</summary>
    public float Youth { get; init; }
    /// <summary>The item and the trend have names to compare.</summary>
    public bool HasNames { get; init; }
    public bool HasVectors { get; init; }
    public bool OnlyThisSource { get; init; }

    public SimilarityParts Parts => new(Title, Body, Dense, Recency);
}
