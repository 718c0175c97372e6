using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;
using TrendGrains.Text;

namespace TrendGrains.Reading.Links;

/// <summary>
/// Every link of the page, each address once, in document order. Where an address is linked more than once (a picture, then the headline),
/// it stands at its first place with the words, and their place, of the first link that has any.
/// </summary>
internal static class LinkReader
{
    private const int MostLinks = 5000;
    private const int LongestText = 300;

    public static PageLink[] Read(List<IElement> anchors, ReadOnlySpan<PageNode> nodes, PageUrls urls)
    {
        var links = new List<PageLink>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var paths = new TagPaths();
        var surroundings = new LinkSurroundings(nodes);
        foreach (var anchor in anchors)
        {
            var href = anchor.GetAttribute("href")?.TrimStart();
            if (string.IsNullOrEmpty(href) || href[0] == '#' || urls.Absolute(href) is not { } url)
            {
                continue;
            }

            if (!seen.TryAdd(url, links.Count))
            {
                var known = links[seen[url]];
                if (known.Text.Length == 0 && Words(anchor) is { Length: > 0 } words)
                {
                    links[seen[url]] = known with { Text = words, TagPath = paths.Of(anchor), Around = surroundings.Of(anchor) };
                }

                continue;
            }

            var rel = anchor.GetAttribute("rel");
            var isNoFollow = rel is not null && (MetadataReader.HasRel(anchor, "nofollow") || MetadataReader.HasRel(anchor, "sponsored") || MetadataReader.HasRel(anchor, "ugc"));
            links.Add(new PageLink(url, Words(anchor), isNoFollow) { TagPath = paths.Of(anchor), Around = surroundings.Of(anchor), IsSponsored = rel is not null && MetadataReader.HasRel(anchor, "sponsored") });
            if (links.Count == MostLinks)
            {
                break;
            }
        }

        return [.. links];
    }

    private static string Words(IElement anchor) => TextCut.First(TextNormalizer.Fold(anchor.TextContent), LongestText);
}
