using System.Collections.Frozen;
using System.Net;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>Which other hosts a page's text names: those that may be sources themselves. Pure.</summary>
internal static class Citations
{
    private const int Most = 20;

    /// <summary>Places where everybody shares and sells; what is worth reading there is a source of a kind of its own.</summary>
    private static readonly FrozenSet<string> platforms = new[]
    {
        "facebook.com", "twitter.com", "x.com", "t.co", "instagram.com", "tiktok.com", "threads.net", "linkedin.com", "pinterest.com", "reddit.com", "whatsapp.com",
        "wa.me", "telegram.org", "t.me", "youtube.com", "youtu.be", "vimeo.com", "flickr.com", "google.com", "goo.gl", "bit.ly", "apple.com", "amazon.com", "ebay.com",
        "microsoft.com", "mozilla.org", "paypal.com", "patreon.com", "kakao.com", "line.me", "creativecommons.org", "w3.org", "schema.org", "gravatar.com", "doi.org",
        "archive.org", "github.com",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each host once, in the order of the text.</summary>
    public static Citation[] Of(string pageUrl, ReadPage page)
    {
        var own = HostOf(pageUrl);
        return [.. page.Links
            .Where(l => !l.NoFollow && InText(l.TagPath))
            .Select(l => (Host: HostOf(l.Url), l.Url))
            .Where(c => c.Host is not null && !Related(c.Host, own) && !IsPlatform(c.Host))
            .DistinctBy(c => c.Host).Take(Most)
            .Select(c => new Citation(c.Host!, c.Url))];
    }

    /// <summary>The name of a public host, lower case and without <c>www.</c>; null for an address, a port of its own, or a name that only a private network knows.</summary>
    public static string? HostOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || !address.IsDefaultPort || address.UserInfo.Length > 0)
        {
            return null;
        }

        var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return IPAddress.TryParse(host.Trim('[', ']'), out _) || !host.Contains('.', StringComparison.Ordinal)
            || host[(host.LastIndexOf('.') + 1)..] is "local" or "localhost" or "internal" or "lan" or "home" or "corp" or "arpa" or "onion" ? null : host;
    }

    /// <summary>In a paragraph, and in none of what frames every page of a site.</summary>
    private static bool InText(string tagPath)
    {
        var elements = tagPath.Split(' ').Select(e => e.Split('.')[0]);
        return elements.Contains("p") && !elements.Any(e => e is "nav" or "header" or "footer" or "aside" or "form");
    }

    private static bool Related(string host, string? own) =>
        own is not null && (host == own || host.EndsWith($".{own}", StringComparison.Ordinal) || own.EndsWith($".{host}", StringComparison.Ordinal));

    private static bool IsPlatform(string host)
    {
        for (var at = host; ; at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (platforms.Contains(at))
            {
                return true;
            }

            if (!at.Contains('.', StringComparison.Ordinal))
            {
                return false;
            }
        }
    }
}
