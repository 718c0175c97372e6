using System.Text.RegularExpressions;
using System.Web;

namespace TrendGrains.Reading.Media;

/// <summary>The film or sound behind the address of a player that pages embed, by the address under which its host shows it to people.</summary>
internal static partial class EmbeddedMedia
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Patience = 1000;

    private static readonly (Regex Pattern, string Kind, string Address)[] players =
    [
        (YouTube(), "video", "https://www.youtube.com/watch?v={0}"),
        (Vimeo(), "video", "https://vimeo.com/{0}"),
        (Dailymotion(), "video", "https://www.dailymotion.com/video/{0}"),
        (NaverTv(), "video", "https://tv.naver.com/v/{0}"),
        (KakaoTv(), "video", "https://tv.kakao.com/v/{0}"),
        (Twitch(), "video", "https://www.twitch.tv/videos/{0}"),
        (XVideo(), "video", "https://x.com/i/status/{0}"),
        (TikTok(), "video", "https://www.tiktok.com/embed/{0}"),
        (Instagram(), "video", "https://www.instagram.com/{0}/"),
        (Spotify(), "audio", "https://open.spotify.com/{0}"),
    ];

    /// <summary>Null for a frame that is no player known here.</summary>
    public static (string Url, string Kind)? Of(string url)
    {
        foreach (var (pattern, kind, address) in players)
        {
            if (pattern.Match(url) is { Success: true } match)
            {
                return (string.Format(System.Globalization.CultureInfo.InvariantCulture, address, match.Groups["id"].Value), kind);
            }
        }
        if (Carrier().Match(url) is { Success: true } carried && HttpUtility.UrlDecode(carried.Groups["url"].Value) is { } inner && Uri.TryCreate(inner, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            return (inner, url.Contains("soundcloud", StringComparison.OrdinalIgnoreCase) ? "audio" : "video");
        }
        return null;
    }

    [GeneratedRegex(@"//((www|m)\.)?(youtube(-nocookie)?\.com/(embed/|v/|shorts/|live/|watch\?(.*&)?v=)|youtu\.be/)(?!videoseries)(?<id>[\w\-]{11})", Plain, Patience)]
    private static partial Regex YouTube();

    [GeneratedRegex(@"//(player\.vimeo\.com/video/|vimeo\.com/)(?<id>[0-9]{5,12})", Plain, Patience)]
    private static partial Regex Vimeo();

    [GeneratedRegex(@"//(www\.|geo\.)?dailymotion\.com/(embed/video/|player[^?]*\?(.*&)?video=)(?<id>\w{5,20})", Plain, Patience)]
    private static partial Regex Dailymotion();

    [GeneratedRegex(@"//tv\.naver\.com/(embed|v)/(?<id>[0-9]{4,12})", Plain, Patience)]
    private static partial Regex NaverTv();

    [GeneratedRegex(@"//(play-)?tv\.kakao\.com/(embed/player/cliplink|v|channel/[0-9]+/cliplink)/(?<id>[0-9]{4,12})", Plain, Patience)]
    private static partial Regex KakaoTv();

    [GeneratedRegex(@"//player\.twitch\.tv/\?(.*&)?video=v?(?<id>[0-9]{5,12})", Plain, Patience)]
    private static partial Regex Twitch();

    [GeneratedRegex(@"//(twitter|x)\.com/i/videos/(?<id>[0-9]{8,20})", Plain, Patience)]
    private static partial Regex XVideo();

    [GeneratedRegex(@"//(www\.)?tiktok\.com/(embed(/v2)?|player/v1)/(?<id>[0-9]{10,22})", Plain, Patience)]
    private static partial Regex TikTok();

    [GeneratedRegex(@"//(www\.)?instagram\.com/(?<id>(reel|tv)/[\w\-]{5,15})/embed", Plain, Patience)]
    private static partial Regex Instagram();

    [GeneratedRegex(@"//open\.spotify\.com/embed(-podcast)?/(?<id>(episode|show|track|album|playlist)/\w{10,30})", Plain, Patience)]
    private static partial Regex Spotify();

    [GeneratedRegex(@"//(www\.facebook\.com/plugins/video\.php|w\.soundcloud\.com/player/?)\?(.*&)?(href|url)=(?<url>https?(%3A|:)[^&]{5,500})", Plain, Patience)]
    private static partial Regex Carrier();
}
