namespace TrendGrains.Storage.Copies;

/// <summary>An item's text as a MinHash signature of its shingles: 32-bit numbers, little-endian.</summary>
public sealed record FingerprintRow
{
    public Guid ItemId { get; init; }
    public DateTimeOffset Published { get; init; }
    public required byte[] Signature { get; init; }
}

/// <summary>One band of a signature, by which texts that are alike are found.</summary>
public sealed record FingerprintBandRow
{
    public long Band { get; init; }
    public DateTimeOffset Published { get; init; }
    public Guid ItemId { get; init; }
}
