using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>What can be said against a URL before its name is resolved.</summary>
internal static class UrlPolicy
{
    /// <summary>Ports from 1024 that the Fetch standard blocks (fetch.spec.whatwg.org, "bad port"): other protocols live there.</summary>
    private static readonly int[] badPorts =
    [
        1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    ];

    public static (CrawlReason Reason, string Detail)? Refuse(Uri url, bool allowPrivate)
    {
        if (!url.IsAbsoluteUri)
        {
            return (CrawlReason.InvalidUrl, $"'{Shown(url.OriginalString)}' is not an absolute URL.");
        }

        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            return (CrawlReason.UnsupportedScheme, $"'{Shown(url.Scheme)}' URLs are not fetched, only http and https.");
        }

        if (url.UserInfo.Length > 0)
        {
            return (CrawlReason.InvalidUrl, $"The URL for {url.IdnHost} carries a user name or password; such URLs are not fetched.");
        }

        if (url.IdnHost.Length == 0)
        {
            return (CrawlReason.InvalidUrl, "The URL names no host.");
        }

        // The operator who allows a private network knows its ports.
        var ordinary = url.Port is 80 or 443 || (url.Port >= 1024 && !badPorts.Contains(url.Port));
        return ordinary || allowPrivate
            ? null
            : (CrawlReason.InvalidUrl, $"Port {url.Port} of {url.IdnHost} belongs to another protocol than the web's.");
    }

    public static string Shown(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}
