using TrendGrains.Abstractions.Hosts;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Grains.Sources;

/// <summary>Ways into a site besides its links: the sitemaps that its robots.txt names, else the one that sitemaps.org expects at the root.</summary>
internal static class SiteEntrances
{
    public static async Task<IReadOnlyList<NamedAddress>> SitemapsAsync(
        IGrainFactory grains, SourceDefinition source, string page, CancellationToken cancellationToken)
    {
        var url = new Uri(page);
        var intent = new FetchIntent { Url = page, Access = AccessMode.Crawl, AllowPrivate = source.Internal, Delay = source.Delay };
        var robots = new Uri(url, "/robots.txt").AbsoluteUri;
        string[] named = await grains.GetGrain<IHostGrain>(url.Authority).GetSitemapsAsync(intent, cancellationToken);
        if (named.Length == 0 && UrlNormalizer.TryNormalize("/sitemap.xml", url, out var usual, out _))
        {
            named = [usual];
        }

        return [.. named.Select(sitemap => new NamedAddress(sitemap, 1, robots, FrontierRole.Sitemap, "", null))];
    }
}
