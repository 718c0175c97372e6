using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>A small site on loopback: a front page, articles that link on, a page that robots.txt keeps, a dead link, a feed.</summary>
internal sealed class PretendSite : IAsyncDisposable
{
    private readonly int articles;
    private LoopbackSite site = null!;

    private PretendSite(int articles) => this.articles = articles;

    public string Address => site.Url.AbsoluteUri;

    public PathBarrier Requests { get; } = new();

    public static async Task<PretendSite> StartAsync(int articles)
    {
        var pretend = new PretendSite(articles);
        pretend.site = await LoopbackSite.StartAsync(pretend.AnswerAsync);
        return pretend;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Pass(path);

        var (type, body) = path switch
        {
            "/" => ("text/html; charset=utf-8", Front(articles)),
            "/robots.txt" => ("text/plain", "User-agent: *\nDisallow: /private/\n"),
            "/feed.xml" => ("application/rss+xml", Feed(articles, $"http://{context.Request.Host}")),
            _ when path.StartsWith("/article/", StringComparison.Ordinal)
                && int.TryParse(path["/article/".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < articles
                => ("text/html; charset=utf-8", Article(number, articles)),
            _ => (null, ""),
        };
        if (type is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = type;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static string Front(int articles)
    {
        var links = new StringBuilder();
        for (var i = 0; i < Math.Min(5, articles); i++)
        {
            links.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/article/{i}\">Article {i}</a></li>");
        }

        return $"<html lang=\"en\"><head><title>Front page</title></head><body><main><h1>News</h1><ul>{links}<li><a href=\"/private/1\">private</a></li><li><a href=\"/gone\">gone</a></li><li><a href=\"https://elsewhere.example/\">elsewhere</a></li></ul></main></body></html>";
    }

    private static string Article(int number, int articles) =>
        $"""
        <html lang="en"><head><title>Article {number} about the harbour</title></head><body><nav><a href="/">Home</a></nav>
        <article><h1>Article {number} about the harbour</h1>
        <p>The harbour master said on day {number} that {number * 37 + 11} ships had left the port before the storm arrived at the coast.</p>
        <p>Fishermen in town number {number} had repaired their boats and waited for the weather to change during the long week.</p>
        <p><a href="/article/{(number * 2 + 1) % articles}">Next</a> and <a href="/article/{(number * 3 + 2) % articles}">another one</a>.</p>
        </article></body></html>
        """;

    private static string Feed(int articles, string root)
    {
        var entries = new StringBuilder();
        for (var i = 0; i < articles; i++)
        {
            entries.Append(CultureInfo.InvariantCulture,
                $"<item><title>항구 소식 {i}</title><link>{root}/article/{i}</link><guid>{i}</guid><pubDate>Mon, 05 Jan 2026 10:{i % 60:00}:00 +0900</pubDate><description>태풍이 오기 전에 배 {i}척이 항구를 떠났다고 항만 관계자가 말했다.</description></item>");
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>항구</title><link>{root}/</link><language>ko</language>{entries}</channel></rss>";
    }
}
