namespace TrendGrains.Crawling.Sitemaps;

/// <summary>One address that a sitemap names.</summary>
/// <param name="Url">As written, white space around it dropped.</param>
/// <param name="LastModified">When the page, or the sitemap of an index, last changed; null when unsaid or no date.</param>
public sealed record SitemapEntry(string Url, DateTimeOffset? LastModified)
{
    /// <summary>Of a news sitemap.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <inheritdoc cref="Published"/>
    public string? Title { get; init; }

    /// <summary>The newer of both times.</summary>
    public DateTimeOffset? Changed => LastModified > Published || Published is null ? LastModified : Published;
}

/// <summary>A sitemap, read.</summary>
public sealed record SitemapReading
{
    public SitemapKind Kind { get; init; }

    /// <summary>In the file's order.</summary>
    public SitemapEntry[] Entries { get; init; } = [];

    /// <summary>What was wrong, for a person; what was read up to there stands.</summary>
    public string? Problem { get; init; }

    /// <summary>The problem is one of size: there was more than is read.</summary>
    public bool IsTooMuch { get; init; }
}

/// <summary>What a sitemap turned out to be.</summary>
public enum SitemapKind
{
    None,

    /// <summary>Its addresses are pages.</summary>
    Pages,

    /// <summary>Its addresses are sitemaps.</summary>
    Index,
}
