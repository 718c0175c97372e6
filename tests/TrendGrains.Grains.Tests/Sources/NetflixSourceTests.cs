using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class NetflixSourceTests(SharedSilo silo)
{
    [DatabaseFact]
    public async Task Stores_each_rank_of_the_table_once()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "text/tab-separated-values";
            return context.Response.WriteAsync("week\tcategory\tweekly_rank\tshow_title\n2026-03-01\tFilms\t1\tHarbour\n2026-03-01\tFilms\t2\tThe Tide\nlately\tFilms\t3\tFog\n");
        });
        var source = Hosting.Sources.Of(SourceKind.Netflix, site.At("/top.tsv"));

        var first = await silo.Grains.CrawlAsync(source);
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((1, 2, 1), (first.Fetched, first.New, first.Skipped));
        Assert.Equal((1, 0), (second.Fetched, second.New));
    }
}
