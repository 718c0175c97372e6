using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Crawling.Sitemaps;

namespace TrendGrains.Grains.Sources;

/// <summary>Which of the addresses that a sitemap or feed names enter the frontier, in which order, and what is said of the others; pure.</summary>
internal static class NamedAddresses
{
    /// <summary>Of one sitemap at one reading; its newest.</summary>
    public const int MostPages = 10_000;

    /// <summary>Of one index at one reading; its newest.</summary>
    public const int MostSitemaps = 100;

    /// <summary>An index names sitemaps, and some name indexes; further down nothing honest lies.</summary>
    public const int DeepestSitemap = 3;

    /// <param name="since">The newest time of the last reading: what changed before is left out. Many name the day alone, so that what changed at that very time may be new.</param>
    public static (List<NamedAddress> Named, List<CrawlLogEntry> Log) From(
        SourceDefinition source, string sitemap, int depth, IReadOnlyList<SitemapEntry> entries, FrontierRole role, DateTimeOffset? since, DateTimeOffset now)
    {
        var named = new List<NamedAddress>();
        var refused = new Dictionary<CrawlReason, (int Count, string First)>();
        var most = role == FrontierRole.Page ? MostPages : MostSitemaps;
        var below = role == FrontierRole.Page ? 1 : depth + 1;
        var news = entries.Where(e => since is null || e.Changed is null || e.Changed >= since).OrderByDescending(e => e.Changed ?? DateTimeOffset.MinValue);
        foreach (var entry in news)
        {
            CrawlReason? refusal = null;
            if (UrlNormalizer.TryNormalize(entry.Url, new Uri(sitemap), out var url, out _) && role == FrontierRole.Page)
            {
                (url, refusal) = LinkScope.Place(source, url, below);
            }

            var reason = url is null ? CrawlReason.InvalidUrl
                : role == FrontierRole.Page ? refusal
                : below > DeepestSitemap ? CrawlReason.TooDeep
                : IsOfSameHost(url, sitemap) ? null : CrawlReason.OffSite;
            reason ??= named.Count >= most ? CrawlReason.BudgetSpent : null;
            if (reason is { } why)
            {
                var (count, first) = refused.GetValueOrDefault(why, (0, entry.Url));
                refused[why] = (count + 1, first);
            }
            else
            {
                named.Add(new NamedAddress(url!, below, sitemap, role, entry.Title ?? "", entry.Changed));
            }
        }

        var log = refused.Select(r => new CrawlLogEntry
        {
            Source = source.Slug,
            Url = sitemap,
            At = now,
            Reason = r.Key,
            Detail = r.Key == CrawlReason.BudgetSpent ? $"{r.Value.Count:N0} addresses are left out: of one sitemap at most the {most:N0} newest are taken"
                : $"{r.Value.Count:N0} of its addresses are left out, the first: {Shown(r.Value.First)}",
        });
        return (named, [.. log]);
    }

    /// <summary>sitemaps.org: an index may only name sitemaps of its own host.</summary>
    private static bool IsOfSameHost(string url, string index) =>
        Uri.TryCreate(url, UriKind.Absolute, out var child) && Uri.TryCreate(index, UriKind.Absolute, out var parent)
        && child.Authority.Equals(parent.Authority, StringComparison.OrdinalIgnoreCase);

    private static string Shown(string text) => text.Length <= 200 ? text : text[..200];
}
