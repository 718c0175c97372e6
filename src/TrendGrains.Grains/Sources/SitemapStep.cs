using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sitemaps;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>A sitemap of a site: only its addresses are wanted, and only those that changed since it was read last.</summary>
internal sealed class SitemapStep(PoliteFetch fetch, EntranceStore entrances, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, FrontierUrl url, CancellationToken cancellationToken)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);
        var before = await entrances.GetAsync(url.Sequence, cancellationToken);
        var result = await fetch.FetchAsync(
            turn.Grains, source, url.Url, AccessMode.Crawl, FetchPurpose.Sitemap, before.ETag, before.LastModified, cancellationToken);
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
            // Parsing may take long: off the activation's scheduler.
            var reading = await Task.Run(() => SitemapReader.Read(page.Body, page.Charset, new Uri(result.Url)), cancellationToken);
            var role = reading.Kind == SitemapKind.Index ? FrontierRole.Sitemap : FrontierRole.Page;
            var (named, log) = NamedAddresses.From(source, result.Url, url.Depth, reading.Entries, role, before.Newest, now);
            outcome.Named.AddRange(named);
            outcome.Log.AddRange(log);
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, null));

            // An index that has not changed may name sitemaps that have: it is always asked for whole.
            var isIndex = reading.Kind == SitemapKind.Index;
            outcome.Entrances.Add(new EntranceReading(
                url.Sequence, isIndex ? null : page.ETag, isIndex ? null : page.LastModified, reading.Entries.Where(e => e.Changed <= now).Max(e => e.Changed)));
            if (reading.Problem is { } problem)
            {
                outcome.Log.Add(new CrawlLogEntry
                {
                    Source = source.Slug,
                    Url = url.Url,
                    At = now,
                    Reason = reading.IsTooMuch ? CrawlReason.TooLarge : CrawlReason.Malformed,
                    Detail = $"sitemap: {problem}",
                });
            }
        }

        return result;
    }
}
