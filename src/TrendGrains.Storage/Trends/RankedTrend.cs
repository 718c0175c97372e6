using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Trends;

/// <summary>A trend as readers see it.</summary>
public sealed record RankedTrend
{
    public required Guid Id { get; init; }
    public required string Board { get; init; }

    /// <summary>BCP 47 tag of the label.</summary>
    public required string Language { get; init; }

    public required string Label { get; init; }

    /// <summary><c>new</c>, <c>climbing</c>, <c>exploding</c>, <c>peaking</c>, <c>cooling</c> or <c>over</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Decayed arrivals at stream time, half-life six hours; an arrival from a source that just spoke counts less.</summary>
    public required double Score { get; init; }

    /// <summary>1 is the top; null below the ranked ones.</summary>
    public int? Rank { get; init; }

    /// <summary>The rank that it had a quarter of an hour of stream time ago; null when it had none yet.</summary>
    public int? PreviousRank { get; init; }

    public required int Items { get; init; }
    public required int Sources { get; init; }
    public required DateTimeOffset FirstSeen { get; init; }
    public required DateTimeOffset LastSeen { get; init; }
    public string[] Keywords { get; init; } = [];
    public string? PictureUrl { get; init; }

    /// <summary>What most of its members are about; null while no model has said. So are the next three.</summary>
    public string? Topic { get; init; }

    /// <summary>How much of its members' weight that topic has, 0-1.</summary>
    public float? TopicShare { get; init; }

    /// <summary>The mean of its members, −1 (negative) … 1 (positive).</summary>
    public float? Tone { get; init; }

    /// <summary>The upper quartile of its members, 0 (mild) … 1 (grave).</summary>
    public float? Severity { get; init; }

    /// <summary>Every item comes from a synthetic source.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Its last two days, ascending; buckets without arrivals are left out.</summary>
    public TrendPoint[] Points { get; init; } = [];
}

/// <param name="Bucket">Start of ten minutes of event time.</param>
public sealed record TrendPoint(DateTimeOffset Bucket, int Items, int Sources, double Score);

/// <summary>An item of a trend, and why it belongs.</summary>
public sealed record TrendMember
{
    public required Guid TrendId { get; init; }
    public required Guid ItemId { get; init; }
    public string? Title { get; init; }
    public required string Url { get; init; }
    public string? Language { get; init; }
    public required string Source { get; init; }
    public string? SourceTitle { get; init; }
    public required DateTimeOffset EventTime { get; init; }
    public bool Synthetic { get; init; }
    public string? Topic { get; init; }

    /// <summary>−1…1.</summary>
    public float? Tone { get; init; }

    /// <summary>0…1.</summary>
    public float? Severity { get; init; }

    /// <summary>One to three of its own sentences; null for a title alone.</summary>
    public ItemSummary? Summary { get; init; }

    /// <summary>0-1.</summary>
    public float Similarity { get; init; }
    public float TitlePart { get; init; }
    public float BodyPart { get; init; }
    public float DensePart { get; init; }
    public float RecencyPart { get; init; }

    /// <summary>The item it is most alike; null for the first.</summary>
    public Guid? Nearest { get; init; }
}

/// <param name="Language">Only trends of this board; null for all.</param>
/// <param name="Topic">Only trends about this; null for all.</param>
public sealed record TrendQuery(int Count, string? Language = null, string? Topic = null);

/// <param name="Now">Stream time: the latest event time of all boards; null before the first item.</param>
/// <param name="ItemsLastHour">Items fetched in the last hour; an imported item counts as fetched when it was published.</param>
/// <param name="Waiting">Items that arrived and were not yet given to a trend.</param>
/// <param name="Trends">Trends of more than one item.</param>
public sealed record TrendHealth(DateTimeOffset? Now, long ItemsLastHour, long Waiting, long Trends);
