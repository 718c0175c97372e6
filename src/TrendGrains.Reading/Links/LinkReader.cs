using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;
using TrendGrains.Text;

namespace TrendGrains.Reading.Links;

/// <summary>Every link of the page, each address once, in document order.</summary>
internal static class LinkReader
{
    private const int MostLinks = 5000;
    private const int LongestText = 300;

    public static PageLink[] Read(List<IElement> anchors, PageUrls urls)
    {
        var links = new List<PageLink>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var anchor in anchors)
        {
            var href = anchor.GetAttribute("href")?.TrimStart();
            if (string.IsNullOrEmpty(href) || href[0] == '#' || urls.Absolute(href) is not { } url || !seen.Add(url))
            {
                continue;
            }
            var text = TextNormalizer.Fold(anchor.TextContent);
            var rel = anchor.GetAttribute("rel");
            var isNoFollow = rel is not null && (MetadataReader.HasRel(anchor, "nofollow") || MetadataReader.HasRel(anchor, "sponsored") || MetadataReader.HasRel(anchor, "ugc"));
            links.Add(new PageLink(url, text.Length > LongestText ? text[..LongestText] : text, isNoFollow));
            if (links.Count == MostLinks)
            {
                break;
            }
        }
        return [.. links];
    }
}
