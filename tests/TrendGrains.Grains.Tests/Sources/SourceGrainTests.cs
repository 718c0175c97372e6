using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class SourceGrainTests(SharedSilo silo)
{
    private const string Rss =
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>t</title><link>https://example.com/</link>
        <item><title>One</title><link>/one</link></item><item><title>Two</title><link>/two</link></item><item><title>no address</title></item></channel></rss>
        """;

    [DatabaseFact]
    public async Task Crawls_a_site_page_by_page_and_ends()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string>
        {
            ["/"] = Pages.Html("front", "<a href='/a'>a</a> <a href='/missing'>m</a> <a href='https://elsewhere.example/'>e</a>"),
            ["/a"] = Pages.Html("a", "<a href='/b'>b</a>"),
            ["/b"] = Pages.Html("b", "<a href='/'>home</a>"),
        });

        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        var end = await silo.Grains.CrawlAsync(source);

        Assert.False(end.Running);
        Assert.Equal((3, 3, 0), (end.Fetched, end.New, end.Waiting));
        Assert.Equal(2, end.Reasons["not-found"]); // the sitemap that every site might have among them
        Assert.Equal(3, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND state = 'understood' AND arrival_seq IS NOT NULL", source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND reason = 'off-site'", source.Slug));
        Assert.Equal(3, await silo.CountAsync("SELECT count(*) FROM edges e JOIN items i ON i.id = e.from_id JOIN items t ON t.id = e.to_id WHERE i.source = $1 AND e.kind = 'links-to'", source.Slug));
    }

    [DatabaseFact]
    public async Task Obeys_robots_txt_and_logs_the_rule()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string>
        {
            ["/robots.txt"] = "User-agent: *\nDisallow: /private",
            ["/"] = Pages.Html("front", "<a href='/private/a'>a</a>"),
            ["/private/a"] = Pages.Html("secret"),
        });

        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        var end = await silo.Grains.CrawlAsync(source);

        Assert.Equal(1, end.Reasons["robots-denied"]);
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery == "/private/a");
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND detail LIKE '%Disallow: /private%'", source.Slug));
    }

    [DatabaseFact]
    public async Task Stops_at_the_page_budget_and_keeps_the_rest_for_the_next_crawl()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string>
        {
            ["/"] = Pages.Html("front", "<a href='/a'>a</a> <a href='/b'>b</a> <a href='/c'>c</a>"),
            ["/a"] = Pages.Html("a"),
            ["/b"] = Pages.Html("b"),
            ["/c"] = Pages.Html("c"),
        });

        var source = Hosting.Sources.Of(SourceKind.Site, site.Url) with { MaxPages = 2 };
        var end = await silo.Grains.CrawlAsync(source);

        Assert.Equal((2, 2), (end.Fetched, end.Waiting));
        Assert.Equal(1, end.Reasons["budget-spent"]);
        Assert.Contains("2 pages; 2 URLs wait", end.Problem, StringComparison.Ordinal);
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND reason = 'budget-spent' AND url = $2", source.Slug, source.Url));
    }

    [DatabaseFact]
    public async Task Stops_at_the_byte_budget()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string>
        {
            ["/"] = Pages.Html("front", "<a href='/a'>a</a> <a href='/b'>b</a> <a href='/c'>c</a>"),
            ["/a"] = Pages.Html("a", new string('x', 5000)),
            ["/b"] = Pages.Html("b"),
            ["/c"] = Pages.Html("c"),
        });

        var end = await silo.Grains.CrawlAsync(Hosting.Sources.Of(SourceKind.Site, site.Url) with { MaxBytes = 4000 });

        Assert.Equal((2, 2), (end.Fetched, end.Waiting));
        Assert.Contains("budget-spent: the crawl has read", end.Problem, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Stops_when_its_time_is_up_though_the_host_rests_for_longer()
    {
        // The host answers 503 and asks for an hour; the crawl may take a second.
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            var page = context.Request.Path == "/" ? Pages.Html("front", "<a href='/a'>a</a> <a href='/b'>b</a>") : null;
            context.Response.StatusCode = page is not null ? 200 : context.Request.Path == "/robots.txt" ? 404 : 503;
            context.Response.Headers.RetryAfter = page is null ? "3600" : default;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(page ?? "");
        });

        var end = await silo.Grains.CrawlAsync(Hosting.Sources.Of(SourceKind.Site, site.Url) with { MaxTime = TimeSpan.FromSeconds(1) });

        Assert.Equal((1, 3), (end.Fetched, end.Waiting));
        Assert.Equal(1, end.Reasons["budget-spent"]);
    }

    [DatabaseFact]
    public async Task Stores_the_entries_of_a_feed_and_asks_for_it_conditionally_the_next_time()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync(Rss);
        });
        var source = Hosting.Sources.Of(SourceKind.Feed, site.At("/feed"));

        var first = await silo.Grains.CrawlAsync(source);
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((1, 2), (first.Fetched, first.New));
        Assert.Equal(1, second.Reasons["not-modified"]);
        Assert.Equal(0, second.New);
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND detail LIKE '%no address%'", source.Slug));
    }

    [DatabaseFact]
    public async Task Crawls_again_by_itself_when_the_interval_has_passed()
    {
        var polls = 0;
        var polledAgain = new TaskCompletionSource();
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            if (Interlocked.Increment(ref polls) == 2)
            {
                polledAgain.TrySetResult();
            }

            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync(Rss);
        });
        var source = Hosting.Sources.Of(SourceKind.Feed, site.At("/feed")) with { Paused = false, Interval = TimeSpan.FromSeconds(1) };
        var grain = silo.Grains.GetGrain<ISourceGrain>(source.Slug);

        await grain.ConfigureAsync(source, CancellationToken.None);

        await polledAgain.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await grain.RemoveAsync(CancellationToken.None);
        Assert.Null(await grain.GetStatusAsync());
    }

    [DatabaseFact]
    public async Task A_host_that_fails_is_left_alone_and_the_url_stays_waiting()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/robots.txt" ? 404 : 503;
            return Task.CompletedTask;
        });
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);

        var end = await silo.Grains.CrawlAsync(source);
        var host = await silo.Grains.GetGrain<Abstractions.Hosts.IHostGrain>(site.Url.Authority).GetStatusAsync();

        Assert.Equal((0, 1, 1), (end.Fetched, end.Failed, end.Waiting));
        Assert.Equal(1, end.Reasons["server-error"]);
        Assert.Equal(1, host.ConsecutiveFailures);
        Assert.NotNull(host.BackOffUntil);
    }

    [DatabaseFact]
    public async Task Refuses_a_definition_out_of_range_and_names_the_field()
    {
        var source = Hosting.Sources.Of(SourceKind.Feed, new Uri("https://example.com/feed")) with { MaxDepth = -1 };

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            silo.Grains.GetGrain<ISourceGrain>(source.Slug).ConfigureAsync(source, CancellationToken.None));

        Assert.Contains("max depth", error.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Refuses_to_crawl_what_it_does_not_know_and_what_is_a_file()
    {
        var unknown = silo.Grains.GetGrain<ISourceGrain>($"unknown-{Guid.NewGuid():n}");
        var file = Hosting.Sources.File();
        var grain = silo.Grains.GetGrain<ISourceGrain>(file.Slug);
        await grain.ConfigureAsync(file, CancellationToken.None);

        Assert.Contains("There is no source", (await Assert.ThrowsAsync<InvalidOperationException>(() => unknown.StartCrawlAsync(CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("is a file", (await Assert.ThrowsAsync<InvalidOperationException>(() => grain.StartCrawlAsync(CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Arms_a_reminder_for_a_source_on_a_schedule_and_takes_it_back_when_paused()
    {
        var source = Hosting.Sources.Of(SourceKind.Feed, new Uri("http://127.0.0.1:9/feed")) with { Paused = false, Interval = TimeSpan.FromHours(1) };
        var grain = silo.Grains.GetGrain<ISourceGrain>(source.Slug);

        await grain.ConfigureAsync(source, CancellationToken.None);
        Assert.Equal(1, await RemindersAsync(source.Slug));

        await grain.ConfigureAsync(source with { Paused = true }, CancellationToken.None);
        Assert.Equal(0, await RemindersAsync(source.Slug));
    }

    private Task<long> RemindersAsync(string slug) =>
        silo.CountAsync("SELECT count(*) FROM orleansreminderstable WHERE grainid LIKE '%' || $1", slug);
}
