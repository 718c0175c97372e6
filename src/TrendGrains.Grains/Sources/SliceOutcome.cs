using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>What a slice found: what to store, and how long to wait before the next one.</summary>
internal sealed class SliceOutcome
{
    public List<CrawledDocument> Documents { get; } = [];
    public List<CrawlLogEntry> Log { get; } = [];
    public List<FrontierSettlement> Settled { get; } = [];

    /// <summary>Addresses that a listing says are deleted or removed.</summary>
    public List<string> Gone { get; } = [];

    /// <summary>Pages that were asked for, old ones and new ones.</summary>
    public List<PageVisit> Visits { get; } = [];

    /// <summary>The page that each frontier URL led to, by the frontier's number.</summary>
    public Dictionary<long, string> Pages { get; } = [];

    /// <summary>Addresses that sitemaps and feeds named.</summary>
    public List<NamedAddress> Named { get; } = [];

    public DateTimeOffset? RunStarted { get; init; }

    /// <summary>Where the reading of sitemaps and feeds stands.</summary>
    public List<EntranceReading> Entrances { get; } = [];

    /// <summary>The feed as answered, for the validators of the next poll.</summary>
    public FetchedPage? Feed { get; set; }

    /// <summary>Where the reading of a listing stands after the slice.</summary>
    public ListingPosition Listing { get; set; } = new();

    public TimeSpan? Wait { get; set; }
    public string? WaitReason { get; set; }

    /// <summary>What may not be spent today, or in this crawl, any more; the crawl ends and what waits stays waiting.</summary>
    public string? Spent { get; set; }

    /// <summary>Body bytes that the slice has read.</summary>
    public long Bytes => Log.Sum(l => l.Bytes ?? 0);

    /// <summary>Logs what became of a request and, where it failed for now, puts its URL off.</summary>
    /// <param name="listed">The address is a listing's: the one that was asked is logged, not the frontier's.</param>
    public void Record(SourceDefinition source, FrontierUrl url, PoliteResult result, bool listed, DateTimeOffset now)
    {
        Log.Add(new CrawlLogEntry
        {
            Source = source.Slug,
            Url = !listed ? url.Url : result.Hops.Count > 0 ? result.Hops[0] : result.Url,
            At = now,
            Reason = result.Reason,
            Status = result.Page?.Status,
            Bytes = result.Page?.Bytes,
            Milliseconds = (int?)result.Page?.Elapsed.TotalMilliseconds,
            Detail = result.Detail ?? (result.Hops.Count > 0 ? $"redirected to {result.Url}" : null),
        });
        if (result.Reason != CrawlReason.Fetched)
        {
            var retryAt = result.Reason.IsTransient() && url.Attempts + 1 < RetryPause.LastAttempt
                ? now + RetryPause.After(url.Attempts + 1)
                : (DateTimeOffset?)null;
            Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, retryAt));
        }
    }

    /// <summary>What the URL answered could not be read, for a fault of the reader's: it is settled like any other that is malformed.</summary>
    public void GiveUp(SourceDefinition source, FrontierUrl url, Exception error, DateTimeOffset now)
    {
        Log.Add(new CrawlLogEntry { Source = source.Slug, Url = url.Url, At = now, Reason = CrawlReason.Malformed, Detail = $"It could not be read: {error.Message}" });
        if (!Settled.Exists(s => s.Sequence == url.Sequence))
        {
            Settled.Add(new FrontierSettlement(url.Sequence, CrawlReason.Malformed, null));
        }
    }

    /// <summary>The URL's host wants to be left alone; the URL waits until then.</summary>
    public void PutOff(SourceDefinition source, FrontierUrl url, PoliteResult result, DateTimeOffset due)
    {
        Log.Add(new CrawlLogEntry { Source = source.Slug, Url = url.Url, At = due - (result.PutOff ?? TimeSpan.Zero), Reason = result.Reason, Detail = result.Detail });
        Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, due));
    }

    /// <summary>The outcome as ingest batches of at most <paramref name="most"/> documents; all the rest goes with the last.</summary>
    public IEnumerable<IngestBatch> Batches(SourceDefinition source, int most)
    {
        var documents = Documents.ToArray();
        for (var start = 0; start + most < documents.Length; start += most)
        {
            yield return new IngestBatch { Source = source, Documents = documents[start..(start + most)] };
        }

        var last = documents.Length == 0 ? 0 : (documents.Length - 1) / most * most;
        yield return new IngestBatch { Source = source, Documents = documents[last..], Log = [.. Log], Settled = [.. Settled], Gone = [.. Gone], Named = [.. Named], Entrances = [.. Entrances], RunStarted = RunStarted };
    }
}
