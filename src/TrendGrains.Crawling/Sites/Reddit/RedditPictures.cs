using System.Net;
using System.Text.Json;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Sites.Reddit;

/// <summary>The pictures of a gallery or a picture post, and the video of a video post.</summary>
internal static class RedditPictures
{
    public static FeedMedia[] Of(JsonElement body)
    {
        var media = new List<FeedMedia>();
        foreach (var item in Gallery(body))
        {
            // s is the source, in full size: u a picture's address, gif and mp4 those of one that moves.
            if (item.Text("media_id") is { } id && body.Field("media_metadata")?.Field(id) is { } metadata && metadata.Field("s") is { } source
                && Address(source.Text("u") ?? source.Text("gif") ?? source.Text("mp4")) is { } url)
            {
                media.Add(new FeedMedia(url, metadata.Text("m"), null));
            }
        }

        if (body.Text("post_hint") == "image" && Address(body.Text("url")) is { } picture)
        {
            media.Add(new FeedMedia(picture, null, null));
        }

        if (body.Field("media")?.Field("reddit_video") is { } video && Address(video.Text("fallback_url")) is { } clip)
        {
            media.Add(new FeedMedia(clip, "video/mp4", null));
        }

        return [.. media];
    }

    public static string? Captions(JsonElement body)
    {
        var captions = Gallery(body).Select(i => i.Text("caption")).OfType<string>().Select(c => $"<p>{WebUtility.HtmlEncode(WebUtility.HtmlDecode(c))}</p>");
        return string.Concat(captions) is { Length: > 0 } html ? html : null;
    }

    private static IEnumerable<JsonElement> Gallery(JsonElement body) => body.Field("gallery_data")?.Items("items") ?? [];

    /// <summary>An address that the response may have escaped.</summary>
    private static string? Address(string? url) =>
        Uri.TryCreate(WebUtility.HtmlDecode(url), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? parsed.AbsoluteUri : null;
}
