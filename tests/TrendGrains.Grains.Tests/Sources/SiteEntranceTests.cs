using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

/// <summary>The ways into a site that its links do not show: sitemaps and the feeds that it announces.</summary>
[Collection(nameof(SharedSilo))]
public sealed class SiteEntranceTests(SharedSilo silo)
{
    [DatabaseFact]
    public async Task Pages_that_only_a_sitemap_names_are_read_the_newest_first()
    {
        await using var site = await StartAsync(new()
        {
            ["/robots.txt"] = (_, at) => $"Sitemap: {at}index.xml",
            ["/index.xml"] = (_, at) => $"<sitemapindex><sitemap><loc>{at}days.xml.gz</loc></sitemap><sitemap><loc>https://elsewhere.example/x.xml</loc></sitemap><sitemap><loc>{at}index.xml</loc></sitemap></sitemapindex>",
            ["/days.xml.gz"] = (_, at) =>
                $"<urlset><url><loc>{at}old</loc><lastmod>2026-01-01</lastmod></url><url><loc>{at}new</loc><lastmod>2026-02-01</lastmod></url><url><loc>https://elsewhere.example/</loc></url></urlset>",
            ["/"] = (_, _) => Pages.Html("front"),
            ["/old"] = (_, _) => Pages.Html("old"),
            ["/new"] = (_, _) => Pages.Html("new"),
        });
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);

        var end = await silo.Grains.CrawlAsync(source);

        Assert.True(end.Waiting == 0, end.Problem + string.Join(' ', end.Reasons));
        Assert.Equal(3, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND page_kind IS NOT NULL", source.Slug));
        var asked = site.Requests.Select(r => r.PathAndQuery).ToList();
        Assert.True(asked.IndexOf("/new") < asked.IndexOf("/old"), string.Join(' ', asked));
        Assert.Single(asked, "/index.xml");
        Assert.DoesNotContain("/sitemap.xml", asked);
        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND reason = 'off-site' AND detail LIKE '1 of its addresses%'", source.Slug));
        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM frontier WHERE source = $1 AND role = 'page' AND tag_path = 'sitemap'", source.Slug));
    }

    [DatabaseFact]
    public async Task A_sitemap_that_has_not_changed_is_not_read_again_and_one_that_has_brings_what_is_new()
    {
        var more = false;
        await using var site = await StartAsync(new()
        {
            ["/robots.txt"] = (_, at) => $"Sitemap: {at}map.xml",
            ["/map.xml"] = (context, at) =>
            {
                context.Response.Headers.ETag = more ? "\"2\"" : "\"1\"";
                return $"<urlset><url><loc>{at}a</loc><lastmod>2026-01-01</lastmod></url>{(more ? $"<url><loc>{at}b</loc><lastmod>2026-01-02</lastmod></url>" : "")}</urlset>";
            },
            ["/"] = (_, _) => Pages.Html("front"),
            ["/a"] = (_, _) => Pages.Html("a"),
            ["/b"] = (_, _) => Pages.Html("b"),
        });
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        var grain = silo.Grains.GetGrain<ISourceGrain>(source.Slug);

        await silo.Grains.CrawlAsync(source);
        var second = await grain.CrawlAsync(CancellationToken.None);
        more = true;
        var third = await grain.CrawlAsync(CancellationToken.None);

        Assert.True(second.Reasons["not-modified"] == 1, second.Problem + string.Join(' ', second.Reasons));
        Assert.Equal(1, third.New);
        Assert.Single(site.Requests, r => r.PathAndQuery == "/b");
        Assert.Single(site.Requests, r => r.PathAndQuery == "/a");
    }

    [DatabaseFact]
    public async Task The_feed_that_a_site_announces_is_followed_under_its_robots_txt()
    {
        await using var site = await StartAsync(new()
        {
            ["/robots.txt"] = (_, _) => "User-agent: *\nDisallow: /private",
            ["/sitemap.xml"] = (context, _) =>
            {
                context.Response.StatusCode = 404;
                return "";
            },
            ["/feed"] = (context, at) =>
            {
                context.Response.ContentType = "application/rss+xml";
                return $"<rss version=\"2.0\"><channel><item><title>A</title><link>{at}a</link></item></channel></rss>";
            },
            ["/"] = (_, _) => Pages.Html("front").Replace(
                "</head>",
                "<link rel='alternate' type='application/rss+xml' href='/feed'><link rel='alternate' type='application/rss+xml' href='/private/feed'>"
                + "<link rel='alternate' type='application/rss+xml' title='Comments' href='/comments'></head>", StringComparison.Ordinal),
            ["/a"] = (_, _) => Pages.Html("a"),
        });
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);

