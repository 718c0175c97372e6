using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
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
        var outcome = new SliceOutcome();
        var started = clock.GetTimestamp();
        foreach (var url in urls)
        {
            var isFeed = source.Kind == SourceKind.Feed && url.Depth == 0;
            var result = await fetch.FetchAsync(
                grains, source, url.Url,
                isFeed ? source.Access : AccessMode.Crawl,
                isFeed ? FetchPurpose.Feed : FetchPurpose.Page,
                isFeed ? cursor.ETag : null, isFeed ? cursor.LastModified : null,
                cancellationToken);
            if (result.PutOff is { } wait)
            {
                // The host rests: this URL and those behind it stay where they are in the frontier.
                outcome.Wait = wait;
                outcome.WaitReason = $"{result.Reason.Code()}: {result.Detail}";
                break;
            }

            Record(outcome, source, url, result, isFeed);
            if (clock.GetElapsedTime(started) >= longest)
            {
                break;
            }
        }

        return outcome;
    }

    private void Record(SliceOutcome outcome, SourceDefinition source, FrontierUrl url, PoliteResult result, bool isFeed)
    {
        var now = clock.GetUtcNow();
        outcome.Log.Add(new CrawlLogEntry
        {
            Source = source.Slug,
            Url = url.Url,
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
        outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, retryAt));
        if (result.Reason != CrawlReason.Fetched || result.Page is not { } page)
        {
            return;
        }

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
}

/// <summary>What a slice found: what to store, and how long to wait before the next one.</summary>
internal sealed class SliceOutcome
{
    public List<CrawledDocument> Documents { get; } = [];
    public List<CrawlLogEntry> Log { get; } = [];
    public List<FrontierSettlement> Settled { get; } = [];

    /// <summary>The feed as answered, for the validators of the next poll.</summary>
    public FetchedPage? Feed { get; set; }

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
