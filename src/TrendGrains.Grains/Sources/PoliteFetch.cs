using TrendGrains.Abstractions.Hosts;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Grains.Sources;

/// <summary>Fetches one URL through all its redirects, asking the host's grain for leave before every single request.</summary>
internal sealed class PoliteFetch(PageFetcher fetcher, TimeProvider clock)
{
    private const int MostHops = 10;

    /// <summary>Waits up to this long are sat out here; a longer one ends the slice.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    public Task<PoliteResult> FetchAsync(
        IGrainFactory grains, SourceDefinition source, string url, AccessMode access, FetchPurpose purpose,
        string? etag, string? lastModified, CancellationToken cancellationToken) =>
        FetchAsync(grains, source, new PoliteRequest(url, access, purpose) { ETag = etag, LastModified = lastModified }, cancellationToken);

    public async Task<PoliteResult> FetchAsync(
        IGrainFactory grains, SourceDefinition source, PoliteRequest request, CancellationToken cancellationToken)
    {
        var hops = new List<string>();
        for (var current = request.Url; ;)
        {
            var leave = await AskAsync(grains, source, current, request.Access, cancellationToken);
            if (leave.Decision == LeaveDecision.Refused)
            {
                return new PoliteResult(leave.Reason, leave.Detail, null, current, hops, null);
            }

            if (leave.Decision == LeaveDecision.Wait)
            {
                return new PoliteResult(leave.Reason, leave.Detail, null, current, hops, leave.Wait);
            }

            var page = await FetchHopAsync(grains, source, current, request, leave, cancellationToken);
            if (page.Reason != CrawlReason.Redirected || page.RedirectTo is null || request.Form is not null)
            {
                return new PoliteResult(page.Reason, page.Detail, page, current, hops, null);
            }

            hops.Add(current);
            if (!UrlNormalizer.TryNormalize(page.RedirectTo.AbsoluteUri, null, out var next, out var problem))
            {
                var reason = page.RedirectTo.Scheme is "http" or "https" ? CrawlReason.InvalidUrl : CrawlReason.UnsupportedScheme;
                return new PoliteResult(reason, $"redirect to '{page.RedirectTo}': {problem}", page, current, hops, null);
            }

            if (hops.Count >= MostHops || hops.Contains(next))
            {
                return new PoliteResult(CrawlReason.TooManyRedirects, $"{hops.Count} redirects, the last to {next}", page, current, hops, null);
            }

            if (source.Kind == SourceKind.Site && LinkScope.Refuse(source, next, 0) is { } refused)
            {
                return new PoliteResult(refused, $"redirect to {next}", page, current, hops, null);
            }

            current = next;
        }
    }

    private async Task<FetchedPage> FetchHopAsync(
        IGrainFactory grains, SourceDefinition source, string url, PoliteRequest request, FetchLeave leave, CancellationToken cancellationToken)
    {
        var page = await fetcher.FetchAsync(new FetchRequest
        {
            Url = new Uri(url),
            Purpose = request.Purpose,
            IfNoneMatch = request.ETag,
            IfModifiedSince = request.LastModified,
            AllowPrivate = source.Internal,
            Credential = request.Credential,
            Form = request.Form,
        }, cancellationToken);
        page = request.Judge?.Invoke(page, clock.GetUtcNow()) ?? page;
        await HostOf(grains, url).ReportAsync(new FetchReport(leave.Ticket, page.Reason, page.RetryAfter, page.Elapsed, page.Bytes), cancellationToken);
        return page;
    }

    /// <summary>Asks the host's grain for leave until it grants one, refuses, or wants a longer rest than is sat out here.</summary>
    public async Task<FetchLeave> AskAsync(
        IGrainFactory grains, SourceDefinition source, string url, AccessMode access, CancellationToken cancellationToken)
    {
        var host = HostOf(grains, url);
        var intent = new FetchIntent { Url = url, Access = access, AllowPrivate = source.Internal, Delay = source.Delay };
        while (true)
        {
            var leave = await host.AskAsync(intent, cancellationToken);
            if (leave.Decision != LeaveDecision.Wait || leave.Wait > patience)
            {
                return leave;
            }

            await Task.Delay(leave.Wait, clock, cancellationToken);
        }
    }

    public static IHostGrain HostOf(IGrainFactory grains, string url) => grains.GetGrain<IHostGrain>(new Uri(url).Authority);
}

/// <summary>How a fetch ended: the page when there was an answer, the URL it ended on, the hops before it, and how long the host wants to rest.</summary>
internal sealed record PoliteResult(
    CrawlReason Reason, string? Detail, FetchedPage? Page, string Url, IReadOnlyList<string> Hops, TimeSpan? PutOff);
