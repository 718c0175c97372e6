using System.Globalization;
using System.Text.RegularExpressions;
using System.Web;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>What an address of YouTube lists: a channel's videos, a playlist, a search, a page such as trending; or one video.</summary>
internal static partial class YouTubeTarget
{
    private const int LongestSearch = 200;

    public static readonly string[] Hosts = ["www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be"];

    /// <param name="anyHost">A site of the operator's own may stand in for YouTube.</param>
    public static string? For(Uri url, int most, bool anyHost, out string? refusal)
    {
        refusal = null;
        if (!Hosts.Contains(url.IdnHost))
        {
            return anyHost ? url.AbsoluteUri : YtDlpTarget.No($"{url.IdnHost} is not YouTube.", out refusal);
        }

        var path = url.AbsolutePath.TrimEnd('/');
        if (path == "/results")
        {
            return Search(url, most, out refusal);
        }

        // A channel's first page lists its tabs, not its videos.
        if (Channel().IsMatch(path))
        {
            return $"https://www.youtube.com{path}/videos";
        }

        return Listing().IsMatch(path) || url.IdnHost == "youtu.be"
            ? $"https://www.youtube.com{(url.IdnHost == "youtu.be" ? $"/watch?v={Uri.EscapeDataString(path.Trim('/'))}" : url.PathAndQuery)}"
            : YtDlpTarget.No("this is no channel, playlist, search (results?search_query=…), video or trending page of YouTube.", out refusal);
    }

    private static string? Search(Uri url, int most, out string? refusal)
    {
        refusal = null;
        var query = HttpUtility.ParseQueryString(url.Query);
        var words = string.Concat((query["search_query"] ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (words.Length is 0 or > LongestSearch)
        {
            return YtDlpTarget.No($"a search has 1 to {LongestSearch} characters in search_query.", out refusal);
        }

        // A search with filters (sp=) keeps them only as an address.
        return query["sp"] is null
            ? string.Create(CultureInfo.InvariantCulture, $"ytsearch{most}:{words}")
            : $"https://www.youtube.com{url.PathAndQuery}";
    }

    [GeneratedRegex(@"^/(@[^/]+|channel/[A-Za-z0-9_-]+|c/[^/]+|user/[^/]+)$")]
    private static partial Regex Channel();

    [GeneratedRegex(@"^/(playlist|watch|shorts/[A-Za-z0-9_-]+|live/[A-Za-z0-9_-]+|hashtag/[^/]+|feed/(trending|explore)|gaming|(@[^/]+|channel/[A-Za-z0-9_-]+|c/[^/]+|user/[^/]+)/(videos|shorts|streams|live|search|playlists))$")]
    private static partial Regex Listing();
}
