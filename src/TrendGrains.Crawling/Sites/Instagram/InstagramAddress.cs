using System.Text.RegularExpressions;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Sites.Instagram;

/// <summary>Which addresses of Instagram yt-dlp can read: a profile, a tag, or one post.</summary>
internal static partial class InstagramAddress
{
    public static readonly string[] Hosts = ["www.instagram.com", "instagram.com"];

    /// <param name="anyHost">A site of the operator's own may stand in for Instagram.</param>
    public static string? Listing(Uri url, bool anyHost, out string? refusal)
    {
        refusal = null;
        if (!Hosts.Contains(url.IdnHost))
        {
            return anyHost ? url.AbsoluteUri : YtDlpTarget.No($"{url.IdnHost} is not Instagram.", out refusal);
        }

        return Known().IsMatch(url.AbsolutePath.TrimEnd('/'))
            ? $"https://www.instagram.com{url.AbsolutePath.TrimEnd('/')}/"
            : YtDlpTarget.No("this is no profile (/NAME/), tag (/explore/tags/TAG/) or post (/p/ID/, /reel/ID/) of Instagram.", out refusal);
    }

    [GeneratedRegex(@"^/((?!explore$|accounts$|p$|reel$|tv$|stories$)[A-Za-z0-9._]{2,30}|explore/tags/[^/]+|(p|reel|tv)/[A-Za-z0-9_-]+)$")]
    private static partial Regex Known();
}
