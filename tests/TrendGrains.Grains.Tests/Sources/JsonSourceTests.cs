using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class JsonSourceTests(SharedSilo silo)
{
    [DatabaseFact]
    public async Task Reads_every_page_of_a_mapped_listing_and_logs_what_it_skips()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(context.Request.Query["page"] == "2"
                ? """{"hits":[{"url":"/c","title":"The third","t":100}]}"""
                : """{"hits":[{"url":"/a","title":"The first","t":300},{"title":"nowhere","t":250},{"url":"/b","title":"The second","t":200}],"next":"/list?page=2"}""")).AsTask();
        });
        var source = Hosting.Sources.Of(SourceKind.Json, site.At("/list")) with { Mapping = "items: /hits\nurl: /url\ntitle: /title\ntime: /t\nnext: /next" };

        var first = await silo.Grains.CrawlAsync(source);
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((2, 3, 1), (first.Fetched, first.New, first.Skipped));
        Assert.Equal((1, 0), (second.Fetched, second.New));
        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND reason = 'invalid-url' AND detail LIKE 'Item 2 has no address%'", source.Slug));
    }

    [DatabaseTheory]
    [InlineData("<html>not now</html>", 200)]
    [InlineData("", 404)]
    public async Task Reads_again_from_the_first_page_what_lay_behind_one_that_failed(string fault, int status)
    {
        var isWell = false;
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            var isSecond = context.Request.Query["page"] == "2";
            context.Response.ContentType = "application/json";
            context.Response.Headers.ETag = isSecond ? "\"two\"" : "\"one\"";
            context.Response.StatusCode = isSecond && !isWell ? status : context.Request.Headers.IfNoneMatch == "\"one\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
                !isSecond ? """{"hits":[{"url":"/a","title":"The first","t":300}],"next":"/list?page=2"}"""
                : isWell ? """{"hits":[{"url":"/b","title":"The second","t":200}]}""" : fault)).AsTask();
        });
        var source = Hosting.Sources.Of(SourceKind.Json, site.At("/list")) with { Mapping = "items: /hits\nurl: /url\ntitle: /title\ntime: /t\nnext: /next" };

        var first = await silo.Grains.CrawlAsync(source);
        isWell = true;
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);
        await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((1, 1), (first.New, second.New));
        Assert.Equal(["/list", "/list?page=2", "/list", "/list?page=2", "/list"], site.Requests.Select(r => r.PathAndQuery));
        Assert.Equal(304, site.Requests[^1].Status);
    }

    [DatabaseFact]
    public async Task Is_let_in_by_a_key_of_the_environment_and_counts_what_the_mapping_says()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer secret-of-TRENDGRAINS_KEY_FORUM" ? 200 : 401;
            return context.Response.Body.WriteAsync("[{\"url\":\"/a\",\"title\":\"The first\",\"points\":7}]"u8.ToArray()).AsTask();
        });
        var source = Hosting.Sources.Of(SourceKind.Json, site.At("/list")) with
        {
            Access = AccessMode.Api, Mapping = "items: ''\nurl: /url\ntitle: /title\nscore: /points\nheader: Authorization\nsecret: Bearer {TRENDGRAINS_KEY_FORUM}",
        };

        var crawl = await silo.Grains.CrawlAsync(source);

        Assert.Equal((1, 1), (crawl.Fetched, crawl.New));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND engagement = '{\"score\": 7}'", source.Slug));
    }

    [DatabaseFact]
    public async Task Refuses_a_mapping_that_cannot_be_read()
    {
        var source = Hosting.Sources.Of(SourceKind.Json, new Uri("https://news.example/")) with { Mapping = "items: hits" };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => silo.Grains.CrawlAsync(source));

        Assert.Contains("mapping:1: 'items' must be a JSON pointer", error.Message, StringComparison.Ordinal);
    }
}
