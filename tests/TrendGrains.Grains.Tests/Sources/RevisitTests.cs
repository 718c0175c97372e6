using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class RevisitTests(SharedSilo silo)
{
    [DatabaseFact]
    public async Task An_article_that_was_edited_is_fetched_again_and_its_old_version_is_kept()
    {
        var pages = Site(("/", Links("/a")), ("/a", Article("before", "The bridge is closed for repairs until the end of the month.")));
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        await silo.Grains.CrawlAsync(source);

        pages["/a"] = Article("after", "The bridge is open again, a week before the day that was announced.");
        await LaterAsync(source, days: 3);
        var again = await CrawlAgainAsync(source);

        Assert.Equal(1, again.Changed);
        await UntilReadAsync(new Uri(site.Url, "/a"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM item_versions v JOIN items i ON i.id = v.item_id WHERE i.source = $1 AND v.title = 'before' AND i.title = 'after'", source));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM page_visits WHERE source = $1 AND visits = 2 AND changes = 1", source));
    }

    [DatabaseFact]
    public async Task A_list_deep_in_a_site_that_leads_to_something_new_is_seen_again()
    {
        var pages = Site(("/", Links("/list")), ("/list", Links("/a")), ("/a", Article("a")), ("/b", Article("b")));
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        await silo.Grains.CrawlAsync(source);

        pages["/list"] = Links("/b", "/a");
        await LaterAsync(source, days: 3);
        var again = await CrawlAgainAsync(source);

        Assert.Equal(1, again.New);
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM page_visits WHERE source = $1 AND url LIKE '%/list' AND changes = 1", source));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM page_visits WHERE source = $1 AND url LIKE '%/a' AND visits = 2 AND changes = 0", source));
    }

    [DatabaseFact]
    public async Task A_page_that_never_changes_is_asked_whether_it_has_and_more_and_more_seldom()
    {
        var pages = Site(("/", Links("/a")), ("/a", Article("a")));
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        await silo.Grains.CrawlAsync(source);
        var before = await PauseAsync(source, "/a");

        for (var look = 0; look < 4; look++)
        {
            await LaterAsync(source, before.TotalDays);
            Assert.Equal(1, (await CrawlAgainAsync(source)).Reasons.GetValueOrDefault("not-modified"));
            var next = await PauseAsync(source, "/a");
            Assert.True(next > before * 1.05, $"look {look}: {next} after {before}");
            before = next;
        }

        Assert.Equal(1, await CountAsync("SELECT count(*) FROM page_visits WHERE source = $1 AND visits = 5 AND changes = 0", source));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM item_versions v JOIN items i ON i.id = v.item_id WHERE i.source = $1 AND i.url LIKE '%/a'", source));
    }

    [DatabaseFact]
    public async Task Old_pages_that_are_due_do_not_keep_a_short_run_from_new_ones()
    {
        string[] old = [.. Enumerable.Range(0, 20).Select(i => $"/old{i}")];
        var pages = Site([("/", Links(old)), .. old.Select(o => (o, Article(o)))]);
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        await silo.Grains.CrawlAsync(source);

        pages["/"] = Links("/new0", "/new1");
        pages["/new0"] = Article("new0");
        pages["/new1"] = Article("new1");
        await LaterAsync(source, days: 9);
        source = source with { MaxPages = 8 };
        var again = await silo.Grains.CrawlAsync(source);

        Assert.Equal(2, again.New);
    }

    [DatabaseFact]
    public async Task A_page_that_is_not_due_is_left_alone()
    {
        var pages = Site(("/", Links("/a")), ("/a", Article("a")));
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        await silo.Grains.CrawlAsync(source);

        await CrawlAgainAsync(source);

        Assert.Single(site.Requests, r => r.PathAndQuery == "/a");
    }

    [DatabaseFact]
    public async Task Old_pages_take_a_quarter_of_the_pages_of_a_crawl_and_the_rest_waits_for_the_next()
    {
        string[] paths = [.. Enumerable.Range(0, 7).Select(i => $"/{i}")];
        var pages = Site([("/", Links(paths)), .. paths.Select(p => (p, Article(p)))]);
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url) with { MaxPages = 8 };
        await silo.Grains.CrawlAsync(source);

        await LaterAsync(source, days: 3);
        var second = await CrawlAgainAsync(source);
        var third = await CrawlAgainAsync(source);

        Assert.Equal((2, 2), (second.Reasons.GetValueOrDefault("not-modified"), third.Reasons.GetValueOrDefault("not-modified")));
        Assert.Equal(4, await CountAsync("SELECT count(*) FROM page_visits WHERE source = $1 AND visits = 2", source));
    }

    [DatabaseFact]
    public async Task What_is_known_of_a_page_outlives_the_process()
    {
        var pages = Site(("/", Links("/a")), ("/a", Article("a")));
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        await using var database = await TestDatabase.CreateAsync();
        await using (var first = await GrainSilo.StartAsync(database))
        {
            await first.Grains.CrawlAsync(source);
        }

        await LaterAsync(database, source, days: 3);
        await using var second = await GrainSilo.StartAsync(database);
        var again = await second.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal(1, again.Reasons.GetValueOrDefault("not-modified"));
    }

    [DatabaseFact]
    public async Task A_page_that_is_gone_is_asked_for_after_longer_and_longer()
    {
        var pages = Site(("/", Links("/a")), ("/a", Article("a")));
        await using var site = await LoopbackSite.StartAsync(pages.AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        await silo.Grains.CrawlAsync(source);

        pages.TryRemove("/a", out _);
        await LaterAsync(source, days: 3);
        await CrawlAgainAsync(source);
        await CrawlAgainAsync(source);

        Assert.Equal(2, site.Requests.Count(r => r.PathAndQuery == "/a"));
        Assert.InRange(await PauseAsync(source, "/a"), TimeSpan.FromDays(8.9), TimeSpan.FromDays(9.1));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM page_visits WHERE source = $1 AND visits = 1", source));
    }

    [DatabaseFact]
    public async Task A_source_that_moved_to_another_site_leaves_the_pages_of_the_old_one_alone()
    {
        var pages = Site(("/", Links("/a")), ("/a", Article("a")));
        await using var old = await LoopbackSite.StartAsync(pages.AnswerAsync);
        await using var other = await LoopbackSite.StartAsync(Site(("/", Links("/b")), ("/b", Article("b"))).AnswerAsync);
        var source = Hosting.Sources.Of(SourceKind.Site, old.Url);
        await silo.Grains.CrawlAsync(source);

        await LaterAsync(source, days: 3);
        await silo.Grains.CrawlAsync(source with { Url = other.Url.AbsoluteUri });

        Assert.Single(old.Requests, r => r.PathAndQuery == "/a");
        Assert.Contains(other.Requests, r => r.PathAndQuery == "/b");
    }

    private async Task<CrawlProgress> CrawlAgainAsync(SourceDefinition source) => await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

    private Task LaterAsync(SourceDefinition source, double days) => LaterAsync(silo.Database, source, days);

    /// <summary>Time passes for the visits of one source.</summary>
    private static async Task LaterAsync(TestDatabase database, SourceDefinition source, double days)
    {
        await using var command = database.DataSource.CreateCommand(
            "UPDATE page_visits SET last_visit = last_visit - $2, next_visit = next_visit - $2 - interval '1 second' WHERE source = $1");
        command.Parameters.AddWithValue(source.Slug);
        command.Parameters.AddWithValue(TimeSpan.FromDays(days));
        await command.ExecuteNonQueryAsync();
    }

    private async Task<TimeSpan> PauseAsync(SourceDefinition source, string path)
    {
        await using var command = silo.Database.DataSource.CreateCommand("SELECT next_visit - last_visit FROM page_visits WHERE source = $1 AND url LIKE '%' || $2");
        command.Parameters.AddWithValue(source.Slug);
        command.Parameters.AddWithValue(path);
        return (TimeSpan)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The item's grain was told one way of the edit; its state in the database is all there is to ask.</summary>
    private async Task UntilReadAsync(Uri page)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await silo.Grains.GetGrain<IItemGrain>(ItemKey.FromUrl(page.AbsoluteUri)).GetStateAsync() is var now && now != ItemState.Understood)
        {
            Assert.False(patience.IsCancellationRequested, $"The edit was not read within 30 s; the item is {now}.");
            await Task.Delay(50);
        }
    }

    private Task<long> CountAsync(string sql, SourceDefinition source) => silo.CountAsync(sql, source.Slug);

    private static Shelf Site(params (string Path, string Html)[] pages) => new(pages.ToDictionary(p => p.Path, p => p.Html));

    private static string Article(string title, string text = "Nothing else is known so far, and nobody expects to hear more before the evening.") => Pages.Html(title, $"<p>{text}</p>");

    /// <summary>Reads as a list: links and nothing else.</summary>
    private static string Links(params string[] paths) =>
        $"<html lang=\"en\"><head><title>All reports</title></head><body><h1>All reports</h1><ul>{string.Concat(paths.Concat(Enumerable.Range(0, 12).Select(i => $"https://elsewhere.example/{i}")).Select(p => $"<li><a href='{p}'>Report {p} of today</a></li>"))}</ul></body></html>";

    /// <summary>Pages that may change, with entity tags.</summary>
    private sealed class Shelf(IDictionary<string, string> pages) : ConcurrentDictionary<string, string>(pages)
    {
        public Task AnswerAsync(HttpContext context)
        {
            if (!TryGetValue(context.Request.Path, out var html))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(html)))}\"";
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(html);
        }
    }
}
