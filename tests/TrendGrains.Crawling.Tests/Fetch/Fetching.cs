using System.Net;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>Fetchers for tests: the machine's own addresses allowed, limits that a test can reach.</summary>
internal static class Fetching
{
    public static PageFetcher Fetcher(Action<FetchOptions>? configure = null, TimeProvider? clock = null, NameResolver? resolve = null)
    {
        var options = new FetchOptions();
        configure?.Invoke(options);
        return new PageFetcher(options, clock ?? TimeProvider.System, resolve ?? Dns.GetHostAddressesAsync);
    }

    public static FetchRequest Request(Uri url, FetchPurpose purpose = FetchPurpose.Page, bool allowPrivate = true) =>
        new() { Url = url, Purpose = purpose, AllowPrivate = allowPrivate };

    public static async Task<FetchedPage> FetchAsync(Uri url, FetchPurpose purpose = FetchPurpose.Page, Action<FetchOptions>? configure = null)
    {
        using var fetcher = Fetcher(configure);
        return await fetcher.FetchAsync(Request(url, purpose), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
