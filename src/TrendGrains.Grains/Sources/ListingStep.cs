using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Crawling.Sites;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>A page of a listing that an adapter reads, from the position of the last one.</summary>
internal sealed class ListingStep(PoliteFetch fetch, SiteTokens tokens, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, ISiteAdapter adapter, FrontierUrl url, CancellationToken cancellationToken)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);

        // What the validators stand for is the first page; an interface's is asked for whole, for the figures of what is known already.
        var isFirst = outcome.Listing.NextPage is null && source.Access != AccessMode.Api;
        var request = new PoliteRequest(
            outcome.Listing.NextPage ?? adapter.FirstPage(source, outcome.Listing.Cursor), source.Access, source.Access == AccessMode.Api ? FetchPurpose.Api : FetchPurpose.Feed)
        {
            ETag = isFirst ? turn.Cursor.ETag : null,
            LastModified = isFirst ? turn.Cursor.LastModified : null,
            Judge = adapter.Judge,
        };
        var login = adapter.Login(source);
        var result = await FetchAsync(turn, request, login, cancellationToken);
        if (result.Page?.Status == 401 && tokens.Forget(login))
        {
            result = await FetchAsync(turn, request, login, cancellationToken);
        }

        if (result.PutOff is not null)
        {
            return result;
        }

        var now = clock.GetUtcNow();
        outcome.Record(source, url, result, listed: true, now);
        if (result is { Reason: CrawlReason.Fetched, Page: { } page })
        {
            if (isFirst)
            {
                outcome.Listing = outcome.Listing with { ETag = page.ETag, LastModified = page.LastModified };
            }

            var position = outcome.Listing;
            var isRead = Read(turn, adapter, url, new SiteAnswer(new Uri(result.Url), page.Body, page.Charset), now);
            if (isRead && outcome.Listing.NextPage is null && source.Access != AccessMode.Api)
            {
                outcome.Feed = page with { ETag = position.ETag, LastModified = position.LastModified };
            }
        }

        return result;
    }

    private async Task<PoliteResult> FetchAsync(SliceTurn turn, PoliteRequest request, SiteLogin? login, CancellationToken cancellationToken)
    {
        var credential = await tokens.GetAsync(turn.Grains, turn.Source, login, cancellationToken);
        return credential.Refusal
            ?? await fetch.FetchAsync(turn.Grains, turn.Source, request with { Credential = credential.Value }, cancellationToken);
    }

    /// <summary>False where nothing of the page could be read.</summary>
    private static bool Read(SliceTurn turn, ISiteAdapter adapter, FrontierUrl url, SiteAnswer answer, DateTimeOffset now)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);
        var reading = adapter.Read(source, answer, outcome.Listing.Cursor);
        var (documents, log) = FeedDocuments.From(source.Slug, answer.Url.AbsoluteUri, new ParsedFeed { Entries = reading.Entries }, now);
        outcome.Documents.AddRange(documents);
        outcome.Log.AddRange(log);
        outcome.Log.AddRange(reading.Skipped.Select(s => new CrawlLogEntry { Source = source.Slug, Url = s.Url, At = now, Reason = s.Reason, Detail = s.Detail }));
        foreach (var gone in reading.Gone)
        {
            if (UrlNormalizer.TryNormalize(gone, null, out var address, out _))
            {
                outcome.Gone.Add(address);
            }
        }

        // Behind a page that cannot be read lie others that nobody has seen: the next reading comes to them again.
        outcome.Listing = reading.IsUnreadable ? outcome.Listing.Restarted() : outcome.Listing.After(reading.Cursor, reading.NextPage);

        // While pages follow, the listing keeps waiting: the next slice goes on at the position.
        if (outcome.Listing.NextPage is null)
        {
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, CrawlReason.Fetched, null));
        }

        return !reading.IsUnreadable;
    }
}
