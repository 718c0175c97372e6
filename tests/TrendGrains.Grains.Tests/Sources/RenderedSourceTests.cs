using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Programs;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class RenderedSourceTests(SharedSilo silo)
{
    private const string Shell = "<html><body><div id=app></div><script>fetch('/story').then(r => r.text()).then(t => { app.innerHTML = t + '<a href=/next>next</a>' })</script></body></html>";

    [RenderedDatabaseFact]
    public async Task Reads_and_follows_what_scripts_have_written()
    {
        await using var site = await SiteAsync(robots: "");
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url) with { Render = true };

        var crawl = await silo.Grains.CrawlAsync(source);

        Assert.Equal((2, 2), (crawl.Fetched, crawl.New));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND text LIKE '%left the port%' AND url NOT LIKE '%/next'", source.Slug));
        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND detail LIKE '%rendered to%'", source.Slug));
    }

    [RenderedDatabaseFact]
    public async Task Robots_txt_binds_before_a_browser_sees_the_page()
    {
        await using var site = await SiteAsync(robots: "User-agent: *\nDisallow: /\n");

        var crawl = await silo.Grains.CrawlAsync(Hosting.Sources.Of(SourceKind.Site, site.Url) with { Render = true });

        Assert.Equal((0, 1), (crawl.Fetched, crawl.Reasons["robots-denied"]));
        Assert.Equal(["/robots.txt"], site.Requests.Select(r => r.PathAndQuery));
    }

    [DatabaseFact]
    public async Task A_source_that_does_not_ask_for_it_is_not_rendered()
    {
        await using var site = await SiteAsync(robots: "");

        await silo.Grains.CrawlAsync(Hosting.Sources.Of(SourceKind.Site, site.Url));

        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery == "/story");
    }

    private static Task<LoopbackSite> SiteAsync(string robots) => LoopbackSite.StartAsync(context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.StatusCode = context.Request.Path.Value is "/" or "/robots.txt" or "/story" or "/next" ? 200 : 404;
        return context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/" => Shell,
            "/robots.txt" => robots,
            "/story" => Pages.Html("Storm"),
            "/next" => Pages.Html("The next day"),
            _ => "",
        });
    });
}

/// <summary>Needs both: a database server and a browser.</summary>
public sealed class RenderedDatabaseFactAttribute : FactAttribute
{
    public RenderedDatabaseFactAttribute() => Skip = new DatabaseFactAttribute().Skip ?? new ChromiumFactAttribute().Skip;
}
