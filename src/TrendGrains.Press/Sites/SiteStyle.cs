using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>How a news outlet runs its site. Which outlet gets which follows from its place among the news outlets, so that every world shows them all.</summary>
internal sealed record SiteStyle(ITheme Theme, AddressPattern Addresses, FeedFormat Feed)
{
    /// <summary>The feed carries whole texts, not only the first lines.</summary>
    public bool FullFeed { get; init; }

    /// <summary>Links in the feed carry campaign parameters.</summary>
    public bool TrackedLinks { get; init; }

    public bool EntityTags { get; init; }
    public bool LastModified { get; init; }
    public AdvertMarks Adverts { get; init; }
    public bool OpenGraph { get; init; } = true;
    public bool JsonLd { get; init; }

    /// <summary>Seconds between requests that robots.txt asks for; 0 for none.</summary>
    public int CrawlDelay { get; init; }

    /// <summary>Better read link by link from its front page.</summary>
    public bool ReadAsSite { get; init; }

    public string FeedPath => Feed switch { FeedFormat.Atom => "/feed/atom.xml", FeedFormat.Json => "/feed.json", _ => "/rss.xml" };

    public static SiteStyle For(Outlet outlet, int index)
    {
        var style = (index % 6) switch
        {
            0 => new SiteStyle(new Broadsheet(), AddressPattern.Dated, FeedFormat.Rss) { FullFeed = true, EntityTags = true, LastModified = true, Adverts = AdvertMarks.LabelAndLinks, JsonLd = true },
            1 => new SiteStyle(new Portal(), AddressPattern.Query, FeedFormat.Rss) { LastModified = true, Adverts = AdvertMarks.Label },
            2 => new SiteStyle(new Magazine(), AddressPattern.Sectioned, FeedFormat.Atom) { FullFeed = true, EntityTags = true, Adverts = AdvertMarks.Links, ReadAsSite = true, JsonLd = true },
            3 => new SiteStyle(new Bulletin(), AddressPattern.Flat, FeedFormat.Rss) { TrackedLinks = true, EntityTags = true, CrawlDelay = index < 6 ? 1 : 0 },
            4 => new SiteStyle(new Tabloid(), AddressPattern.Sectioned, FeedFormat.Json) { FullFeed = true, OpenGraph = false, Adverts = AdvertMarks.LabelAndLinks },
            _ => new SiteStyle(new Broadsheet(), AddressPattern.Dated, FeedFormat.Atom) { EntityTags = true, LastModified = true, Adverts = AdvertMarks.None },
        };

        // JSON is UTF-8 by definition (RFC 8259, 8.1); an outlet that still writes in another character set has RSS.
        return style.Feed == FeedFormat.Json && outlet.Charset != "utf-8" ? style with { Feed = FeedFormat.Rss } : style;
    }

    public string SectionPath(string topic) => Addresses switch
    {
        AddressPattern.Query => $"/news/articleList.html?sc={topic}",
        AddressPattern.Flat => $"/list/{topic}",
        _ => $"/{topic}",
    };

    public string ArticlePath(Publication publication, Wording words)
    {
        var id = Uri.EscapeDataString(publication.Id);
        return Addresses switch
        {
            AddressPattern.Dated => $"/{words.Local(publication.Published):yyyy'/'MM'/'dd}/{Slug.Of(publication.Title)}{id}.html",
            AddressPattern.Query => $"/news/articleView.html?idxno={id}",
            AddressPattern.Sectioned => $"/{publication.Section}/{Slug.Of(publication.Title)}{id}",
            _ => $"/view/{id}",
        };
    }
}

internal enum AddressPattern
{
    /// <summary><c>/2026/11/21/river-rises-w17.html</c></summary>
    Dated,

    /// <summary><c>/news/articleView.html?idxno=w17</c></summary>
    Query,

    /// <summary><c>/world/river-rises-w17</c></summary>
    Sectioned,

    /// <summary><c>/view/w17</c></summary>
    Flat,
}

internal enum FeedFormat
{
    Rss,
    Atom,
    Json,

    /// <summary>The outlet has none.</summary>
    None,
}

/// <summary>How adverts are told from news, as real sites do.</summary>
internal enum AdvertMarks
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A word beside them.</summary>
    Label,

    /// <summary><c>rel="sponsored"</c> on links to them.</summary>
    Links,

    LabelAndLinks,
}
