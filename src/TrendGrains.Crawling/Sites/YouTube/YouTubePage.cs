using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Sites.YouTube;

/// <summary>
/// The JSON that YouTube's own pages are drawn from, as somebody recorded it; only replays (<c>file:</c>) give it, it is never asked for.
/// Wherever a list of videos, shorts, related or found ones stands in it, each is an entry; of a player's answer the video itself, in the
/// language that its automatic captions are in. "3 days ago" is no time, and "1.2M views" no number: both are left out.
/// </summary>
internal static partial class YouTubePage
{
    /// <summary>Deeper than any page nests, and shallow enough to be walked.</summary>
    private static readonly JsonDocumentOptions options = new() { MaxDepth = 256 };

    public static SiteReading Read(SiteAnswer answer)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(answer.Body, options);
        }
        catch (JsonException error)
        {
            return SiteReading.Unreadable(answer, $"This is no JSON: {error.Message}");
        }

        using (document)
        {
            var entries = new Dictionary<string, FeedEntry>();
            Walk(document.RootElement, Language(document.RootElement), entries);
            var said = document.RootElement.Field("error")?.Text("message") is { Length: < 200 } message ? $"YouTube said: {message}" : "This answer names no video with a title.";
            return new SiteReading
            {
                Entries = [.. entries.Values],
                Skipped = entries.Count > 0 ? [] : [new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.NotReadable, said)],
            };
        }
    }

    private static void Walk(JsonElement element, string? language, Dictionary<string, FeedEntry> entries)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, language, entries);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (Video(property.Text(), property.Value, language) is { Id: { } id, Title: not null } entry)
                {
                    entries.TryAdd(id, entry);
                }

                Walk(property.Value, language, entries);
            }
        }
    }

    private static FeedEntry? Video(string? name, JsonElement video, string? language) => name switch
    {
        "videoDetails" => Entry(video.Text("videoId"), video.Text("title")) with
        {
            Author = video.Text("author"),
            Summary = YtDlpEntry.Encoded(video.Text("shortDescription")),
            Tags = [.. video.Texts("keywords")],
            Language = language,
            Engagement = new Engagement { Views = video.Count("viewCount") }.OrNull(),
        },
        "videoRenderer" or "gridVideoRenderer" or "playlistVideoRenderer" or "playlistPanelVideoRenderer" or "endScreenVideoRenderer" or "compactVideoRenderer" => Entry(video.Text("videoId"), Words(video.Field("title"))) with
        {
            Author = Words(video.Field("ownerText") ?? video.Field("shortBylineText")),
            Engagement = new Engagement { Views = Views(Words(video.Field("viewCountText"))) }.OrNull(),
        },
        "lockupViewModel" when video.Text("contentType") == "LOCKUP_CONTENT_TYPE_VIDEO" =>
            Entry(video.Text("contentId"), video.Field("metadata")?.Field("lockupMetadataViewModel")?.Field("title")?.Text("content")),
        "shortsLockupViewModel" => Entry(
            video.Field("onTap")?.Field("innertubeCommand")?.Field("reelWatchEndpoint")?.Text("videoId"), video.Field("overlayMetadata")?.Field("primaryText")?.Text("content")),
        _ => null,
    };

    private static FeedEntry Entry(string? id, string? title) => new()
    {
        Id = id is null ? null : $"yt:video:{id}",
        Url = id is null ? null : YouTubeVideo.Page(YouTubeAddress.Web, id),
        Title = YtDlpEntry.Encoded(title),
        Media = id is null ? [] : [new FeedMedia($"https://i.ytimg.com/vi/{id}/hqdefault.jpg", "image/*", null)],
    };

    /// <summary>Automatic captions are in the language that is spoken.</summary>
    private static string? Language(JsonElement root) =>
        ((root.Field("playerResponse") ?? root).Field("captions")?.Field("playerCaptionsTracklistRenderer")?.Items("captionTracks") ?? [])
        .FirstOrDefault(t => t.Text("kind") == "asr") is { ValueKind: JsonValueKind.Object } track ? track.Text("languageCode") : null;

    /// <summary>A text in one piece, or in several that are styled differently.</summary>
    private static string? Words(JsonElement? text) => text?.Text("simpleText") ?? (string.Concat((text?.Items("runs") ?? []).Select(r => r.Text("text"))) is { Length: > 0 } words ? words : null);

    private static long? Views(string? words) =>
        words is not null && WholeNumber().Match(words) is { Success: true } match
        && long.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var views) ? views : null;

    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d+)(?= views?$)")]
    private static partial Regex WholeNumber();
}
