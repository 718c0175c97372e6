using System.Globalization;
using System.Net;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>One video or post in yt-dlp's words, flat or in full; pure. Its fields: the README of yt-dlp, "Output template".</summary>
internal static class YtDlpEntry
{
    private const int LongestId = 100;
    private const int LongestTitle = 120;

    /// <summary>What a site titles a post that has no title of its own.</summary>
    private static readonly string[] untitled = ["Post by ", "Video by ", "Photo by ", "Reel by ", "TikTok video #", "instagram video #"];

    private static readonly string[] closed = ["private", "premium_only", "subscriber_only", "needs_auth"];

    public static bool TryRead(SourceDefinition source, JsonElement json, out FeedEntry entry, out SkippedEntry skipped)
    {
        (entry, skipped) = (null!, null!);
        var (id, url) = (json.Text("id"), Address(source, json));
        if (id is not { Length: <= LongestId } || url is null)
        {
            skipped = new SkippedEntry(source.Url, CrawlReason.InvalidUrl, $"An entry of yt-dlp has no {(id is null ? "id" : "address on the source's site")}.");
        }
        else if (json.Text("_type") is "playlist" or "multi_video" || (json.Text("ie_key") ?? "").EndsWith("Tab", StringComparison.Ordinal))
        {
            skipped = new SkippedEntry(url, CrawlReason.NotReadable, "This is a list, not a video or post.");
        }
        else if (closed.Contains(json.Text("availability")) || json.Text("title") is "[Private video]" or "[Deleted video]")
        {
            skipped = new SkippedEntry(url, CrawlReason.Gone, "This video is private or deleted.");
        }
        else if (json.Text("live_status") == "is_upcoming")
        {
            skipped = new SkippedEntry(url, CrawlReason.NotReadable, "This has not happened yet.");
        }
        else
        {
            entry = Entry(json, id, url);
        }

        return entry is not null;
    }

    private static FeedEntry Entry(JsonElement json, string id, string url)
    {
        var description = json.Text("description");
        return new FeedEntry
        {
            Id = id,
            Url = url,
            Title = Encoded(Title(json.Text("title"), description)),
            Author = First(json, "uploader", "channel", "playlist_uploader", "playlist_channel", "uploader_id"),
            Published = Published(json),
            Summary = Encoded(description),
            Media = Pictures(json),
            Tags = [.. json.Texts("tags").Take(30)],
            Language = json.Text("language"),
            Engagement = new Engagement
            {
                Views = json.Count("view_count"), Likes = json.Count("like_count"), Comments = json.Count("comment_count"), Shares = json.Count("repost_count"),
            }.OrNull(),
        };
    }

    /// <summary>A flat entry says where it is in <c>url</c>, a full one in <c>webpage_url</c>; what the other field holds is the list, or the video file.</summary>
    private static string? Address(SourceDefinition source, JsonElement json)
    {
        var flat = json.Text("_type") is "url" or "url_transparent";
        var address = First(json, flat ? ["url", "webpage_url"] : ["webpage_url", "original_url"]);
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !YtDlpTarget.IsOf(source, url))
        {
            return null;
        }

        // One address for a video, whichever shelf it stands on: the one that the channel's feed has.
        var isShort = YouTubeTarget.Hosts.Contains(url.IdnHost) && url.AbsolutePath.StartsWith("/shorts/", StringComparison.Ordinal);
        return isShort ? $"https://www.youtube.com/watch?v={url.AbsolutePath["/shorts/".Length..].TrimEnd('/')}" : url.AbsoluteUri;
    }

    private static string? Title(string? title, string? description)
    {
        if (title is not null && !untitled.Any(u => title.StartsWith(u, StringComparison.OrdinalIgnoreCase)))
        {
            return title;
        }

        var first = description?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return first is null ? title : first.Length <= LongestTitle ? first : $"{first[..LongestTitle].TrimEnd()}…";
    }

    private static DateTimeOffset? Published(JsonElement json) =>
        json.Field("timestamp")?.Moment() ?? json.Field("release_timestamp")?.Moment()
        ?? (DateTimeOffset.TryParseExact(json.Text("upload_date"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null);

    /// <summary>The largest of the thumbnails, which yt-dlp puts last.</summary>
    private static FeedMedia[] Pictures(JsonElement json)
    {
        var address = json.Text("thumbnail") ?? json.Items("thumbnails").Select(t => t.Text("url")).LastOrDefault(u => u is not null);
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? [new FeedMedia(url!.AbsoluteUri, "image/jpeg", null)] : [];
    }

    private static string? First(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.Text(name) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Plain text where HTML is read: a description with angle brackets stays what it says, its lines and paragraphs stay.</summary>
    internal static string? Encoded(string? text) =>
        text is null || text.AsSpan().IndexOfAny('<', '&') < 0 ? text
        : string.Concat(text.ReplaceLineEndings("\n").Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
}
