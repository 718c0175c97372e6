using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>The feed that the operator added: read as a subscriber reads it, and only when it has changed.</summary>
internal sealed class FeedStep(PoliteFetch fetch, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, FrontierUrl url, CancellationToken cancellationToken)
    {
        var result = await fetch.FetchAsync(
            turn.Grains, turn.Source, url.Url, turn.Source.Access, FetchPurpose.Feed, turn.Cursor.ETag, turn.Cursor.LastModified, cancellationToken);
        if (result.PutOff is not null)
        {
            return result;
        }

        var now = clock.GetUtcNow();
        turn.Outcome.Record(turn.Source, url, result, listed: false, now);
        if (result is { Reason: CrawlReason.Fetched, Page: { } page })
        {
            turn.Outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, null));
            var (documents, log) = FeedDocuments.From(
                turn.Source.Slug, result.Url, FeedReader.Read(page.Body, page.Charset, new Uri(result.Url)), now);
            turn.Outcome.Documents.AddRange(documents);
            turn.Outcome.Log.AddRange(log);
            turn.Outcome.Feed = page;
        }

        return result;
    }
}
