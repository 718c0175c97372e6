namespace TrendGrains.Storage.Trends;

/// <summary>How far a board has come.</summary>
public sealed record BoardRow
{
    public required string Board { get; init; }
    public long Seq { get; init; }
    public DateTimeOffset Now { get; init; }
}

/// <summary>A board's whole memory at one place in the order of arrival.</summary>
public sealed record BoardSnapshotRow
{
    public required string Board { get; init; }
    public long Seq { get; init; }
    public DateTimeOffset TakenAt { get; init; }

    /// <summary>SHA-256 of the body.</summary>
    public required byte[] Checksum { get; init; }

    public required byte[] Body { get; init; }
}
