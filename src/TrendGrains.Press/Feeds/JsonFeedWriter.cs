using System.Text.Json.Nodes;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.Templates;

namespace TrendGrains.Press.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal static class JsonFeedWriter
{
    public static string Write(Masthead masthead, FeedEntry[] entries) => new JsonObject
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = masthead.Name,
        ["home_page_url"] = $"{masthead.Root}/",
        ["feed_url"] = masthead.Root + masthead.Style.FeedPath,
        ["language"] = masthead.Words.Language,
        ["items"] = new JsonArray([.. entries.Select(e => Item(masthead, e))]),
    }.ToJsonString(PressJson.Options);

    private static JsonNode Item(Masthead masthead, FeedEntry entry)
    {
        var item = new JsonObject
        {
            ["id"] = entry.Url,
            ["url"] = entry.Link,
            ["title"] = entry.Edition.Title,
            ["summary"] = entry.Edition.Lead,
            ["date_published"] = masthead.Words.Machine(entry.Publication.Published),
            ["date_modified"] = masthead.Words.Machine(entry.Edition.Modified),
            ["tags"] = new JsonArray([.. entry.Publication.Tags.Select(t => (JsonNode)t)]),
        };
        item[masthead.Style.FullFeed ? "content_html" : "content_text"] = masthead.Style.FullFeed ? entry.Html() : entry.Edition.Lead;
        if (entry.Picture is { } picture)
        {
            item["image"] = picture;
        }

        if (entry.Publication.Byline is { } byline)
        {
            item["authors"] = new JsonArray(new JsonObject { ["name"] = byline });
        }

        return item;
    }
}
