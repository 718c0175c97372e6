namespace TrendGrains.Storage.Items;

/// <summary>An address that leads to an item: its own, or another that redirects or refers to it.</summary>
public sealed record ItemUrlRow
{
    public Guid UrlHash { get; init; }
    public required string Url { get; init; }
    public Guid ItemId { get; init; }
}
