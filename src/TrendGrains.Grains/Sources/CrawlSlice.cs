using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sites;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// One slice of a crawl: fetches some frontier URLs in order and says what to store of them. Writes nothing itself, so a slice
/// that is lost is simply fetched again.
/// </summary>
internal sealed class CrawlSlice(PoliteFetch fetch, TimeProvider clock)
{
    /// <summary>A slice ends after this long, so that what was fetched is soon durable and the grain soon free.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(5);

    public async Task<SliceOutcome> RunAsync(
        IGrainFactory grains, SourceDefinition source, SourceState cursor, IReadOnlyList<FrontierUrl> urls, CancellationToken cancellationToken)
    {
        var outcome = new SliceOutcome { Listing = cursor.Listing };
        var started = clock.GetTimestamp();
        foreach (var url in urls)
        {
            var adapter = url.Depth == 0 ? SiteAdapters.For(source.Kind) : null;
            var isFeed = adapter is not null || (source.Kind == SourceKind.Feed && url.Depth == 0);

            // What the validators stand for is the first page.
            var isFirst = isFeed && outcome.Listing.NextPage is null;
            var result = await fetch.FetchAsync(
                grains, source, adapter is null ? url.Url : outcome.Listing.NextPage ?? adapter.FirstPage(source),
                isFeed ? source.Access : AccessMode.Crawl,
                isFeed ? FetchPurpose.Feed : FetchPurpose.Page,
                isFirst ? cursor.ETag : null, isFirst ? cursor.LastModified : null,
                cancellationToken);
            if (result.PutOff is { } wait)
            {
                // The host rests: this URL and those behind it stay where they are in the frontier.
                outcome.Wait = wait;
                outcome.WaitReason = $"{result.Reason.Code()}: {result.Detail}";
                break;
            }

            Record(outcome, source, url, result, isFeed, adapter);
            if (clock.GetElapsedTime(started) >= longest)
            {
                break;
            }
        }

        return outcome;
    }

    private void Record(SliceOutcome outcome, SourceDefinition source, FrontierUrl url, PoliteResult result, bool isFeed, ISiteAdapter? adapter)
    {
        var now = clock.GetUtcNow();
        outcome.Log.Add(new CrawlLogEntry
        {
            Source = source.Slug,
            Url = adapter is null ? url.Url : result.Hops.Count > 0 ? result.Hops[0] : result.Url,
            At = now,
            Reason = result.Reason,
            Status = result.Page?.Status,
            Bytes = result.Page?.Bytes,
            Milliseconds = (int?)result.Page?.Elapsed.TotalMilliseconds,
            Detail = result.Detail ?? (result.Hops.Count > 0 ? $"redirected to {result.Url}" : null),
        });
        var retryAt = result.Reason.IsTransient() && url.Attempts + 1 < RetryPause.LastAttempt
            ? now + RetryPause.After(url.Attempts + 1)
            : (DateTimeOffset?)null;
        if (result.Reason != CrawlReason.Fetched || result.Page is not { } page)
        {
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, retryAt));
            return;
        }

        if (adapter is not null)
        {
            RecordListing(outcome, source, url, adapter, new SiteAnswer(new Uri(result.Url), page.Body, page.Charset), page, now);
            return;
        }

        outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, retryAt));
        if (isFeed)
        {
            var (documents, log) = FeedDocuments.From(
                source.Slug, result.Url, FeedReader.Read(page.Body, page.Charset, new Uri(result.Url)), now);
            outcome.Documents.AddRange(documents);
            outcome.Log.AddRange(log);
            outcome.Feed = page;
        }
        else
        {
            outcome.Documents.Add(new CrawledDocument
            {
                Url = result.Url,
                Aliases = [.. result.Hops],
                FetchedAt = now,
                MediaType = page.MediaType ?? "text/html",
                Charset = page.Charset,
                Body = page.Body,
                ETag = page.ETag,
                LastModified = page.LastModified,
                Depth = url.Depth,
            });
        }
    }

    private static void RecordListing(
        SliceOutcome outcome, SourceDefinition source, FrontierUrl url, ISiteAdapter adapter, SiteAnswer answer, FetchedPage page, DateTimeOffset now)
    {
        var isFirst = outcome.Listing.NextPage is null;
        var reading = adapter.Read(source, answer, outcome.Listing.Cursor);
        var (documents, log) = FeedDocuments.From(source.Slug, answer.Url.AbsoluteUri, new ParsedFeed { Entries = reading.Entries }, now);
        outcome.Documents.AddRange(documents);
        outcome.Log.AddRange(log);
        outcome.Log.AddRange(reading.Skipped.Select(s => new CrawlLogEntry { Source = source.Slug, Url = s.Url, At = now, Reason = s.Reason, Detail = s.Detail }));
        outcome.Listing = outcome.Listing.After(reading.Cursor, reading.NextPage);
        if (isFirst)
        {
            outcome.Feed = page;
        }

        // While pages follow, the listing keeps waiting: the next slice goes on at the position.
        if (outcome.Listing.NextPage is null)
        {
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, CrawlReason.Fetched, null));
        }
    }
}

/// <summary>What a slice found: what to store, and how long to wait before the next one.</summary>
internal sealed class SliceOutcome
{
    public List<CrawledDocument> Documents { get; } = [];
    public List<CrawlLogEntry> Log { get; } = [];
    public List<FrontierSettlement> Settled { get; } = [];

    /// <summary>The feed as answered, for the validators of the next poll.</summary>
    public FetchedPage? Feed { get; set; }

    /// <summary>Where the reading of a listing stands after the slice.</summary>
    public ListingPosition Listing { get; set; } = new();

    public TimeSpan? Wait { get; set; }
    public string? WaitReason { get; set; }

    /// <summary>The outcome as ingest batches of at most <paramref name="most"/> documents; log and settlements go with the last.</summary>
    public IEnumerable<IngestBatch> Batches(SourceDefinition source, int most)
    {
        var documents = Documents.ToArray();
        for (var start = 0; start + most < documents.Length; start += most)
        {
            yield return new IngestBatch { Source = source, Documents = documents[start..(start + most)] };
        }

        var last = documents.Length == 0 ? 0 : (documents.Length - 1) / most * most;
        yield return new IngestBatch { Source = source, Documents = documents[last..], Log = [.. Log], Settled = [.. Settled] };
    }
}
