using System.Text;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Rendering;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>A page of the frontier: fetched as any crawler may.</summary>
internal sealed class PageStep(PoliteFetch fetch, PageRenderer renderer, TimeProvider clock)
{
    public async Task<PoliteResult> RunAsync(SliceTurn turn, FrontierUrl url, CancellationToken cancellationToken)
    {
        var result = await fetch.FetchAsync(
            turn.Grains, turn.Source, url.Url, AccessMode.Crawl, FetchPurpose.Page, url.ETag, url.LastModified, cancellationToken);
        if (result.PutOff is not null)
        {
            return result;
        }

        if (url.Depth == 0 && turn.Source.Kind == SourceKind.Site && result.Reason == CrawlReason.Fetched)
        {
            turn.Outcome.Named.AddRange(await SiteEntrances.SitemapsAsync(turn.Grains, turn.Source, result.Url, cancellationToken));
        }

        if (turn.Source.Render && result is { Reason: CrawlReason.Fetched, Page.MediaType: "text/html" or "application/xhtml+xml" })
        {
            result = await RenderedAsync(turn.Source, result, result.Page, cancellationToken);
        }

        var now = clock.GetUtcNow();
        turn.Outcome.Record(turn.Source, url, result, listed: false, now);
        if (url.Depth > 0)
        {
            turn.Outcome.Visits.Add(new PageVisit(url, result.Url, now, result.Reason, PageDates.LastModified(result.Page)));
        }

        if (result is { Reason: CrawlReason.Fetched, Page: { } page })
        {
            turn.Outcome.Settled.Add(new FrontierSettlement(url.Sequence, result.Reason, null));
            turn.Outcome.Pages[url.Sequence] = result.Url;
            var (canonical, amp) = PageIdentity.Of(result.Url, page);
            turn.Outcome.Documents.Add(new CrawledDocument
            {
                Url = result.Url,
                Aliases = amp is null ? [.. result.Hops] : [.. result.Hops, amp],
                Canonical = canonical,
                FetchedAt = now,
                MediaType = page.MediaType ?? "text/html",
                Charset = page.Charset,
                Body = page.Body,
                ETag = page.ETag,
                LastModified = page.LastModified,
                Depth = url.Depth,
            });
        }

        return result;
    }

    /// <summary>The page as its scripts leave it; as it was fetched where that does not work, and the log says why.</summary>
    private async Task<PoliteResult> RenderedAsync(SourceDefinition source, PoliteResult result, FetchedPage page, CancellationToken cancellationToken)
    {
        var rendered = await renderer.RenderAsync(page, new Uri(result.Url), source.Internal, cancellationToken);
        var body = rendered.Html is null ? page : page with { Body = Encoding.UTF8.GetBytes(rendered.Html), MediaType = "text/html", Charset = "utf-8" };
        return result with { Page = body with { Bytes = page.Bytes + rendered.NetworkBytes, Elapsed = page.Elapsed + rendered.Elapsed }, Detail = $"{result.Detail} {rendered.Detail}" };
    }
}
