using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Replays;
using TrendGrains.Crawling.Sites;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// One slice of a crawl: fetches some frontier URLs in order and says what to store of them. Writes nothing itself, so a slice
/// that is lost is simply fetched again.
/// </summary>
internal sealed class CrawlSlice(
    SiteAdapters adapters, ListingStep listings, FeedStep feeds, SitemapStep sitemaps, SiteFeedStep siteFeeds, PageStep pages, YtDlpStep ytdlp,
    ReplayStep replays, TimeProvider clock, ILogger<CrawlSlice> log)
{
    /// <summary>A slice ends after this long, so that what was fetched is soon durable and the grain soon free.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(5);

    public async Task<SliceOutcome> RunAsync(
        IGrainFactory grains, SourceDefinition source, SourceState cursor, IReadOnlyList<FrontierUrl> urls, CancellationToken cancellationToken)
    {
        var outcome = new SliceOutcome { Listing = cursor.Listing, RunStarted = cursor.Started };
        var started = clock.GetTimestamp();
        foreach (var url in urls)
        {
            PoliteResult result;
            try
            {
                result = await StepAsync(new SliceTurn(grains, source, cursor, outcome), url, cancellationToken);
            }
            catch (Exception error) when (IsOfTheAnswer(error))
            {
                // Whatever an answer does to its reader, it is that address' trouble alone.
                log.AnswerUnreadable(error, source.Slug, url.Url);
                outcome.GiveUp(source, url, error, clock.GetUtcNow());
                continue;
            }

            if (result.PutOff is { } rest && (result.Reason.IsTransient() || result.Reason == CrawlReason.BudgetSpent) && url.Depth > 0 && source.Kind != SourceKind.Site)
            {
                // An entry of some other host, which rests: those behind it are of others.
                outcome.PutOff(source, url, result, clock.GetUtcNow() + rest);
                continue;
            }

            if (result is { PutOff: not null, Reason: CrawlReason.BudgetSpent })
            {
                outcome.Spent = result.Detail;
                break;
            }

            if (result.PutOff is { } wait)
            {
                // The host rests: this URL and those behind it stay where they are in the frontier.
                outcome.Wait = wait;
                outcome.WaitReason = $"{result.Reason.Code()}: {result.Detail}";
                break;
            }

            if (clock.GetElapsedTime(started) >= longest || (source.MaxBytes > 0 && cursor.Counts.Bytes + outcome.Bytes >= source.MaxBytes))
            {
                break;
            }
        }

        return outcome;
    }

    /// <summary>Faults of reading what a host sent; what storage or a neighbour grain throws ends the slice instead.</summary>
    private static bool IsOfTheAnswer(Exception error) =>
        error is ArgumentException or FormatException or JsonException or XmlException or InvalidDataException or OverflowException or IndexOutOfRangeException
            or KeyNotFoundException or NullReferenceException or InvalidCastException or RegexMatchTimeoutException
            || error.GetType() == typeof(InvalidOperationException);

    private Task<PoliteResult> StepAsync(SliceTurn turn, FrontierUrl url, CancellationToken cancellationToken) =>
        Recording.Is(turn.Source) ? replays.RunAsync(turn, url, cancellationToken)
        : turn.Source.Access == AccessMode.YtDlp ? ytdlp.RunAsync(turn, url, cancellationToken)
        : url.Role == FrontierRole.Sitemap ? sitemaps.RunAsync(turn, url, cancellationToken)
        : url.Role == FrontierRole.Feed ? siteFeeds.RunAsync(turn, url, cancellationToken)
        : url.Depth > 0 ? pages.RunAsync(turn, url, cancellationToken)
        : adapters.For(turn.Source.Kind, turn.Source.Access) is { } adapter ? listings.RunAsync(turn, adapter, url, cancellationToken)
        : turn.Source.Kind == SourceKind.Feed ? feeds.RunAsync(turn, url, cancellationToken)
        : pages.RunAsync(turn, url, cancellationToken);
}

/// <summary>What each step of a slice is given: the source, where it stands, and where to put what was found.</summary>
internal sealed record SliceTurn(IGrainFactory Grains, SourceDefinition Source, SourceState Cursor, SliceOutcome Outcome);
