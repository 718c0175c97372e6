using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Grains.Sources;

/// <summary>The other addresses of a fetched page, from its head and from its own address; pure, so that a page is the same item wherever slices are cut.</summary>
internal static class PageIdentity
{
    public static (string? Canonical, string? Amp) Of(string url, FetchedPage page)
    {
        var head = page.MediaType is "text/plain" or "application/pdf" ? new HeadLinks.Found(null, null) : HeadLinks.In(page.Body);
        var resolved = UrlVariant.Resolve(url);
        return (CanonicalClaim.Believe(url, head.Canonical) ?? (resolved != url ? resolved : null), CanonicalClaim.Believe(url, head.Amp));
    }
}
