using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sites;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>A page of a listing that an adapter reads, from the position of the last one.</summary>
internal sealed class ListingStep(PoliteFetch fetch, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, ISiteAdapter adapter, FrontierUrl url, CancellationToken cancellationToken)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);

        // What the validators stand for is the first page.
        var isFirst = outcome.Listing.NextPage is null;
        var result = await fetch.FetchAsync(
            turn.Grains, source, outcome.Listing.NextPage ?? adapter.FirstPage(source), source.Access, FetchPurpose.Feed,
            isFirst ? turn.Cursor.ETag : null, isFirst ? turn.Cursor.LastModified : null, cancellationToken);
        if (result.PutOff is not null)
        {
            return result;
        }

        var now = clock.GetUtcNow();
        outcome.Record(source, url, result, listed: true, now);
        if (result is { Reason: CrawlReason.Fetched, Page: { } page })
        {
            Read(turn, adapter, url, new SiteAnswer(new Uri(result.Url), page.Body, page.Charset), now);
            if (isFirst)
            {
                outcome.Feed = page;
            }
        }

        return result;
    }

    private static void Read(SliceTurn turn, ISiteAdapter adapter, FrontierUrl url, SiteAnswer answer, DateTimeOffset now)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);
        var reading = adapter.Read(source, answer, outcome.Listing.Cursor);
        var (documents, log) = FeedDocuments.From(source.Slug, answer.Url.AbsoluteUri, new ParsedFeed { Entries = reading.Entries }, now);
        outcome.Documents.AddRange(documents);
        outcome.Log.AddRange(log);
        outcome.Log.AddRange(reading.Skipped.Select(s => new CrawlLogEntry { Source = source.Slug, Url = s.Url, At = now, Reason = s.Reason, Detail = s.Detail }));
        outcome.Listing = outcome.Listing.After(reading.Cursor, reading.NextPage);

        // While pages follow, the listing keeps waiting: the next slice goes on at the position.
        if (outcome.Listing.NextPage is null)
        {
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, CrawlReason.Fetched, null));
        }
    }
}
