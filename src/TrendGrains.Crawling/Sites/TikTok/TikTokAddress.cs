using System.Text.RegularExpressions;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Sites.TikTok;

/// <summary>Which addresses of TikTok yt-dlp can read: a profile, a tag, or one video.</summary>
internal static partial class TikTokAddress
{
    public static readonly string[] Hosts = ["www.tiktok.com", "tiktok.com", "m.tiktok.com"];

    /// <param name="anyHost">A site of the operator's own may stand in for TikTok.</param>
    public static string? Listing(Uri url, bool anyHost, out string? refusal)
    {
        refusal = null;
        if (!Hosts.Contains(url.IdnHost))
        {
            return anyHost ? url.AbsoluteUri : YtDlpTarget.No($"{url.IdnHost} is not TikTok.", out refusal);
        }

        return Known().IsMatch(url.AbsolutePath.TrimEnd('/'))
            ? $"https://www.tiktok.com{url.AbsolutePath.TrimEnd('/')}"
            : YtDlpTarget.No("this is no profile (/@NAME), tag (/tag/TAG) or video (/@NAME/video/ID) of TikTok.", out refusal);
    }

    [GeneratedRegex(@"^/(@[A-Za-z0-9._-]{1,64}|tag/[^/]+|@[A-Za-z0-9._-]{1,64}/video/[0-9]+)$")]
    private static partial Regex Known();
}
