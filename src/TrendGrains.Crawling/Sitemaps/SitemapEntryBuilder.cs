using System.Text;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sitemaps;

/// <summary>Collects one <c>url</c> or <c>sitemap</c> element at a time: its own children, and those of <c>news:news</c>.</summary>
internal sealed class SitemapEntryBuilder
{
    private readonly StringBuilder text = new();
    private string? field;
    private int fieldDepth;
    private string? url;
    private string? lastModified;
    private string? published;
    private string? title;

    public void Open(int depth, string name, string space)
    {
        // Depth 0 is the root, 1 an entry, 2 its fields, 3 those of the news extension; an image's own <loc> lies at 3 and is no page,
        // and a video's title and time are not the page's.
        var isField = depth == 2 ? name is "loc" or "lastmod" : depth == 3 && (name is "publication_date" or "title") && IsNews(space);
        field = isField ? name : null;
        fieldDepth = depth;
        text.Clear();
    }

    public void Text(string value)
    {
        if (field is not null && text.Length < SitemapLimits.AddressLength)
        {
            text.Append(value.AsSpan(0, Math.Min(value.Length, SitemapLimits.AddressLength + 1 - text.Length)));
        }
    }

    /// <summary>The entry where its element ends and it has an address.</summary>
    public SitemapEntry? Close(int depth)
    {
        if (field is not null && depth == fieldDepth)
        {
            Keep(text.ToString().Trim());
            field = null;
        }

        if (depth != 1)
        {
            return null;
        }

        var entry = url is not { Length: > 0 and <= SitemapLimits.AddressLength } ? null : new SitemapEntry(url, FeedDates.Parse(lastModified))
        {
            Published = FeedDates.Parse(published),
            Title = title is { Length: > 0 } ? title[..Math.Min(title.Length, SitemapLimits.TitleLength)] : null,
        };
        (url, lastModified, published, title) = (null, null, null, null);
        return entry;
    }

    private static bool IsNews(string space) =>
        space.StartsWith("http://www.google.com/schemas/sitemap-news/", StringComparison.Ordinal)
        || space.StartsWith("https://www.google.com/schemas/sitemap-news/", StringComparison.Ordinal);

    private void Keep(string value)
    {
        switch (field)
        {
            case "loc":
                url ??= value;
                break;
            case "lastmod":
                lastModified ??= value;
                break;
            case "publication_date":
                published ??= value;
                break;
            default:
                title ??= value;
                break;
        }
    }
}
