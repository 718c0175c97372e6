using System.Text.RegularExpressions;

namespace TrendGrains.Crawling.Sites.YouTube;

/// <summary>What an address of YouTube's names, in any of the forms that people copy.</summary>
/// <param name="Root">Scheme and authority, without a slash.</param>
/// <param name="Id">Channel id, playlist id, user's name, handle with its @, or the words of a search.</param>
public sealed partial record YouTubeAddress(string Root, YouTubePlace Place, string Id)
{
    public const string Web = "https://www.youtube.com";

    /// <summary>Of a search: ISO 639-1 and ISO 3166-1 codes.</summary>
    public string? Language { get; init; }

    public string? Region { get; init; }

    /// <summary>The one spelling that is stored.</summary>
    public string Url => Place switch
    {
        YouTubePlace.Channel => $"{Root}/channel/{Id}",
        YouTubePlace.Playlist => $"{Root}/playlist?list={Id}",
        YouTubePlace.User => $"{Root}/user/{Id}",
        YouTubePlace.Handle => $"{Root}/{Id}",
        _ => $"{Root}/results?search_query={Uri.EscapeDataString(Id)}{Query.Part("hl", Language)}{Query.Part("gl", Region)}",
    };

    /// <summary>A channel's id, @handle, a playlist's id, or the words of a search.</summary>
    public static YouTubeAddress OfWords(string words, string? language, string? region) =>
        ChannelId().IsMatch(words) ? new(Web, YouTubePlace.Channel, words)
        : PlaylistId().IsMatch(words) ? new(Web, YouTubePlace.Playlist, words)
        : Handle().IsMatch(words) ? new(Web, YouTubePlace.Handle, words)
        : new(Web, YouTubePlace.Search, words) { Language = language, Region = region };

    /// <summary>False for an address that names none of these, such as a single video.</summary>
    public static bool TryParse(string url, out YouTubeAddress address)
    {
        address = null!;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return false;
        }

        var root = parsed.Host is "youtube.com" or "m.youtube.com" or "music.youtube.com" ? Web : parsed.GetLeftPart(UriPartial.Authority);
        var query = new Query(parsed);
        (YouTubePlace Kind, string? Id) place = Uri.UnescapeDataString(parsed.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["channel", var id, ..] => (YouTubePlace.Channel, id),
            ["user", var name, ..] => (YouTubePlace.User, name),
            ["feeds", "videos.xml"] when query["channel_id"] is { } id => (YouTubePlace.Channel, id),
            ["feeds", "videos.xml"] when query["playlist_id"] is { } id => (YouTubePlace.Playlist, id),
            ["feeds", "videos.xml"] when query["user"] is { } name => (YouTubePlace.User, name),
            ["playlist"] when query["list"] is { } id => (YouTubePlace.Playlist, id),
            ["results"] when query["search_query"] is { } words => (YouTubePlace.Search, words),
            [['@', _, ..] handle, ..] => (YouTubePlace.Handle, handle),
            _ => default,
        };
        if (place.Id is null)
        {
            return false;
        }

        address = new YouTubeAddress(root, place.Kind, place.Id) { Language = query["hl"], Region = query["gl"] };
        return true;
    }

    [GeneratedRegex("^UC[0-9A-Za-z_-]{22}$")]
    private static partial Regex ChannelId();

    [GeneratedRegex("^(PL|UU|OL|FL)[0-9A-Za-z_-]{10,60}$")]
    private static partial Regex PlaylistId();

    [GeneratedRegex(@"^@[\p{L}\p{N}._·-]{3,60}$")]
    private static partial Regex Handle();
}

public enum YouTubePlace
{
    Channel,
    Playlist,
    User,
    Handle,
    Search,
}
