using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>Where a crawl goes next from what it has just read; pure.</summary>
internal static class CrawlLinks
{
    public static List<DiscoveredLink> From(
        SourceDefinition source, IReadOnlyList<PendingDocument> documents, IReadOnlyList<ReadPage> pages)
    {
        var links = new List<DiscoveredLink>();
        for (var i = 0; i < documents.Count; i++)
        {
            Add(links, source, documents[i].Document, pages[i]);
        }

        return links;
    }

    private static void Add(List<DiscoveredLink> links, SourceDefinition source, CrawledDocument document, ReadPage page)
    {
        if (document.Depth is not { } depth)
        {
            return;
        }

        if (document.MediaType == CrawledDocument.EntryMediaType)
        {
            if (source.FollowEntries)
            {
                // Behind a link of Google News that does not contain the article's address stands a page for a browser, not the article.
                var refused = source.Kind == SourceKind.GoogleNews && new Uri(document.Url).Host == "news.google.com" ? CrawlReason.NotReadable : (CrawlReason?)null;
                links.Add(new DiscoveredLink(document.Url, depth + 1, source.Url, refused));
            }
        }
        else if (source.Kind == SourceKind.Site && !page.NoFollow)
        {
            // Only those of the first page: every section and every article of a blog announces one of its own.
            foreach (var feed in depth == 0 ? page.Feeds : [])
            {
                if (UrlNormalizer.TryNormalize(feed.Url, null, out var url, out _))
                {
                    links.Add(new DiscoveredLink(url, 1, document.Url, LinkScope.Refuse(source, url, 1))
                    {
                        Role = FrontierRole.Feed,
                        Clue = LinkClue.None with { Anchor = feed.Title ?? "" },
                    });
                }
            }

            foreach (var link in page.Links)
            {
                if (!link.NoFollow && UrlNormalizer.TryNormalize(link.Url, null, out var url, out _))
                {
                    var (address, refused) = LinkScope.Place(source, url, depth + 1);
                    links.Add(new DiscoveredLink(address, depth + 1, document.Url, refused)
                    {
                        Clue = new LinkClue(link.TagPath, link.Text, link.Around, page.PageKind),
                    });
                }
            }
        }
    }
}
