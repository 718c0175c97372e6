using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Sites.YouTube;

/// <summary>
/// The Data API, version 3: a channel's uploads (channels, then playlistItems), a playlist, or a search by date; videos then gives title,
/// text and figures of each page's fifty. A list's page and its videos are two requests: where the list goes on stands in the fragment of
/// the videos' address, which is no part of the request. The cursor is the newest video's time.
/// </summary>
internal sealed class YouTubeApiAdapter : ISiteAdapter
{
    private const string Api = "https://youtube.googleapis.com";

    /// <summary>Pages of fifty that are read of a playlist, whose order is its owner's.</summary>
    private const int MostPages = 10;

    public string? Refuse(SourceDefinition source) => YouTubeAddress.TryParse(source.Url, out _) ? null : NamesNothing(source);

    /// <summary>Google's key goes to Google alone; who plays it has a key of its own.</summary>
    public SiteLogin? Login(SourceDefinition source) =>
        new KeyLogin(Root(source), "X-Goog-Api-Key", source.Internal ? "TRENDGRAINS_INTERNAL_API_KEY" : "TRENDGRAINS_YOUTUBE_API_KEY");

    public FetchedPage Judge(FetchedPage answer, DateTimeOffset now) => GoogleRefusal.Judge(answer, now);

    public string FirstPage(SourceDefinition source) => FirstPage(source, cursor: null);

    public string FirstPage(SourceDefinition source, string? cursor)
    {
        var address = Address(source);
        return address.Place switch
        {
            YouTubePlace.Playlist => List(source, address.Id),
            YouTubePlace.Search => $"{Base(source)}search?part=id&type=video&order=date&maxResults=50&q={Uri.EscapeDataString(address.Id)}"
                + Query.Part("relevanceLanguage", address.Language?.Split('-')[0]) + Query.Part("regionCode", address.Region)
                + Query.Part("publishedAfter", Known(cursor)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            _ => $"{Base(source)}channels?part=contentDetails&{(address.Place switch { YouTubePlace.Channel => "id", YouTubePlace.User => "forUsername", _ => "forHandle" })}={Uri.EscapeDataString(address.Id)}",
        };
    }

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var root = document.RootElement;
            return root.Text("kind") switch
            {
                "youtube#channelListResponse" => Uploads(source, answer, root),
                "youtube#playlistItemListResponse" or "youtube#searchListResponse" => Ids(source, answer, root, cursor),
                "youtube#videoListResponse" => Videos(source, answer, root),
                var kind => SiteReading.Unreadable(answer, $"This JSON is of kind '{kind}', not a list of YouTube's."),
            };
        }
        catch (JsonException error)
        {
            return SiteReading.Unreadable(answer, $"This is no JSON: {error.Message}");
        }
    }

    public static string NamesNothing(SourceDefinition source) =>
        $"'{source.Url}' names no channel, playlist or search: give a channel's id or @handle, a playlist's id, an address of either, or words.";

    public static YouTubeAddress Address(SourceDefinition source) =>
        YouTubeAddress.TryParse(source.Url, out var address) ? address : throw new ArgumentException(NamesNothing(source));

    private SiteReading Uploads(SourceDefinition source, SiteAnswer answer, JsonElement root) =>
        root.Items("items").Cast<JsonElement?>().FirstOrDefault()?.Field("contentDetails")?.Field("relatedPlaylists")?.Text("uploads") is { } uploads
            ? new SiteReading { NextPage = List(source, uploads) }
            : new SiteReading { Skipped = [new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.NotFound, $"YouTube knows no channel {Address(source).Id}.")] };

    /// <summary>A page of ids leads to their videos, and by the fragment to the list's next page where there may be more that is new.</summary>
    private SiteReading Ids(SourceDefinition source, SiteAnswer answer, JsonElement root, string? cursor)
    {
        var items = root.Items("items").Select(i => (
            Id: i.Field("contentDetails")?.Text("videoId") ?? i.Field("id")?.Text("videoId"),
            Published: FeedDates.Parse(i.Field("contentDetails")?.Text("videoPublishedAt")))).Where(i => i.Id is not null).ToArray();
        if (items.Length == 0)
        {
            return new SiteReading { Cursor = cursor };
        }

        var place = Address(source).Place;
        var page = Page(answer.Url);
        var goesOn = place == YouTubePlace.Playlist ? page < MostPages
            : place != YouTubePlace.Search && Known(cursor) is { } known && items.Min(i => i.Published) > known;
        var next = goesOn && root.Text("nextPageToken") is { } token ? $"{List(source, new Query(answer.Url)["playlistId"]!)}&pageToken={Uri.EscapeDataString(token)}#{page + 1}" : null;
        var older = (root.Field("pageInfo")?.Count("totalResults") ?? 0) - (50 * page);
        return new SiteReading
        {
            NextPage = $"{Base(source)}videos?part=snippet,statistics&id={string.Join(',', items.Select(i => i.Id))}{(next is null ? "" : $"#{Uri.EscapeDataString(next)}")}",
            Skipped = next is null && older > 0 && (cursor is null || place == YouTubePlace.Playlist) && root.Text("nextPageToken") is not null
                ? [new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.TooDeep, $"About {older} further videos are history.")]
                : [],
        };
    }

    private static SiteReading Videos(SourceDefinition source, SiteAnswer answer, JsonElement root)
    {
        var web = source.Internal ? Address(source).Root : YouTubeAddress.Web;
        var (entries, skipped) = (new List<Abstractions.Items.FeedEntry>(), new List<SkippedEntry>());
        var asked = (new Query(answer.Url)["id"] ?? "").Split(',').ToHashSet();
        foreach (var item in root.Items("items").Where(i => i.Text("id") is not null && i.Field("snippet") is not null))
        {
            asked.Remove(item.Text("id")!);
            if (item.Field("snippet")?.Text("liveBroadcastContent") == "upcoming")
            {
                skipped.Add(new SkippedEntry(YouTubeVideo.Page(web, item.Text("id")!), CrawlReason.NotReadable, "It has not been broadcast yet."));
            }
            else
            {
                entries.Add(YouTubeVideo.OfApi(item, web));
            }
        }

        skipped.AddRange(asked.Where(id => id.Length > 0).Select(id => new SkippedEntry(YouTubeVideo.Page(web, id), CrawlReason.Gone, "Deleted or private.")));
        return new SiteReading
        {
            Entries = [.. entries],
            Skipped = [.. skipped],
            Gone = [.. skipped.Where(s => s.Reason == CrawlReason.Gone).Select(s => s.Url)],
            NextPage = answer.Url.Fragment is ['#', _, ..] fragment && Uri.UnescapeDataString(fragment[1..]) is var next && next.StartsWith(Base(source), StringComparison.Ordinal) ? next : null,
            Cursor = entries.Max(e => e.Published)?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string List(SourceDefinition source, string playlist) =>
        $"{Base(source)}playlistItems?part=contentDetails&maxResults=50&playlistId={Uri.EscapeDataString(playlist)}";

    /// <summary>The list's page, from 1; counted in the fragment too.</summary>
    private static int Page(Uri url) => int.TryParse(url.Fragment.TrimStart('#'), CultureInfo.InvariantCulture, out var page) ? page : 1;

    private static DateTimeOffset? Known(string? cursor) =>
        cursor is null ? null : DateTimeOffset.FromUnixTimeSeconds(long.Parse(cursor, CultureInfo.InvariantCulture));

    private static string Base(SourceDefinition source) => $"{Root(source)}/youtube/v3/";

    private static string Root(SourceDefinition source) => source.Internal ? Address(source).Root : Api;
}
