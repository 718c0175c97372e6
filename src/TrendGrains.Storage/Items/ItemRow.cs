using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>An item as it lies in the table. What is null was not understood yet.</summary>
public sealed record ItemRow
{
    public Guid Id { get; init; }
    public required string Source { get; init; }
    public ItemState State { get; init; }
    public required string Url { get; init; }

    /// <summary>Order in which items were first stored.</summary>
    public long AcceptedSeq { get; init; }

    /// <summary>Order in which items became ready for their boards.</summary>
    public long? ArrivalSeq { get; init; }

    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? Byline { get; init; }
    public string? Language { get; init; }
    public string? SiteName { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? EventTime { get; init; }
    public bool? EventTimeClamped { get; init; }
    public DateTimeOffset FetchedAt { get; init; }
    public string? PageKind { get; init; }
    public bool? IsArticle { get; init; }
    public float? ArticleScore { get; init; }

    /// <summary>Null where nothing has decided.</summary>
    public bool? IsAdvert { get; init; }

    public float? AdvertScore { get; init; }

    /// <summary>What models decided, and why; null where none has.</summary>
    public ItemDecision[]? Decisions { get; init; }

    /// <summary>One of the design's nine.</summary>
    public string? Topic { get; init; }

    public float? TopicScore { get; init; }

    /// <summary>−1 (negative) … 1 (positive).</summary>
    public float? Tone { get; init; }

    /// <summary>0 (mild) … 1 (grave).</summary>
    public float? Severity { get; init; }

    public ItemSummary? Summary { get; init; }

    public Guid ContentHash { get; init; }
    public Guid? TextHash { get; init; }
    /// <summary>As counted at the last look; null where nobody counts.</summary>
    public Engagement? Engagement { get; init; }

    public string[] Keywords { get; init; } = [];
    public string[] Missing { get; init; } = [];

    /// <summary>Why each of <see cref="Missing"/> is, in their order; empty for items of before this was kept.</summary>
    public string[] MissingWhy { get; init; } = [];
}
