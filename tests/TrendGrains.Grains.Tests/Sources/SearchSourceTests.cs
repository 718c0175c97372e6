using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

/// <summary>A search service played on loopback, for a silo that is configured for it.</summary>
[Collection(nameof(SharedSilo))]
public sealed class SearchSourceTests(SharedSilo silo)
{
    [DatabaseFact]
    public async Task Reads_pages_of_results_and_shows_the_key_nowhere()
    {
        using var log = new HeardLog();
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            var page = int.Parse(context.Request.Query["offset"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(
                "{\"type\":\"search\",\"query\":{\"more_results_available\":" + (page == 0 ? "true" : "false") + "},\"web\":{\"results\":[{\"title\":\"Tide " + page
                + " rises\",\"url\":\"https://paper.example/" + Guid.NewGuid().ToString("n") + "\",\"description\":\"It rises.\"}]}}");
        });
        await using var own = await GrainSilo.StartAsync(silo.Database, services: services => services
            .Configure<SearchOptions>(o => (o.Provider, o.Address) = (SearchProvider.Brave, site.Url.GetLeftPart(UriPartial.Authority)))
            .AddLogging(logging => logging.AddProvider(log).AddFilter<HeardLog>(null, LogLevel.Trace)));
        var source = Hosting.Sources.Of(SourceKind.Search, new Uri("https://www.google.com/search?q=harbour&gl=KR")) with { Access = AccessMode.Api };

        var first = await own.Grains.CrawlAsync(source);
        await own.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((2, 2), (first.Fetched, first.New));
        Assert.Equal([false, false, true, true], site.Requests.Select(r => r.PathAndQuery.Contains("freshness=pd", StringComparison.Ordinal)));
        Assert.All(site.Requests, r => Assert.Equal("secret-of-TRENDGRAINS_BRAVE_SEARCH_KEY", r.Headers["X-Subscription-Token"]));
        Assert.Equal(4, await silo.CountAsync("SELECT count(*) FROM crawl_log l WHERE source = $1 AND reason = 'fetched' AND url LIKE '%country=KR%'", source.Slug));
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, l => l.Contains("secret-of", StringComparison.Ordinal));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM crawl_log l WHERE l::text LIKE '%secret-of%'"));
    }
}
