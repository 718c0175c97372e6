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
        var named = await NamedAsync(grains, source, page, cancellationToken);
        if (named.Length == 0 && UrlNormalizer.TryNormalize("/sitemap.xml", new Uri(page), out var usual, out _))
        {
            named = [usual];
        }

        var robots = new Uri(new Uri(page), "/robots.txt").AbsoluteUri;
        return [.. named.Select(sitemap => new NamedAddress(sitemap, 1, robots, FrontierRole.Sitemap, "", null))];
    }

    /// <summary>Those of robots.txt alone.</summary>
    public static Task<string[]> NamedAsync(IGrainFactory grains, SourceDefinition source, string page, CancellationToken cancellationToken) =>
        grains.GetGrain<IHostGrain>(new Uri(page).Authority).GetSitemapsAsync(
            new FetchIntent { Url = page, Access = AccessMode.Crawl, AllowPrivate = source.Internal, Delay = source.Delay }, cancellationToken);
}
