namespace TrendGrains.Storage.Sources;

/// <summary>One URL of one source, in the order it was found; <see cref="State"/> is <c>waiting</c> or <c>done</c>.</summary>
public sealed record FrontierRow
{
    public long Seq { get; init; }
    public required string Source { get; init; }
    public required string Url { get; init; }
    public Guid UrlHash { get; init; }
    public int Depth { get; init; }
    public string? Referrer { get; init; }
    public required string State { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? Due { get; init; }
    public string? Reason { get; init; }

    /// <summary><c>page</c>, <c>sitemap</c> or <c>feed</c>.</summary>
    public required string Role { get; init; }

    public required string TagPath { get; init; }
    public required string Anchor { get; init; }
    public required string Around { get; init; }
    public required string FromKind { get; init; }

    /// <summary>Of a sitemap or feed that was read: its validators, when that was, and the newest time it named.</summary>
    public string? Etag { get; init; }

    public string? LastModified { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public DateTimeOffset? Newest { get; init; }
}
