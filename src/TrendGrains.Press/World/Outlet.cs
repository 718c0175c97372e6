namespace TrendGrains.Press.World;

/// <summary>One publisher of the pretend press. Each is served on a port of its own, so that it is a host of its own.</summary>
/// <param name="Slug">Lower-case id, a-z, 0-9 and '-'.</param>
/// <param name="Name">Masthead, in the outlet's language.</param>
/// <param name="Language"><c>ko</c> or <c>en</c>.</param>
public sealed record Outlet(string Slug, string Name, string Language, OutletKind Kind)
{
    /// <summary>Answers take this long; a slow host.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Share of requests answered with 500 or 503, 0-1; which ones is decided by the URL and the clock's minute, not by chance.</summary>
    public double FailureShare { get; init; }

    /// <summary>Serves unclosed tags, wrong nesting and stray bytes.</summary>
    public bool BrokenMarkup { get; init; }

    /// <summary>Character set of its pages, e.g. <c>utf-8</c> or <c>euc-kr</c>.</summary>
    public string Charset { get; init; } = "utf-8";
}

public enum OutletKind
{
    /// <summary>A news site: front page, sections, articles, adverts, feeds, sitemap, robots.txt, pictures.</summary>
    News,

    /// <summary>A Reddit-shaped forum: listing JSON and RSS, comments, link and self posts.</summary>
    Forum,

    /// <summary>A YouTube-shaped channel: Atom feed, watch pages, short clips.</summary>
    Channel,

    /// <summary>A deep archive: a front page that shows little, and years, months, days and pages of back issues.</summary>
    Archive,

    /// <summary>A portal of listings: by section, order, tag, author and day, with print, share and login links beside every title; articles are the fewest pages.</summary>
    Portal,
}
