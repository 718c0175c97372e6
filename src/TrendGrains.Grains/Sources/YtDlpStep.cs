using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Hosts;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.YtDlp;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// A source that the operator lets yt-dlp read: its address is a listing, what it leads to are single videos and posts with their
/// subtitles. A run is one request to the host, and asks for its leave.
/// </summary>
internal sealed class YtDlpStep(YtDlpRunner runner, PoliteFetch polite, IOptions<YtDlpOptions> options, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, FrontierUrl url, CancellationToken cancellationToken)
    {
        var (source, outcome) = (turn.Source, turn.Outcome);
        var isVideo = url.Depth > 0;
        var target = isVideo ? YtDlpTarget.ForEntry(source, url.Url, out var refusal) : YtDlpTarget.For(source, options.Value.MaxEntries, out refusal);
        if (target is null)
        {
            return Recorded(outcome, source, url, new PoliteResult(CrawlReason.OffSite, refusal, null, url.Url, [], null));
        }

        var leave = await polite.AskAsync(turn.Grains, source, url.Url, AccessMode.YtDlp, cancellationToken);
        if (leave.Decision != LeaveDecision.Granted)
        {
            var put = new PoliteResult(leave.Reason, leave.Detail, null, url.Url, [], leave.Decision == LeaveDecision.Wait ? leave.Wait : null);
            return put.PutOff is null ? Recorded(outcome, source, url, put) : put;
        }

        var answer = await runner.RunAsync(new YtDlpRequest(target, WithSubtitles: isVideo, source.Internal), cancellationToken);
        var page = new FetchedPage { Reason = answer.Reason, Url = new Uri(url.Url), Detail = answer.Detail, Elapsed = answer.Elapsed, Bytes = answer.NetworkBytes };

        // How long a run takes says little about the host, of which it asks several things.
        await PoliteFetch.HostOf(turn.Grains, url.Url).ReportAsync(new FetchReport(leave.Ticket, answer.Reason, null), cancellationToken);
        var result = Recorded(outcome, source, url, new PoliteResult(page.Reason, page.Detail, page, url.Url, [], null));
        if (result.Reason == CrawlReason.Fetched)
        {
            outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, null));
            (isVideo ? (Action<SliceTurn, FrontierUrl, YtDlpAnswer>)ReadVideo : ReadListing)(turn, url, answer);
        }

        return result;
    }

    private PoliteResult Recorded(SliceOutcome outcome, SourceDefinition source, FrontierUrl url, PoliteResult result)
    {
        outcome.Record(source, url, result, listed: false, clock.GetUtcNow());
        return result;
    }

    private void ReadListing(SliceTurn turn, FrontierUrl url, YtDlpAnswer answer)
    {
        var (source, outcome, now) = (turn.Source, turn.Outcome, clock.GetUtcNow());
        var reading = YtDlpListing.Read(source, answer.Output, outcome.Listing.Cursor);
        var (documents, log) = FeedDocuments.From(source.Slug, url.Url, new ParsedFeed { Entries = reading.Entries }, now);
        outcome.Documents.AddRange(documents);
        outcome.Log.AddRange(log);
        outcome.Log.AddRange(reading.Skipped.Select(s => new CrawlLogEntry { Source = source.Slug, Url = s.Url, At = now, Reason = s.Reason, Detail = s.Detail }));
        outcome.Listing = outcome.Listing.After(reading.Cursor, null);
    }

    private void ReadVideo(SliceTurn turn, FrontierUrl url, YtDlpAnswer answer)
    {
        var now = clock.GetUtcNow();
        if (YtDlpVideo.Read(turn.Source, answer, out var problem) is { } entry && FeedDocuments.TryDocument(entry, null, now, out var document, out problem))
        {
            turn.Outcome.Documents.Add(document with { Url = url.Url, MediaType = CrawledDocument.PostMediaType, Depth = url.Depth });
        }
        else
        {
            turn.Outcome.Log.Add(new CrawlLogEntry { Source = turn.Source.Slug, Url = url.Url, At = now, Reason = CrawlReason.NotReadable, Detail = problem });
        }
    }
}
