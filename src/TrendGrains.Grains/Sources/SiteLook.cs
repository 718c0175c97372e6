using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Reading;

namespace TrendGrains.Grains.Sources;

/// <summary>Looks at an address once, as a crawler may, and says what kind of source it is and which ways lead into it.</summary>
public sealed class SiteLook
{
    private readonly PoliteFetch fetch;
    private readonly PageReader reader;
    private readonly TimeProvider clock;

    internal SiteLook(PoliteFetch fetch, PageReader reader, TimeProvider clock) => (this.fetch, this.reader, this.clock) = (fetch, reader, clock);

    /// <param name="isInternal">The operator allows an address of this machine or its private network.</param>
    /// <exception cref="ArgumentException">This is no address of a web page.</exception>
    public async Task<SourceFindings> LookAsync(IGrainFactory grains, string address, bool isInternal, CancellationToken cancellationToken)
    {
        if (!UrlNormalizer.TryNormalize(address, null, out var url, out var problem))
        {
            throw new ArgumentException($"'{address}': {problem}");
        }

        var source = new SourceDefinition { Slug = "look", Kind = SourceKind.Feed, Url = url, Access = AccessMode.Crawl, Internal = isInternal };
        var result = await fetch.FetchAsync(grains, source, url, AccessMode.Crawl, FetchPurpose.Feed, null, null, cancellationToken);
        return result switch
        {
            { Reason: CrawlReason.RobotsDenied } => new SourceFindings(
                SourceKind.Feed, $"Not looked at, as {result.Detail}; taken as a feed that you subscribe to, which robots.txt does not speak of.", []),
            { Reason: CrawlReason.Fetched, Page: { } page } => await JudgeAsync(grains, source, result.Url, page, cancellationToken),
            _ => new SourceFindings(null, $"{result.Reason.Code()}: {result.Detail}", []),
        };
    }

    private async Task<SourceFindings> JudgeAsync(
        IGrainFactory grains, SourceDefinition source, string url, FetchedPage page, CancellationToken cancellationToken)
    {
        var feed = FeedReader.Read(page.Body, page.Charset, new Uri(url));
        if (feed.Format != FeedFormat.None)
        {
            return new SourceFindings(SourceKind.Feed, $"{url} is a feed with {feed.Entries.Length:N0} entries{(feed.Title is { } title ? $": {title}" : "")}.", []);
        }

        if (page.MediaType is not ("text/html" or "application/xhtml+xml"))
        {
            return new SourceFindings(null, $"{url} is neither a feed nor a web page, but '{page.MediaType}'.", []);
        }

        var read = await Task.Run(() => reader.Read(new RawPage(url, page.MediaType, page.Charset, page.Body, clock.GetUtcNow())), cancellationToken);
        var entrances = read.Feeds.Select(f => new FoundEntrance(FrontierRole.Feed, f.Url, f.Title, "announced")).ToList();
        entrances.AddRange(read.Links.Where(l => FeedPath.IsUsual(l.Url) && entrances.TrueForAll(e => e.Url != l.Url))
            .Select(l => new FoundEntrance(FrontierRole.Feed, l.Url, l.Text, "linked")));
        var sitemaps = await SiteEntrances.NamedAsync(grains, source, url, cancellationToken);
        entrances.AddRange(sitemaps.Select(s => new FoundEntrance(FrontierRole.Sitemap, s, null, "robots.txt")));
        return new SourceFindings(SourceKind.Site, $"{url} is a web page{(read.Title is { } name ? $": {name}" : "")}.", [.. entrances]);
    }
}
