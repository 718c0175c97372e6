using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Robots;

namespace TrendGrains.Extraction;

/// <summary>A page taken from the web for one look, as politely as a crawl would: robots.txt asked on every host, every hop's address checked.</summary>
internal static class PageDownload
{
    private const int MostRedirects = 10;

    /// <summary>The page, or a sentence that says why there is none.</summary>
    /// <param name="allowPrivate">Addresses of this machine and its network may be asked.</param>
    public static async Task<(FetchedPage? Page, string? Refusal)> FetchAsync(Uri url, bool allowPrivate, CancellationToken cancellationToken)
    {
        await using var services = Services();
        var fetcher = services.GetRequiredService<PageFetcher>();
        var robots = services.GetRequiredService<RobotsReader>();
        var token = services.GetRequiredService<IOptions<FetchOptions>>().Value.RobotsToken;
        var seen = new HashSet<Uri>();
        for (var hop = 0; hop <= MostRedirects && seen.Add(url); hop++)
        {
            if (await RefusalAsync(robots, token, url, allowPrivate, cancellationToken) is { } refusal)
            {
                return (null, refusal);
            }

            var page = await fetcher.FetchAsync(new FetchRequest { Url = url, AllowPrivate = allowPrivate }, cancellationToken);
            if (page.Reason == CrawlReason.Fetched)
            {
                return (page, null);
            }

            if (page.Reason != CrawlReason.Redirected)
            {
                return (null, page.Reason == CrawlReason.PrivateAddress && !allowPrivate ? $"{page.Detail} --internal lets it be read." : page.Detail);
            }

            url = page.RedirectTo!;
        }

        return (null, $"{url} redirects in a ring or more than {MostRedirects} times.");
    }

    private static async Task<string?> RefusalAsync(RobotsReader robots, string token, Uri url, bool allowPrivate, CancellationToken cancellationToken)
    {
        // What is no web address, or a private one, is refused by the fetch itself with its own reason.
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        var answer = await robots.ReadAsync(url, allowPrivate, cancellationToken);
        if (answer.Reason == CrawlReason.PrivateAddress)
        {
            return null;
        }

        if (answer.Rules is not { } rules)
        {
            return answer.Detail;
        }

        var decision = rules.Decide(token, url);
        return decision.Allowed ? null : $"robots.txt of {url.IdnHost} denies {url.PathAndQuery} to {token}: line {decision.Line} says '{decision.Rule}'.";
    }

    private static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection().AddCrawling();
        services.Configure<FetchOptions>(configuration.GetSection(FetchOptions.Section));
        return services.BuildServiceProvider();
    }
}
