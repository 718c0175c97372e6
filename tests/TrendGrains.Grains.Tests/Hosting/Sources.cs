using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Grains.Tests.Hosting;

/// <summary>Sources for tests: each with a key of its own, on loopback, crawled only when told to.</summary>
internal static class Sources
{
    public static SourceDefinition Of(SourceKind kind, Uri url) => new()
    {
        Slug = $"test-{Guid.NewGuid():n}",
        Kind = kind,
        Url = url.AbsoluteUri,
        Access = kind == SourceKind.Site ? AccessMode.Crawl : AccessMode.Feed,
        Internal = true,
        Paused = true,
        Delay = TimeSpan.Zero,
    };

    public static SourceDefinition File() => Of(SourceKind.File, new Uri("https://example.com/")) with { Url = "" };

    /// <summary>Adds the source, crawls it, and returns where the crawl ended.</summary>
    public static async Task<CrawlProgress> CrawlAsync(this IGrainFactory grains, SourceDefinition source)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var grain = grains.GetGrain<ISourceGrain>(source.Slug);
        await grain.ConfigureAsync(source, patience.Token);
        return await grain.CrawlAsync(patience.Token);
    }

    public static async Task<CrawlProgress> CrawlAsync(this ISourceGrain grain, CancellationToken cancellationToken)
    {
        await grain.StartCrawlAsync(cancellationToken);
        return await EndAsync(grain, cancellationToken);
    }

    /// <summary>Where the crawl that is under way ends.</summary>
    public static async Task<CrawlProgress> EndAsync(ISourceGrain grain, CancellationToken cancellationToken)
    {
        CrawlProgress? last = null;
        await foreach (var progress in grain.WatchAsync(cancellationToken))
        {
            last = progress;
        }

        return last!;
    }
}
