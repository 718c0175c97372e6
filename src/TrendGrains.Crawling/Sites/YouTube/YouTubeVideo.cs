using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Sites.YouTube;

/// <summary>
/// One video as an entry, the same by the feed and by the interface: the watch page's address (a short has one too), no time of update,
/// which moves with every view, and pictures of one host, which is else any of four.
/// </summary>
internal static class YouTubeVideo
{
    private static readonly string[] sizes = ["maxres", "standard", "high", "medium", "default"];

    public static string Page(string root, string id) => $"{root}/watch?v={id}";

    public static FeedEntry OfFeed(FeedEntry entry, string root) => entry with
    {
        Url = entry.Id is ['y', 't', ':', 'v', 'i', 'd', 'e', 'o', ':', .. var id] ? Page(root, id) : entry.Url,
        Updated = null,
        Summary = YtDlpEntry.Encoded(entry.Summary),
        Media = [.. entry.Media.Where(m => m.Type != "application/x-shockwave-flash").Select(m => m with { Url = Picture(m.Url) })],
    };

    /// <param name="item">A <c>youtube#video</c> with the parts snippet and statistics.</param>
    public static FeedEntry OfApi(JsonElement item, string root)
    {
        var id = item.Text("id")!;
        var (snippet, statistics) = (item.Field("snippet") ?? default, item.Field("statistics") ?? default);
        var thumbnails = snippet.Field("thumbnails") ?? default;
        var picture = sizes.Select(s => thumbnails.Field(s)?.Text("url")).OfType<string>().FirstOrDefault();
        return new FeedEntry
        {
            Id = $"yt:video:{id}",
            Url = Page(root, id),
            Title = YtDlpEntry.Encoded(snippet.Text("title")),
            Author = snippet.Text("channelTitle"),
            Published = FeedDates.Parse(snippet.Text("publishedAt")),
            Summary = YtDlpEntry.Encoded(snippet.Text("description")),
            Media = picture is null ? [] : [new FeedMedia(Picture(picture), "image/*", null)],
            Tags = [.. snippet.Texts("tags")],
            Language = snippet.Text("defaultAudioLanguage") ?? snippet.Text("defaultLanguage"),
            Engagement = new Engagement
            {
                Views = statistics.Count("viewCount"),
                Likes = statistics.Count("likeCount"),
                Comments = statistics.Count("commentCount"),
            }.OrNull(),
        };
    }

    private static string Picture(string url) =>
        url.StartsWith("https://i", StringComparison.Ordinal) && url.IndexOf(".ytimg.com/", StringComparison.Ordinal) is 9 or 10 ? $"https://i.ytimg.com{new Uri(url).PathAndQuery}" : url;
}
