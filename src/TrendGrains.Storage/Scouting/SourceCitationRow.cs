namespace TrendGrains.Storage.Scouting;

/// <summary>A host that an article names in its text.</summary>
public sealed record SourceCitationRow
{
    public required string Host { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>Source of the article.</summary>
    public required string Source { get; init; }

    /// <summary>The first address of the host that the article names.</summary>
    public required string Url { get; init; }

    public DateTimeOffset SeenAt { get; init; }
}
