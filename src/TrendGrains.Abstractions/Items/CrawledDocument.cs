namespace TrendGrains.Abstractions.Items;

/// <summary>One document as it came in, before anything was understood: a fetched page, or a feed entry on its own.</summary>
[GenerateSerializer, Immutable, Alias("crawled-document")]
public sealed record CrawledDocument
{
    /// <summary>Media type of a body that is a <see cref="FeedEntry"/> in JSON.</summary>
    public const string EntryMediaType = "application/vnd.trendgrains.entry+json";

    /// <summary>Media type of a body that is a <see cref="FeedEntry"/> in JSON made from the post itself: it takes the place of what announced it, and keeps it.</summary>
    public const string PostMediaType = "application/vnd.trendgrains.post+json";

    /// <summary>Normalised URL after redirects; <see cref="ItemKey"/> hashes it.</summary>
    [Id(0)] public required string Url { get; init; }

    /// <summary>Other normalised URLs that led here (the requested one, redirect hops).</summary>
    [Id(1)] public string[] Aliases { get; init; } = [];

    [Id(2)] public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Media type without parameters, lower case.</summary>
    [Id(3)] public required string MediaType { get; init; }

    /// <summary>Character set named by the transport, when it named one.</summary>
    [Id(4)] public string? Charset { get; init; }

    /// <summary>Decompressed body, as received.</summary>
    [Id(5)] public required byte[] Body { get; init; }

    [Id(6)] public string? ETag { get; init; }
    [Id(7)] public string? LastModified { get; init; }

    /// <summary>Links away from the source's first page; null when the document did not come from a frontier.</summary>
    [Id(8)] public int? Depth { get; init; }

    /// <summary>Slug of the source it is filed under where that is not the batch's: a stream of several sources keeps its order in one batch.</summary>
    [Id(9)] public string? Source { get; init; }

    /// <summary>What its site counts of it now; null where it was not looked at.</summary>
    [Id(10)] public Engagement? Engagement { get; init; }

    /// <summary>
    /// Normalised address that the document is another form of, as its own head says (and is believed) or its address shows. Where that names an item, this is
    /// the same item; where it does not yet, it becomes an alias of this one.
    /// </summary>
    [Id(11)] public string? Canonical { get; init; }
}
