namespace TrendGrains.Crawling.Feeds;

/// <summary>Atom's links, which RSS feeds carry too (RFC 4287, 4.2.7).</summary>
internal static class AtomLinks
{
    private const string RelationPrefix = "http://www.iana.org/assignments/relation/";

    /// <summary>The page: a link without relation or with "alternate", HTML before other types.</summary>
    public static string? Alternate(FeedNode node, FeedReading reading) => Related(node, "alternate")
        .OrderBy(link => link.Attribute("type") is null or "text/html" or "application/xhtml+xml" ? 0 : 1)
        .Select(link => reading.Url(link.Attribute("href") ?? FeedMarkup.Text(link), link.BaseUrl(reading.BaseUrl)))
        .FirstOrDefault(url => url is not null);

    public static IEnumerable<FeedNode> Related(FeedNode node, string relation) => node.Children
        .Where(child => child.Is("atom", "link") || (child.Is("", "link") && (child.Attribute("href") is not null || child.Parent!.Prefix.Length == 0 && child.Parent.Name is "entry" or "feed")))
        .Where(link => Relation(link) == relation);

    private static string Relation(FeedNode link)
    {
        var relation = link.Attribute("rel")?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(relation) ? "alternate"
            : relation.StartsWith(RelationPrefix, StringComparison.Ordinal) ? relation[RelationPrefix.Length..]
            : relation;
    }
}
