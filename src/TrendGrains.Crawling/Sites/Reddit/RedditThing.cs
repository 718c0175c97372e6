using System.Net;
using System.Text.Json;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Sites.Reddit;

/// <summary>Posts and comments as entries. What a post links to stands as a link in its content, so that it counts as the item's citation.</summary>
internal static class RedditThing
{
    public static FeedEntry Post(JsonElement body, Uri site)
    {
        var crosspost = body.Items("crosspost_parent_list").Cast<JsonElement?>().FirstOrDefault();
        var original = crosspost ?? body;
        var content = Paragraphs(
            body.Text("selftext_html") ?? crosspost?.Text("selftext_html"),
            crosspost is { } from && Permalink(from, site) is { } first ? Link(first) : null,
            Target(original, site) is { } target ? Link(target) : null,
            RedditPictures.Captions(original));
        return Thing(body, site) with
        {
            Title = Plain(body.Text("title")),
            Content = content,
            Media = RedditPictures.Of(original),
        };
    }

    public static FeedEntry Comment(JsonElement body, Uri site) => Thing(body, site) with
    {
        Title = body.Text("link_title") is { } title ? $"Re: {Plain(title)}" : $"A comment in {body.Text("subreddit_name_prefixed") ?? "a thread"}",
        Content = body.Text("body_html") ?? body.Text("body"),
    };

    /// <summary>The thing's own page; null where the response leaves it out.</summary>
    public static string? Permalink(JsonElement body, Uri site) =>
        body.Text("permalink") is { } path && Uri.TryCreate(site, path, out var url) ? url.AbsoluteUri
        : body.Text("link_permalink") is { } link && body.Text("id") is { } id && Uri.TryCreate(site, $"{link.TrimEnd('/')}/{id}/", out url) ? url.AbsoluteUri
        : body.Text("link_id") is ['t', '3', '_', .. var post] && body.Text("id") is { } own ? new Uri(site, $"/comments/{post}/_/{own}/").AbsoluteUri
        : null;

    private static FeedEntry Thing(JsonElement body, Uri site) => new()
    {
        Id = body.Text("name"),
        Url = Permalink(body, site),
        Author = body.Text("author") is { } author && author != "[deleted]" ? author : null,
        Published = body.Field("created_utc")?.Moment(),
        Updated = body.Field("edited")?.Moment(),
        Engagement = new Engagement { Score = body.Count("score"), Comments = body.Count("num_comments"), Shares = body.Count("num_crossposts") }.OrNull(),
        Tags = [.. new[] { body.Text("subreddit_name_prefixed"), Plain(body.Text("link_flair_text")), body.IsTrue("over_18") ? "nsfw" : null }.OfType<string>()],
    };

    private static string? Target(JsonElement body, Uri site) =>
        !body.IsTrue("is_self") && (body.Text("url_overridden_by_dest") ?? body.Text("url")) is { } target
        && Uri.TryCreate(site, target, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    private static string Link(string url) => $"<p><a href=\"{WebUtility.HtmlEncode(url)}\">{WebUtility.HtmlEncode(url)}</a></p>";

    private static string? Paragraphs(params string?[] parts) => string.Concat(parts) is { Length: > 0 } html ? html : null;

    /// <summary>Titles and flairs are plain text that some responses escape and some do not.</summary>
    private static string? Plain(string? text) => WebUtility.HtmlDecode(text);
}
