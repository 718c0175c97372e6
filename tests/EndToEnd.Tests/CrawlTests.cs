using System.Text.Json;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

public sealed class CrawlTests
{
    private const int Articles = 60;

    [DatabaseFact]
    public async Task Crawls_a_site_and_says_why_for_every_url()
    {
        await using var place = await Workplace.CreateAsync();
        await using var site = await PretendSite.StartAsync(Articles);
        await AddSiteAsync(place, site.Address);

        var crawl = await place.Executable.RunAsync(["crawl", "site", "--json"]);

        Assert.True(crawl.ExitCode == 0, crawl.Errors);
        var reasons = JsonDocument.Parse(crawl.Lines[^1]).RootElement.GetProperty("reasons");
        Assert.True(reasons.GetProperty("fetched").GetInt32() > 20);
        Assert.Equal(1, reasons.GetProperty("robots-denied").GetInt32());
        Assert.Equal(2, reasons.GetProperty("not-found").GetInt32());
        Assert.Equal(1, await place.CountAsync("SELECT count(*) FROM crawl_log WHERE reason = 'off-site'"));
        Assert.Equal(0, await place.CountAsync("SELECT count(*) FROM items WHERE state <> 'understood'"));
        Assert.Equal(
            await place.CountAsync("SELECT count(*) FROM items"),
            await place.CountAsync("SELECT count(*) FROM item_vectors_text_128"));
        Assert.DoesNotContain(site.Requests.Paths, r => r.StartsWith("/private", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task Crawling_again_stores_nothing_twice()
    {
        await using var place = await Workplace.CreateAsync();
        await using var site = await PretendSite.StartAsync(Articles);
        await AddSiteAsync(place, site.Address);
        await place.Executable.RunAsync(["crawl", "site"]);
        var first = await place.ItemsAsync();

        var again = await place.Executable.RunAsync(["crawl", "site", "--json"]);

        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.Equal(0, JsonDocument.Parse(again.Lines[^1]).RootElement.GetProperty("new").GetInt32());
        Assert.Equal(first, await place.ItemsAsync());
    }

    [DatabaseFact]
    public async Task A_feed_gives_items_in_its_own_language_and_its_pages_when_followed()
    {
        await using var place = await Workplace.CreateAsync();
        await using var site = await PretendSite.StartAsync(12);
        var added = await place.Executable.RunAsync(["sources", "add", $"{site.Address}feed.xml", "--id", "feed", "--internal", "--paused", "--delay", "0s", "--follow"]);
        Assert.True(added.ExitCode == 0, added.Errors);

        var crawl = await place.Executable.RunAsync(["crawl", "feed"]);

        Assert.True(crawl.ExitCode == 0, crawl.Errors);
        Assert.Equal(12, await place.CountAsync("SELECT count(*) FROM items"));
        Assert.Equal(12, await place.CountAsync("SELECT count(DISTINCT path) FROM (SELECT url AS path FROM crawl_log WHERE reason = 'fetched' AND url LIKE '%/article/%') AS fetched"));
    }

    [DatabaseFact]
    public async Task The_verbs_speak_to_a_running_serve()
    {
        await using var place = await Workplace.CreateAsync();
        await using var site = await PretendSite.StartAsync(12);
        await using var serve = await Serve.StartAsync(place.Executable);

        await AddSiteAsync(place, site.Address);
        var crawl = await place.Executable.RunAsync(["crawl", "site", "--json"]);
        var list = await place.Executable.RunAsync(["sources", "list", "--json"]);

        Assert.True(crawl.ExitCode == 0, crawl.Errors);
        Assert.Equal("site", JsonDocument.Parse(list.Lines.Single()).RootElement.GetProperty("definition").GetProperty("slug").GetString());
        Assert.Contains("Article 1 about the harbour", await serve.GetAsync("/status"), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"healthy\"", await serve.GetAsync("/health/ready"), StringComparison.Ordinal);
        Assert.Equal(0, await serve.StopAsync());
    }

    [DatabaseFact]
    public async Task A_running_serve_refuses_an_operator_without_its_token()
    {
        await using var place = await Workplace.CreateAsync();
        await using var serve = await Serve.StartAsync(place.Executable);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, await serve.StatusAsync("/operator/sources"));
    }

    private static async Task AddSiteAsync(Workplace place, string address)
    {
        var added = await place.Executable.RunAsync(
            ["sources", "add", address, "--id", "site", "--kind", "site", "--internal", "--paused", "--delay", "0s"]);
        Assert.True(added.ExitCode == 0, added.Errors);
    }
}
