namespace TrendGrains.Storage.Trends;

/// <summary>A trend as it lies in the table.</summary>
public sealed record TrendRow
{
    public Guid Id { get; init; }
    public required string Board { get; init; }
    public Guid FirstItem { get; init; }
    public required string Label { get; init; }
    public string[] Keywords { get; init; } = [];
    public DateTimeOffset FirstSeen { get; init; }
    public DateTimeOffset LastSeen { get; init; }
    public int Items { get; init; }
    public int Sources { get; init; }
    public double HeatFast { get; init; }
    public double Heat { get; init; }
    public double HeatSlow { get; init; }
    public required string Stage { get; init; }
    public int? Rank { get; init; }
    public string? PictureUrl { get; init; }
    public string? Topic { get; init; }
    public float? TopicShare { get; init; }
    public float? Tone { get; init; }
    public float? Severity { get; init; }

    /// <summary>How many items it had when topic, tone and severity were last told from them.</summary>
    public int ProfiledItems { get; init; }
}

/// <summary>Ten minutes of a trend.</summary>
public sealed record TrendPointRow
{
    public Guid TrendId { get; init; }
    public DateTimeOffset Bucket { get; init; }
    public int Items { get; init; }
    public int Sources { get; init; }
    public double Score { get; init; }
    public int? Rank { get; init; }
}

/// <summary>What readers were told.</summary>
public sealed record TrendEventRow
{
    public long Seq { get; init; }
    public Guid TrendId { get; init; }
    public required string Kind { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Body { get; init; }
}
