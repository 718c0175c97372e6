using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>What came of one request.</summary>
public sealed record FetchedPage
{
    /// <summary><see cref="CrawlReason.Fetched"/>, <see cref="CrawlReason.NotModified"/>, <see cref="CrawlReason.Redirected"/>, or why not.</summary>
    public required CrawlReason Reason { get; init; }

    /// <summary>HTTP status, when there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>The URL that was asked.</summary>
    public required Uri Url { get; init; }

    /// <summary>Absolute target when <see cref="CrawlReason.Redirected"/>; not checked yet: the next hop's request is.</summary>
    public Uri? RedirectTo { get; init; }

    /// <summary>Lower case, without parameters; empty when the server named none and none could be told from the body.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Character set that the transport named.</summary>
    public string? Charset { get; init; }

    /// <summary>Decompressed body when fetched; else empty.</summary>
    public byte[] Body { get; init; } = [];

    public string? ETag { get; init; }
    public string? LastModified { get; init; }

    /// <summary>How long the server asked to wait; never negative.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>Body bytes read, after decompression.</summary>
    public long Bytes { get; init; }

    /// <summary>One sentence for a person: what happened, where, against which limit.</summary>
    public required string Detail { get; init; }
}
