namespace TrendGrains.Crawling.Sitemaps;

/// <summary>How much of a sitemap is read. The first two are sitemaps.org's own.</summary>
internal static class SitemapLimits
{
    public const int Addresses = 50_000;
    public const long Bytes = 50 * 1024 * 1024;

    /// <summary>Unpacked bytes for each packed one, judged from the first MiB on: addresses repeat, but not so much.</summary>
    public const int Ratio = 200;

    /// <summary>Elements within elements; honest ones have five.</summary>
    public const int Depth = 20;

    public const int AddressLength = 8 * 1024;
    public const int TitleLength = 1000;
}
