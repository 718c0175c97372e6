namespace TrendGrains.Crawling.Feeds;

/// <summary>The many addresses under which a vocabulary goes, and the one prefix it has here.</summary>
internal static class FeedNamespaces
{
    /// <summary>Prefix of the vocabulary; the document's own prefix where the address is not known.</summary>
    public static string Canonical(string address, string prefix) => address.Trim().ToLowerInvariant().TrimEnd('/', '#') switch
    {
        "" => Known(prefix),
        "http://www.w3.org/2005/atom" or "http://purl.org/atom/ns" or "https://www.w3.org/2005/atom" => "atom",
        "http://purl.org/rss/1.0" or "http://backend.userland.com/rss" or "http://backend.userland.com/rss2" or "http://blogs.law.harvard.edu/tech/rss"
            or "http://my.netscape.com/rdf/simple/0.9" or "http://channel.netscape.com/rdf/simple/0.9" or "http://my.netscape.com/publish/formats/rss-0.91.dtd"
            or "http://purl.org/net/rss1.1" or "http://www.rssboard.org/rss-2-0" => "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns" => "rdf",
        "http://purl.org/dc/elements/1.1" or "http://purl.org/dc/elements/1.0" => "dc",
        "http://purl.org/dc/terms" => "dcterms",
        "http://purl.org/rss/1.0/modules/content" => "content",
        "http://purl.org/rss/1.0/modules/syndication" => "sy",
        "http://search.yahoo.com/mrss" or "https://search.yahoo.com/mrss" or "http://video.search.yahoo.com/mrss" or "http://www.rssboard.org/media-rss" => "media",
        "http://www.itunes.com/dtds/podcast-1.0.dtd" or "http://example.com/dtds/podcast-1.0.dtd" => "itunes",
        "http://rssnamespace.org/feedburner/ext/1.0" => "feedburner",
        "http://www.w3.org/1999/xhtml" => "xhtml",
        "http://www.w3.org/xml/1998/namespace" => "xml",
        "http://www.w3.org/2000/xmlns" => "xmlns",
        _ => prefix.ToLowerInvariant(),
    };

    /// <summary>A prefix that nobody declared is taken for what everybody means by it.</summary>
    private static string Known(string prefix) => prefix.ToLowerInvariant() switch
    {
        "atom10" or "a10" or "atom03" => "atom",
        "rss" => "",
        var other => other,
    };
}
