namespace TrendGrains.Storage.Trends;

/// <summary>What one turn of a board decided: stored in one transaction, or not at all.</summary>
public sealed record BoardTurn
{
    public required string Board { get; init; }

    /// <summary>Where the board stood before; when the stored board stands elsewhere, another activation has written.</summary>
    public required long After { get; init; }

    /// <summary>Where it stands now.</summary>
    public required long Seq { get; init; }

    /// <summary>Stream time.</summary>
    public required DateTimeOffset Now { get; init; }

    public required TrendItemRow[] Items { get; init; }

    /// <summary>The trends that changed, as they are now.</summary>
    public required TrendUpdate[] Trends { get; init; }

    public required TrendPointUpdate[] Points { get; init; }
    public TrendEvent[] Events { get; init; } = [];

    /// <summary>The board's whole memory at <see cref="Seq"/>, now and then.</summary>
    public byte[]? Snapshot { get; init; }
}

/// <summary>Why an item belongs where it is.</summary>
public sealed record TrendItemRow
{
    public required Guid ItemId { get; init; }
    public required Guid TrendId { get; init; }
    public required long Seq { get; init; }
    public required string Board { get; init; }

    /// <summary>0-1.</summary>
    public float Similarity { get; init; }
    public float TitlePart { get; init; }
    public float BodyPart { get; init; }
    public float DensePart { get; init; }
    public float RecencyPart { get; init; }

    /// <summary>The item of the trend that is most alike; null for the first.</summary>
    public Guid? Nearest { get; init; }
}

/// <summary>A trend as its board knows it.</summary>
/// <param name="HeatFast">Logarithms of decayed arrival rates that need no clock to be compared.</param>
public sealed record TrendUpdate(
    Guid Id, Guid FirstItem, string Label, string[] Keywords, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, int Items, int Sources,
    double HeatFast, double Heat, double HeatSlow);

/// <param name="Bucket">Start of ten minutes of event time.</param>
/// <param name="Items">How many were added in it.</param>
/// <param name="Sources">How many sources the trend has.</param>
/// <param name="Score">The trend's score at the last of them.</param>
public sealed record TrendPointUpdate(Guid TrendId, DateTimeOffset Bucket, int Items, int Sources, double Score);

/// <param name="Kind"><c>new</c>, <c>grown</c>, <c>stage</c> or <c>rank</c>.</param>
/// <param name="Body">JSON.</param>
public sealed record TrendEvent(Guid TrendId, string Kind, DateTimeOffset At, string Body);

/// <summary>A board's memory as it was stored.</summary>
public sealed record BoardSnapshot(long Seq, byte[] Body);
