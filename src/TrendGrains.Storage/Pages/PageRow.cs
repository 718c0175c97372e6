namespace TrendGrains.Storage.Pages;

/// <summary>The raw page of an item as last fetched; the body is compressed.</summary>
public sealed record PageRow
{
    public Guid ItemId { get; init; }
    public required string Url { get; init; }
    public DateTimeOffset FetchedAt { get; init; }
    public Guid ContentHash { get; init; }
    public required string MediaType { get; init; }
    public string? Charset { get; init; }
    public string? Etag { get; init; }
    public string? LastModified { get; init; }
    public int? Depth { get; init; }
    public required byte[] Body { get; init; }
}
