using System.Text.RegularExpressions;

namespace TrendGrains.Crawling.Frontier;

/// <summary>
/// Addresses under which sites show one article again: AMP (ampproject.org: a path, a parameter, a host) and hosts for telephones. Judged by the
/// address alone, so that the same address is always the same page, whatever was fetched before.
/// </summary>
public static partial class UrlVariant
{
    /// <summary>The address that the variant is of, normalised; the address itself where it is none.</summary>
    /// <param name="normalizedUrl">As <see cref="UrlNormalizer"/> gives it.</param>
    /// <param name="home">Address of the site's first page: its host is taken where both differ in "www." only.</param>
    public static string Resolve(string normalizedUrl, string? home = null)
    {
        if (!Uri.TryCreate(normalizedUrl, UriKind.Absolute, out var url))
        {
            return normalizedUrl;
        }

        var host = url.HostNameType == UriHostNameType.Dns ? Host(url.Host, home) : url.Host;
        var path = Path(url.AbsolutePath);
        var query = AmpParameter().Replace(url.Query, "");
        query = BloggerHost().IsMatch(url.Host) ? TelephoneParameter().Replace(query, "") : query;
        query = query is "" or "?" ? "" : query[0] == '&' ? $"?{query[1..]}" : query;
        var port = url.IsDefaultPort ? "" : $":{url.Port}";
        return host == url.Host && path == url.AbsolutePath && query == url.Query
            ? normalizedUrl
            : UrlNormalizer.TryNormalize($"{url.Scheme}://{host}{port}{path}{query}", null, out var resolved, out _) ? resolved : normalizedUrl;
    }

    private static string Host(string host, string? home)
    {
        var domain = RegistrableDomain.Of(host);
        var labels = host[..^domain.Length].TrimEnd('.').Split('.', StringSplitOptions.RemoveEmptyEntries);
        var kept = labels.Where((label, i) => !(i == 0 ? label is "m" or "mobile" or "amp" or "wap" : label is "m")).ToArray();
        if (kept.Length == labels.Length)
        {
            return host;
        }

        var bare = string.Join('.', [.. kept, domain]);
        return home is not null && Uri.TryCreate(home, UriKind.Absolute, out var front) && front.Host == $"www.{bare}" ? front.Host : bare;
    }

    private static string Path(string path)
    {
        var match = AmpFile().Match(path);
        if (match.Success)
        {
            return path.Remove(match.Groups[1].Index, match.Groups[1].Length);
        }

        match = AmpFolder().Match(path);
        return match.Success && IsArticle(match.Groups[1].Value) ? path[..match.Groups[2].Index] : path;
    }

    /// <summary>A page about amplifiers may end in "/amp" too: only after what looks like one article's name is it a variant.</summary>
    private static bool IsArticle(string segment) => segment.Count(char.IsAsciiDigit) >= 4 || segment.Count('-') >= 2 || segment.Contains('.') || segment.Count('%') >= 6;

    /// <summary>"/story.amp", "/story.amp.html".</summary>
    [GeneratedRegex(@"/[^/]+(\.amp)(?:\.html?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex AmpFile();

    /// <summary>"/a-story-of-1998/amp/".</summary>
    [GeneratedRegex(@"/([^/]+)(/amp/?)$", RegexOptions.IgnoreCase)]
    private static partial Regex AmpFolder();

    [GeneratedRegex(@"(?<=[?&])(?:amp(?:=(?:1|true|yes)?)?|outputtype=amp)(?:&|$)|[?&](?:amp(?:=(?:1|true|yes)?)?|outputtype=amp)$", RegexOptions.IgnoreCase)]
    private static partial Regex AmpParameter();

    /// <summary>Blogger's; elsewhere "m" may be a month.</summary>
    [GeneratedRegex(@"(?<=[?&])m=1(?:&|$)|[?&]m=1$", RegexOptions.IgnoreCase)]
    private static partial Regex TelephoneParameter();

    [GeneratedRegex(@"\.blogspot\.(?:com|[a-z]{2}|com?\.[a-z]{2})$", RegexOptions.IgnoreCase)]
    private static partial Regex BloggerHost();
}
