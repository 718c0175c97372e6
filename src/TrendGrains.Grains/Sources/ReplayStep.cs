using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Crawling.Replays;
using TrendGrains.Crawling.Sites;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>A recorded answer in a site's place. Nothing is asked of the network, so nobody is asked for leave.</summary>
internal sealed class ReplayStep(SiteAdapters adapters, IOptions<FetchOptions> limits, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, FrontierUrl url, CancellationToken cancellationToken)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);
        var answer = await Recording.NextAsync(source, turn.Cursor.ETag, limits.Value.MaxBytes, cancellationToken);
        var page = new FetchedPage { Reason = answer.Reason, Url = new Uri(source.Url), Detail = answer.Detail, Bytes = answer.Body.Length, ETag = answer.Position };
        var result = new PoliteResult(answer.Reason, answer.Detail, page, url.Url, [], null);
        outcome.Record(source, url, result, listed: false, clock.GetUtcNow());
        outcome.Feed = page;
        if (answer.Reason == CrawlReason.Fetched)
        {
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, answer.Reason, null));
            if (source.Kind == SourceKind.Site)
            {
                AddPage(turn, answer.Body);
            }
            else
            {
                AddEntries(turn, RecordedReading.Read(source, adapters.For(source.Kind, source.Access), answer.Body, outcome.Listing.Cursor));
            }
        }

        return result;
    }

    private void AddEntries(SliceTurn turn, SiteReading reading)
    {
        var (source, outcome, now) = (turn.Source, turn.Outcome, clock.GetUtcNow());
        var (documents, log) = FeedDocuments.From(source.Slug, source.Url, new ParsedFeed { Entries = reading.Entries }, now);
        outcome.Documents.AddRange(documents);
        outcome.Log.AddRange(log);
        outcome.Log.AddRange(reading.Skipped.Select(s => new CrawlLogEntry { Source = source.Slug, Url = s.Url, At = now, Reason = s.Reason, Detail = s.Detail }));
        outcome.Listing = outcome.Listing.After(reading.Cursor, null);
    }

    /// <summary>A page is filed under the address that it gives as its own. Its links are not followed: it has no depth.</summary>
    private void AddPage(SliceTurn turn, byte[] body)
    {
        var now = clock.GetUtcNow();
        if (RecordedReading.AddressOf(body) is { } address && UrlNormalizer.TryNormalize(address, null, out var url, out _))
        {
            turn.Outcome.Documents.Add(new CrawledDocument { Url = url, FetchedAt = now, MediaType = "text/html", Body = body });
        }
        else
        {
            turn.Outcome.Log.Add(new CrawlLogEntry
            {
                Source = turn.Source.Slug, Url = turn.Source.Url, At = now, Reason = CrawlReason.InvalidUrl, Detail = "This page names no address of its own (rel=canonical or og:url).",
            });
        }
    }
}
