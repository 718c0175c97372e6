namespace TrendGrains.Storage.Items;

/// <summary>What an item said before its page changed; the first version is 1.</summary>
public sealed record ItemVersionRow
{
    public Guid ItemId { get; init; }
    public int Version { get; init; }
    public DateTimeOffset ReplacedAt { get; init; }
    public DateTimeOffset FetchedAt { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public Guid ContentHash { get; init; }
    public Guid? TextHash { get; init; }
}
