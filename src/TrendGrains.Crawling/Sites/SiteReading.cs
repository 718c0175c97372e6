using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Sites;

/// <summary>What one page of a listing said.</summary>
public sealed record SiteReading
{
    public FeedEntry[] Entries { get; init; } = [];

    /// <summary>What was left out, and why.</summary>
    public SkippedEntry[] Skipped { get; init; } = [];

    /// <summary>Addresses of entries that are deleted or removed by now, those that were said to be before too.</summary>
    public string[] Gone { get; init; } = [];

    /// <summary>Absolute address of the page after this one; null when this was the last worth asking for.</summary>
    public string? NextPage { get; init; }

    /// <summary>The cursor for the next crawl if this page was the newest; null when it has none to give.</summary>
    public string? Cursor { get; init; }

    /// <summary>Nothing of the page could be read: what follows it is not known.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>A page that is not what the source should be.</summary>
    public static SiteReading Unreadable(SiteAnswer answer, string why) =>
        new() { IsUnreadable = true, Skipped = [new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.Malformed, why)] };
}

/// <summary>One entry, or one fault of the page, that gives no item.</summary>
public sealed record SkippedEntry(string Url, CrawlReason Reason, string Detail);
