using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading;

/// <summary>What was read off one page.</summary>
public sealed record ReadPage
{
    public string? Title { get; init; }

    /// <summary>The writers' names, separated by ", ", without roles and degrees.</summary>
    public string? Byline { get; init; }

    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Modified { get; init; }

    /// <summary>BCP 47 primary tag of the text, <c>und</c> when unknown.</summary>
    public string Language { get; init; } = "und";

    public string? SiteName { get; init; }

    /// <summary>Absolute; null when the page names none.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>One of <see cref="PageKinds"/>.</summary>
    public string PageKind { get; init; } = PageKinds.Other;

    /// <summary>How much the page looks like each of <see cref="PageKinds.All"/>, 0…1, their sum 1; empty where the kind was given, not told.</summary>
    public float[] KindScores { get; init; } = [];

    /// <summary>How much the page looks like one article, 0…1.</summary>
    public double ArticleScore { get; init; }

    public bool IsArticle { get; init; }

    /// <summary>
    /// The content blocks in reading order joined by one blank line: headings, list items, table cells (tab between, a line a row),
    /// code and captions of kept pictures included, inline markup flattened, white space folded inside a block, NFC.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The blocks that <see cref="Text"/> is made of, in its order.</summary>
    public PageBlock[] Blocks { get; init; } = [];

    /// <summary>Every link of the page that crawling could follow, in document order, each address once.</summary>
    public PageLink[] Links { get; init; } = [];

    /// <summary>Feeds that the page announces as its own, in document order.</summary>
    public PageFeed[] Feeds { get; init; } = [];

    /// <summary>Pictures, sound and video of the content, the lead picture first.</summary>
    public PageMedia[] Media { get; init; } = [];

    public string[] Tags { get; init; } = [];

    /// <summary>The page's robots meta tag asks not to be indexed.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The page's robots meta tag asks that its links are not followed.</summary>
    public bool NoFollow { get; init; }

    /// <summary>
    /// Field name in camel case → where its value came from: <c>json-ld</c>, <c>og</c>, <c>meta</c>, <c>microdata</c>, <c>time</c>, <c>dom</c>, <c>url</c>, <c>text</c>, <c>entry</c>,
    /// <c>pdf-info</c>, <c>pdf-text</c>. Of times also <c>publishedZone</c> and <c>modifiedZone</c>: <c>stated</c>, or assumed by <c>site</c>, <c>language</c>, <c>utc</c>; and
    /// <c>publishedTime</c>: <c>none</c> where only a day was given. Of the first picture: <c>leadImage</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();

    /// <summary>Somebody paid for what it says, or sells by it: an advertorial, a sponsored post, a press release. False where nobody decided.</summary>
    public bool IsAdvert { get; init; }

    /// <summary>How much it looks like an advert, 0…1.</summary>
    public double AdvertScore { get; init; }

    /// <summary>What models decided about the page, and why.</summary>
    public PageDecision[] Decisions { get; init; } = [];

    /// <summary>The page in numbers, for the models that decide about it; null where nothing was read.</summary>
    public PageSignals? Signals { get; init; }

    /// <summary>What was left unread and why; null when all was read.</summary>
    public ReadProblem? Problem { get; init; }
}

/// <summary>One block of the content.</summary>
/// <param name="Kind"><c>paragraph</c>, <c>heading</c>, <c>list-item</c>, <c>quote</c>, <c>table</c>, <c>code</c> or <c>caption</c>.</param>
/// <param name="Text">As it stands in <see cref="ReadPage.Text"/>, but for code, which keeps its lines and its indentation here.</param>
public sealed record PageBlock(string Kind, string Text)
{
    /// <summary>1-6 for a heading; from 1 how deep a list item or a quote is nested; null otherwise.</summary>
    public int? Level { get; init; }

    /// <summary>The cells of a table, row by row; null otherwise.</summary>
    public string[][]? Rows { get; init; }

    /// <summary>The programming language that the page names for its code, lower case; null where it names none.</summary>
    public string? Language { get; init; }

    /// <summary>Absolute address of the picture that a caption belongs to; null otherwise.</summary>
    public string? Picture { get; init; }
}

/// <summary>A link to another page.</summary>
/// <param name="Url">Absolute http(s) URL without fragment.</param>
/// <param name="Text">The link's words, folded.</param>
/// <param name="NoFollow">rel says nofollow, sponsored or ugc.</param>
public sealed record PageLink(string Url, string Text, bool NoFollow)
{
    /// <summary>Names and classes of the elements from the body down to the link; empty where the page was no HTML.</summary>
    public string TagPath { get; init; } = "";

    /// <summary>rel says that somebody paid for it.</summary>
    public bool IsSponsored { get; init; }

    /// <summary>The words around the link in its block, without its own, folded.</summary>
    public string Around { get; init; } = "";
}

/// <summary>A feed that a page announces.</summary>
/// <param name="Url">Absolute http(s) URL.</param>
/// <param name="Type">Media type as announced.</param>
public sealed record PageFeed(string Url, string Type, string? Title);

/// <summary>A picture, sound or video of the content.</summary>
/// <param name="Url">Absolute http(s) URL; of an embedded player, that of the film's own page.</param>
/// <param name="Kind"><c>image</c>, <c>audio</c> or <c>video</c>.</param>
/// <param name="Caption">The figure's caption, else the alternative text.</param>
public sealed record PageMedia(string Url, string Kind, string? Caption)
{
    /// <summary>In pixels, as the page says; null where it does not.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }
}