        var end = await silo.Grains.CrawlAsync(source);

        Assert.Equal((1, 0), (end.Reasons["robots-denied"], end.Waiting));
        var asked = site.Requests.Select(r => r.PathAndQuery).ToArray();
        Assert.Contains("/a", asked);
        Assert.DoesNotContain("/private/feed", asked);
        Assert.DoesNotContain("/comments", asked);
    }

    [DatabaseFact]
    public async Task A_look_tells_a_feed_from_a_site_and_names_the_ways_in()
    {
        await using var site = await StartAsync(new()
        {
            ["/robots.txt"] = (_, at) => $"User-agent: *\nDisallow: /denied\nSitemap: {at}map.xml",
            ["/feed"] = (_, at) => $"<rss version=\"2.0\"><channel><title>News</title><item><title>A</title><link>{at}a</link></item></channel></rss>",
            ["/"] = (_, _) => Pages.Html("front", "<a href='/section/rss.xml'>RSS</a> <a href='/a'>a</a>").Replace(
                "</head>", "<link rel='alternate' type='application/atom+xml' title='All' href='/all'></head>", StringComparison.Ordinal),
        });
        var look = silo.Silo.Get<SiteLook>();
        Task<SourceFindings> At(string path) => look.LookAsync(silo.Grains, site.At(path).AbsoluteUri, isInternal: true, CancellationToken.None);

        var (front, feed, missing, denied) = (await At("/"), await At("/feed"), await At("/nothing"), await At("/denied"));

        Assert.Equal(SourceKind.Site, front.Kind);
        Assert.Equal(["announced /all All", "linked /section/rss.xml RSS", "robots.txt /map.xml "], front.Entrances.Select(e => $"{e.Origin} {new Uri(e.Url).AbsolutePath} {e.Title}"));
        Assert.Equal((SourceKind.Feed, 0), (feed.Kind, feed.Entrances.Length));
        Assert.Contains("1 entries: News", feed.Detail, StringComparison.Ordinal);
        Assert.Null(missing.Kind);
        Assert.StartsWith("not-found: ", missing.Detail, StringComparison.Ordinal);
        Assert.Equal(SourceKind.Feed, denied.Kind);
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery == "/denied");
    }

    [DatabaseFact]
    public async Task One_article_reached_four_ways_is_one_item()
    {
        static string Article(string at) => Pages.Html("harbour").Replace(
            "</head>", $"<link rel='canonical' href='{at}news/harbour-opens-again'><link rel='amphtml' href='{at}news/harbour-opens-again/amp.html'></head>", StringComparison.Ordinal);
        await using var site = await StartAsync(new()
        {
            ["/"] = (_, _) => Pages.Html("front", "<a href='/news/harbour-opens-again/amp'>1</a> <a href='/p?article=harbour-opens-again'>2</a> <a href='/old'>3</a> <a href='/news/harbour-opens-again?ref=home'>4</a>"),
            ["/news/harbour-opens-again"] = (_, at) => Article(at),
            ["/p"] = (_, at) => Article(at),
            ["/old"] = (context, at) =>
            {
                context.Response.Redirect("/news/harbour-opens-again");
                return "";
            },
        });
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);

        var end = await silo.Grains.CrawlAsync(source);

        Assert.Equal(0, end.Waiting);
        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1", source.Slug));
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery.EndsWith("/amp", StringComparison.Ordinal));
    }

    /// <summary>Each page under its path; given the site's own address. Paths in ".gz" are packed, conditional requests are answered.</summary>
    private static Task<LoopbackSite> StartAsync(Dictionary<string, Func<HttpContext, string, string>> pages) => LoopbackSite.StartAsync(async context =>
    {
        var path = context.Request.Path.Value!;
        if (!pages.TryGetValue(path, out var page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = path.Contains(".xml", StringComparison.Ordinal) ? "application/xml" : path == "/robots.txt" ? "text/plain" : "text/html; charset=utf-8";
        var body = Encoding.UTF8.GetBytes(page(context, $"http://{context.Request.Host}/"));
        if (context.Response.Headers.ETag is [{ } tag] && context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            await context.Response.Body.WriteAsync(body);
            return;
        }

        context.Response.ContentType = "application/x-gzip";
        await using var packer = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await packer.WriteAsync(body);
    });
}
