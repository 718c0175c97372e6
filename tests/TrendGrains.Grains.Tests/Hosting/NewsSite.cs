using System.Text;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Hosting;

/// <summary>A site whose articles lie in one place, behind more pages that are none: what a crawl that learns should tell apart.</summary>
internal static class NewsSite
{
    private const string Sentence = "The harbour master said that the ships had left the port before the storm arrived at the coast on Monday, and that nobody was hurt. ";

    /// <summary>Pages <c>/tag/N</c> that only list tags, linked first; sections that list articles of <c>/news/</c>, each with a date.</summary>
    public static Task<LoopbackSite> StartAsync(int articles, int tags, Func<int, string>? text = null)
    {
        var pages = new Dictionary<string, string>
        {
            ["/"] = Page("Front", $"<nav class='tags'>{Links("tag", 0, tags)}</nav><main><ul class='sections'>{Links("section", 0, articles / 10)}</ul></main>"),
        };
        for (var i = 0; i < tags; i++)
        {
            pages[$"/tag/{i}"] = Page($"Tag {i}", $"<nav class='tags'>{Links("tag", 0, tags)}</nav>");
        }

        for (var i = 0; i < articles / 10; i++)
        {
            pages[$"/section/{i}"] = Page($"Section {i}", $"<main><ul class='stories'>{Links("news", i * 10, 10)}</ul></main>");
        }

        for (var i = 0; i < articles; i++)
        {
            pages[$"/news/{i}"] = Article($"Ships leave the port before storm {i}", text?.Invoke(i) ?? Sentence + i);
        }

        return LoopbackSite.StartAsync(pages);
    }

    public static string Article(string title, string text) =>
        $$"""
        <html lang="en"><head><title>{{title}}</title><meta property="og:type" content="article">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"{{title}}","datePublished":"2026-11-20T08:00:00Z"}</script></head>
        <body><article><h1>{{title}}</h1><p>{{text}} {{Sentence}}</p><p>{{Sentence}}{{Sentence}}</p><p>{{Sentence}}{{text}}</p></article></body></html>
        """;

    private static string Page(string title, string body) => $"<html lang='en'><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>";

    private static string Links(string folder, int first, int count)
    {
        var links = new StringBuilder();
        for (var i = first; i < first + count; i++)
        {
            links.Append($"<li><a href='/{folder}/{i}'>{folder} {i}</a></li>");
        }

        return links.ToString();
    }
}
