using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class ReplaySourceTests(SharedSilo silo) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("replay-");
    private readonly string site = $"https://{Guid.NewGuid():n}.example";

    [DatabaseFact]
    public async Task Every_crawl_replays_the_next_recorded_feed()
    {
        Write("1.xml", $"<rss version='2.0'><channel><title>t</title><item><title>Storm</title><link>{site}/a</link></item><item><title>x</title><link>file:///etc/passwd</link></item></channel></rss>");
        Write("2.xml", $"<rss version='2.0'><channel><title>t</title><item><title>Storm</title><link>{site}/a</link></item><item><title>Calm</title><link>{site}/b</link></item></channel></rss>");
        var source = Hosting.Sources.Of(SourceKind.Feed, new Uri(folder.FullName));

        var first = await silo.Grains.CrawlAsync(source);
        var second = await AgainAsync(source);
        var third = await AgainAsync(source);

        Assert.Equal((1, 1, 1), (first.New, first.Fetched, first.Reasons["invalid-url"]));
        Assert.Equal((1, 1), (second.New, second.Fetched));
        Assert.Equal((0, 1), (third.New, third.Reasons["not-modified"]));
    }

    [DatabaseFact]
    public async Task Recorded_pages_are_filed_under_their_own_address()
    {
        Write("1.html", Pages.Html("Storm").Replace("<title>", $"<link rel=canonical href='{site}/storm'><title>", StringComparison.Ordinal));
        Write("2.html", Pages.Html("Nowhere"));
        var source = Hosting.Sources.Of(SourceKind.Site, new Uri(folder.FullName));

        var first = await silo.Grains.CrawlAsync(source);
        var second = await AgainAsync(source);

        Assert.Equal((1, 0), (first.New, second.New));
        Assert.Equal(1, second.Reasons["invalid-url"]);
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE url = $1", $"{site}/storm"));
    }

    [DatabaseFact]
    public async Task The_web_leads_to_no_file()
    {
        Write("secret.html", Pages.Html("Secret"));
        var secret = new Uri(Path.Combine(folder.FullName, "secret.html")).AbsoluteUri;
        await using var web = await LoopbackSite.StartAsync(context =>
        {
            if (context.Request.Path == "/")
            {
                context.Response.ContentType = "text/html";
                return context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Pages.Html("front", $"<a href='{secret}'>s</a> <a href='/away'>a</a>"))).AsTask();
            }

            context.Response.StatusCode = context.Request.Path == "/away" ? 302 : 404;
            context.Response.Headers.Location = secret;
            return Task.CompletedTask;
        });
        var source = Hosting.Sources.Of(SourceKind.Site, web.Url);

        var crawl = await silo.Grains.CrawlAsync(source);

        Assert.Equal((1, 1), (crawl.Fetched, crawl.Reasons["unsupported-scheme"]));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND url LIKE 'file%'", source.Slug));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<CrawlProgress> AgainAsync(SourceDefinition source) => silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
