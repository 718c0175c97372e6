using System.Collections.Frozen;

namespace TrendGrains.Crawling.Policies;

/// <summary>What can be told of a link without having learned anything: properties of its address, its words and its place on the page.</summary>
internal readonly record struct LinkShape
{
    private static readonly FrozenSet<string> listingWords = new[]
    {
        "tag", "tags", "category", "categories", "topic", "topics", "section", "sections", "author", "authors", "archive", "archives", "page", "list",
        "index", "search", "label", "all", "latest",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> serviceWords = new[]
    {
        "about", "about-us", "contact", "contact-us", "privacy", "terms", "policy", "legal", "imprint", "cookies", "login", "signin", "signup", "register",
        "account", "subscribe", "subscription", "newsletter", "advertise", "advertising", "sponsor", "ad", "ads", "promo", "careers", "jobs", "faq", "help",
        "feed", "rss", "sitemap", "download", "downloads", "share", "print", "cart", "shop", "donate",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> articleWords = new[]
    {
        "article", "articles", "story", "stories", "news", "post", "posts", "blog", "articleview", "read", "view", "entry",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A year and a month in the path: <c>/2024/03/</c>, <c>/2024-03-05</c>, <c>/20240305</c>.</summary>
    public bool Dated { get; private init; }

    /// <summary>The last segment is words joined by hyphens or underscores, three at least.</summary>
    public bool Slug { get; private init; }

    /// <summary>Five digits or more in a row that are no date, in the last segment or the query.</summary>
    public bool Numbered { get; private init; }

    /// <summary>The query or the last segment asks for a page of a list: <c>?page=2</c>, <c>/page/2</c>.</summary>
    public bool Paged { get; private init; }

    public bool HasQuery { get; private init; }
    public bool Listing { get; private init; }
    public bool Service { get; private init; }

    /// <summary>A segment before the last says that articles are below.</summary>
    public bool BelowArticles { get; private init; }

    /// <summary>The path ends with a slash or names the root.</summary>
    public bool Folder { get; private init; }

    public int Segments { get; private init; }

    /// <summary>The anchor's length in Latin characters; a Korean, Chinese or Japanese one counts for two.</summary>
    public int AnchorLength { get; private init; }

    /// <summary>The anchor is a number, as in the row of pages below a list.</summary>
    public bool NumberAnchor { get; private init; }

    public bool InHeading { get; private init; }

    /// <summary>In navigation, page head or foot.</summary>
    public bool InFrame { get; private init; }

    public int Depth { get; private init; }

    public static LinkShape Of(FrontierLink link)
    {
        var url = link.Url.AsSpan();
        var scheme = url.IndexOf("://");
        var rest = scheme < 0 ? url : url[(scheme + 3)..];
        var slash = rest.IndexOf('/');
        var path = slash < 0 ? [] : rest[(slash + 1)..];
        var question = path.IndexOf('?');
        var query = question < 0 ? [] : path[(question + 1)..];
        path = question < 0 ? path : path[..question];
        bool dated = false, listing = false, service = false, below = false, paged = query.Contains("page=", StringComparison.OrdinalIgnoreCase);
        var segments = 0;
        ReadOnlySpan<char> last = [];
        foreach (var range in path.Split('/'))
        {
            if (path[range] is not { Length: > 0 } segment)
            {
                continue;
            }

            below |= Has(articleWords, last);
            paged |= last.Equals("page", StringComparison.OrdinalIgnoreCase) && !segment.ContainsAnyExceptInRange('0', '9');
            dated |= IsDated(segment) || (IsYear(last) && segment.Length <= 2 && !segment.ContainsAnyExceptInRange('0', '9'));
            segments++;
            last = segment;
            listing |= Has(listingWords, Name(segment));
            service |= Has(serviceWords, Name(segment));
        }

        var (heading, frame) = Place(link.Clue.TagPath);
        var anchor = link.Clue.Anchor.AsSpan();
        return new LinkShape
        {
            Dated = dated,
            Slug = Words(Name(last)) >= 3,
            Numbered = LongNumber(last) || LongNumber(query),
            Paged = paged,
            HasQuery = query.Length > 0,
            Listing = listing,
            Service = service,
            BelowArticles = below,
            Folder = path.Length == 0 || path[^1] == '/',
            Segments = segments,
            AnchorLength = Length(anchor),
            NumberAnchor = anchor.Length is > 0 and <= 5 && !anchor.ContainsAnyExceptInRange('0', '9'),
            InHeading = heading,
            InFrame = frame,
            Depth = link.Depth,
        };
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => word.Length > 0 && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Without the file name's extension.</summary>
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> segment) => segment.LastIndexOf('.') is > 0 and var dot ? segment[..dot] : segment;

    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length == 4 && (text.StartsWith("19") || text.StartsWith("20")) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    private static bool IsDated(ReadOnlySpan<char> segment)
    {
        if (segment.Length < 7 || !IsYear(segment[..4]))
        {
            return false;
        }

        return segment[4] is '-' or '_' ? char.IsAsciiDigit(segment[5]) && char.IsAsciiDigit(segment[6])
            : segment.Length >= 8 && !segment[4..8].ContainsAnyExceptInRange('0', '9') && (segment.Length == 8 || !char.IsAsciiDigit(segment[8]));
    }

    private static int Words(ReadOnlySpan<char> segment) => segment.Length == 0 ? 0 : 1 + segment.Count('-') + segment.Count('_') + segment.Count("%20");

    private static bool LongNumber(ReadOnlySpan<char> text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 5)
            {
                return true;
            }
        }

        return false;
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var c in text)
        {
            length += c is >= '\u1100' and <= '\u11FF' or >= '\u2E80' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' ? 2 : 1;
        }

        return length;
    }

    private static (bool Heading, bool Frame) Place(ReadOnlySpan<char> tagPath)
    {
        bool heading = false, frame = false;
        foreach (var range in tagPath.Split(' '))
        {
            var element = tagPath[range];
            var name = element.IndexOf('.') is > 0 and var dot ? element[..dot] : element;
            heading |= name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6';
            frame |= name is "nav" or "header" or "footer";
        }

        return (heading, frame);
    }
}
