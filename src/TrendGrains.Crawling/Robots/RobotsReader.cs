using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Robots;

/// <summary>Asks a host for its robots.txt and reads the answer as RFC 9309, 2.3.1 says.</summary>
public sealed class RobotsReader(PageFetcher fetcher)
{
    /// <summary>RFC 9309, 2.3.1.2: at least five in a row are followed, across hosts too.</summary>
    private const int MostRedirects = 5;

    /// <summary>Never throws for what the host does. The answer holds for the scheme, host and port of the given URL.</summary>
    public async Task<RobotsAnswer> ReadAsync(Uri anyUrlOfHost, bool allowPrivate, CancellationToken cancellationToken)
    {
        var url = new Uri(anyUrlOfHost, "/robots.txt");
        for (var hop = 0; ; hop++)
        {
            var page = await fetcher.FetchAsync(new FetchRequest { Url = url, Purpose = FetchPurpose.Robots, AllowPrivate = allowPrivate }, cancellationToken);
            if (page.Reason != CrawlReason.Redirected || hop == MostRedirects)
            {
                return Judge(page);
            }

            url = page.RedirectTo!;
        }
    }

    /// <summary>Rules when there are some; everything allowed where the host has none to give; nothing while it cannot be asked.</summary>
    public static RobotsAnswer Judge(FetchedPage page)
    {
        var rules = page.Reason switch
        {
            CrawlReason.Fetched => RobotsRules.Parse(page.Body),

            // 429 is a 4xx, but one that says "later", not "none".
            CrawlReason.RateLimited or CrawlReason.ServerError or CrawlReason.Timeout or CrawlReason.ConnectFailed
                or CrawlReason.NameNotResolved or CrawlReason.Malformed => null,

            // Headers without end or a bomb: there may be rules behind them, so it is no "none" either.
            CrawlReason.TooLarge or CrawlReason.TooCompressed => null,

            // "Unavailable": other 4xx, redirects without end, a target that we do not ask, an answer that is no text.
            _ => RobotsRules.AllowAll,
        };
        return new RobotsAnswer
        {
            Rules = rules,
            Reason = page.Reason,
            Status = page.Status,
            RetryAfter = page.RetryAfter,
            Detail = rules is null ? $"robots.txt could not be asked for: {page.Detail}" : page.Detail,
        };
    }
}
