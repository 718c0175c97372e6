namespace TrendGrains.Crawling.Feeds;

/// <summary>The paths at which sites commonly have their feeds: worth a look where a page links to one, never guessed.</summary>
public static class FeedPath
{
    private static readonly string[] names = ["feed", "feeds", "rss", "atom", "rss.xml", "atom.xml", "feed.xml", "index.xml", "index.rdf", "rss.rdf", "feed.json", "index.rss", "index.atom"];

    public static bool IsUsual(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
        {
            return false;
        }

        var path = parsed.AbsolutePath.TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return names.Contains(last) || last.EndsWith(".rss", StringComparison.Ordinal) || last.EndsWith(".atom", StringComparison.Ordinal);
    }
}
