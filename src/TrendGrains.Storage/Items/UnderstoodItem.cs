using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Items;

/// <summary>What is stored of a document once it was read and measured: the row of the second durable point.</summary>
public sealed record UnderstoodItem
{
    public required Guid ItemId { get; init; }
    public required ItemState State { get; init; }

    /// <summary>
    /// <see cref="Items.ContentHash"/> of the body that was read. When it is given and the stored page is another by now, the item is
    /// left as it is and waits for another reading.
    /// </summary>
    public Guid? ContentHash { get; init; }

    public string? Title { get; init; }
    public string Text { get; init; } = "";
    public string? Byline { get; init; }
    public string Language { get; init; } = "und";
    public string? SiteName { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset EventTime { get; init; }
    public bool EventTimeClamped { get; init; }
    public string? PageKind { get; init; }
    public bool IsArticle { get; init; }
    public double ArticleScore { get; init; }

    /// <summary>Null while nothing decided.</summary>
    public bool? IsAdvert { get; init; }

    public double? AdvertScore { get; init; }

    /// <summary>What models decided, and why.</summary>
    public ItemDecision[] Decisions { get; init; } = [];

    public string? Topic { get; init; }
    public double? TopicScore { get; init; }

    /// <summary>−1…1.</summary>
    public double? Tone { get; init; }

    /// <summary>0…1.</summary>
    public double? Severity { get; init; }

    /// <summary>Null for an item that is a title alone.</summary>
    public ItemSummary? Summary { get; init; }

    public Guid TextHash { get; init; }

    /// <summary>What the text is recognised by when others print it; null for one that is too short, or tells no story.</summary>
    public uint[]? Fingerprint { get; init; }

    /// <summary>The board that groups it; null for a page that tells no story, or sells.</summary>
    public string? Board { get; init; }

    /// <summary>A decision that its board depends on is still to come: until then it takes no place in the order.</summary>
    public bool IsWithheld { get; init; }

    public string[] Keywords { get; init; } = [];
    public float[]? Embedding { get; init; }
    public string? EmbeddingModel { get; init; }
    public string? EmbeddingVersion { get; init; }

    /// <summary>The model parts that are still to come.</summary>
    public MissingPart[] Missing { get; init; } = [];

    /// <summary>Other hosts that its text links to.</summary>
    public Citation[] Cites { get; init; } = [];

    /// <summary>Pictures, sound and video of the content, the lead picture first.</summary>
    public ItemMedia[] Media { get; init; } = [];
}

/// <param name="Url">Absolute http(s) URL.</param>
/// <param name="Kind"><c>image</c>, <c>audio</c> or <c>video</c>.</param>
public sealed record ItemMedia(string Url, string Kind, string? Caption);

/// <param name="Host">Lower case, without <c>www.</c>.</param>
/// <param name="Url">The address that is linked to.</param>
public sealed record Citation(string Host, string Url);

/// <summary>A link that a crawl found; <paramref name="Refused"/> says why it will not be followed, null when it will.</summary>
public sealed record DiscoveredLink(string Url, int Depth, string Referrer, CrawlReason? Refused)
{
    public FrontierRole Role { get; init; }

    /// <summary>What the page says about the link.</summary>
    public LinkClue Clue { get; init; } = LinkClue.None;
}

/// <summary>How many frontier URLs were new.</summary>
public sealed record UnderstandResult(int Discovered);
