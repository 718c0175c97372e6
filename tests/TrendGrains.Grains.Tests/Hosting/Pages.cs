using System.Text;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Grains.Tests.Hosting;

/// <summary>Documents and pages for tests.</summary>
internal static class Pages
{
    public static string Html(string title, string body = "") =>
        $"""
        <html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
        <p>The harbour master said that the ships had left the port before the storm arrived at the coast on Monday.</p>{body}</article></body></html>
        """;

    public static CrawledDocument Document(string path, string html, string mediaType = "text/html") => new()
    {
        Url = $"https://{Guid.NewGuid():n}.example/{path}",
        FetchedAt = TimeProvider.System.GetUtcNow(),
        MediaType = mediaType,
        Charset = "utf-8",
        Body = Encoding.UTF8.GetBytes(html),
    };
}
