using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sitemaps;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>A feed that a site announces: it tells which pages are new. Nobody added it by hand, so robots.txt binds; the pages themselves are read, not the entries.</summary>
internal sealed class SiteFeedStep(PoliteFetch fetch, EntranceStore entrances, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, FrontierUrl url, CancellationToken cancellationToken)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);
        var before = await entrances.GetAsync(url.Sequence, cancellationToken);
        var result = await fetch.FetchAsync(
            turn.Grains, source, url.Url, AccessMode.Crawl, FetchPurpose.Feed, before.ETag, before.LastModified, cancellationToken);
        if (result.PutOff is not null)
        {
            return result;
        }

        var now = clock.GetUtcNow();
        outcome.Record(source, url, result, listed: false, now);
        if (result.Reason == CrawlReason.NotModified)
        {
            outcome.Entrances.Add(before);
        }

        if (result is { Reason: CrawlReason.Fetched, Page: { } page })
        {
            var feed = FeedReader.Read(page.Body, page.Charset, new Uri(result.Url));
            var entries = feed.Entries.Where(e => !string.IsNullOrWhiteSpace(e.Url))
                .Select(e => new SitemapEntry(e.Url!, e.Updated) { Published = e.Published, Title = e.Title });
            var (named, log) = NamedAddresses.From(source, result.Url, url.Depth, [.. entries], FrontierRole.Page, since: null, now);
            outcome.Named.AddRange(named);
            outcome.Log.AddRange(log);
            outcome.Log.AddRange(FeedDocuments.Problems(source.Slug, url.Url, feed, now));
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, null));
            outcome.Entrances.Add(new EntranceReading(url.Sequence, page.ETag, page.LastModified, null));
        }

        return result;
    }
}
