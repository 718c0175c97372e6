using AngleSharp.Dom;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata;

/// <summary>The feeds that a page announces in its head (feed autodiscovery: RSS Advisory Board 2006, the HTML standard's <c>rel=alternate</c>).</summary>
internal static class FeedLinks
{
    private const int MostFeeds = 8;

    private static readonly string[] types = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "text/xml", "application/xml"];

    public static PageFeed[] Read(List<IElement> links, PageUrls urls)
    {
        var feeds = new List<PageFeed>();
        foreach (var link in links)
        {
            if (!MetadataReader.HasRel(link, "alternate") || MetadataReader.HasRel(link, "stylesheet") || link.HasAttribute("hreflang"))
            {
                continue;
            }

            var type = link.GetAttribute("type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
            var title = MetadataReader.Blank(link.GetAttribute("title"));
            if (types.Contains(type) && !IsBeside(link.GetAttribute("href"), title) && urls.Absolute(link.GetAttribute("href")) is { } url
                && feeds.TrueForAll(f => f.Url != url))
            {
                feeds.Add(new PageFeed(url, type, title));
            }
        }

        return [.. feeds.Take(MostFeeds)];
    }

    /// <summary>Blogs also announce the comments as a feed, and an interface that is none: "application/json" is what WordPress calls its own.</summary>
    private static bool IsBeside(string? href, string? title) =>
        title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true || title?.Contains("댓글", StringComparison.Ordinal) == true
        || href?.Contains("/comments/feed", StringComparison.OrdinalIgnoreCase) == true
        || href?.Contains("wp-json", StringComparison.OrdinalIgnoreCase) == true || href?.Contains("oembed", StringComparison.OrdinalIgnoreCase) == true;
}
