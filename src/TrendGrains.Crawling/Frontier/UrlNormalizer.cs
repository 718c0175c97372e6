using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TrendGrains.Crawling.Frontier;

/// <summary>
/// One spelling for each page (RFC 3986, 6.2.2 and 6.2.3): lower-case scheme and host, punycode, no default port, no dot segments, no needless
/// percent-encoding, no fragment, no tracking parameters; the order of the query stays. Normalising twice changes nothing.
/// </summary>
public static class UrlNormalizer
{
    /// <summary>Longer ones are traps or carry content.</summary>
    public const int LongestUrl = 4096;

    /// <param name="url">Absolute, or relative to <paramref name="baseUrl"/>; white space around it does not matter.</param>
    /// <param name="problem">Why not, for a person, when false is returned.</param>
    public static bool TryNormalize(
        string url, Uri? baseUrl, [NotNullWhen(true)] out string? normalized, [NotNullWhen(false)] out string? problem)
    {
        normalized = null;
        problem = Parse(url, baseUrl, out var parsed) ?? Refuse(parsed!);
        if (problem is not null)
        {
            return false;
        }

        var result = Compose(parsed!);
        if (result is null || result.Length > LongestUrl)
        {
            problem = result is null ? "The host name is not valid." : $"The URL is longer than {LongestUrl} characters.";
            return false;
        }

        normalized = result;
        return true;
    }

    private static string? Parse(string url, Uri? baseUrl, out Uri? parsed)
    {
        parsed = null;
        if (url.Length > LongestUrl * 2)
        {
            return $"The URL is longer than {LongestUrl} characters.";
        }

        var text = Clean(url);
        var ok = baseUrl is null ? Uri.TryCreate(text, UriKind.Absolute, out parsed) : Uri.TryCreate(baseUrl, text, out parsed);

        // On Unix "/path" parses as a file: it is a relative URL without a base.
        return ok && !(parsed!.IsFile && text.StartsWith('/')) ? null : baseUrl is null ? "This is not an absolute URL." : "This is not a URL.";
    }

    private static string? Refuse(Uri url) =>
        url.Scheme is not ("http" or "https") ? $"Only http and https URLs are crawled, not '{url.Scheme}'."
        : url.UserInfo.Length > 0 ? "The URL carries a user name or password."
        : null;

    /// <summary>WHATWG URL, 4.4: white space around is trimmed, tabs and line ends within are dropped.</summary>
    private static string Clean(string url)
    {
        var trimmed = url.AsSpan().Trim();
        if (!trimmed.ContainsAny('\t', '\r', '\n'))
        {
            return trimmed.ToString();
        }

        var kept = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed)
        {
            if (c is not ('\t' or '\r' or '\n'))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static string? Compose(Uri url)
    {
        var host = Host(url);
        if (host is null)
        {
            return null;
        }

        var result = new StringBuilder(url.Scheme).Append("://").Append(host);
        if (!url.IsDefaultPort)
        {
            result.Append(':').Append(url.Port);
        }

        result.Append(UrlPath.RemoveDotSegments(PercentEncoding.Normalize(url.AbsolutePath)));
        var query = Query(url.Query);
        return (query.Length > 0 ? result.Append('?').Append(query) : result).ToString();
    }

    private static string? Host(Uri url)
    {
        try
        {
            var isName = url.HostNameType != UriHostNameType.IPv6;
            var host = isName ? url.IdnHost.TrimEnd('.') : url.Host;
            if (isName && host != url.Host && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var bare))
            {
                // Without its last dot, or what punycode leaves out, a name may be a number and so an address: "8." is 0.0.0.8 (WHATWG URL, 3.5).
                host = bare.IdnHost;
            }

            host = host.ToLowerInvariant();
            var wellFormed = host.Length is > 0 and <= 253 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '[' or ']' or ':');
            return wellFormed && !host.Contains("..", StringComparison.Ordinal) ? host : null;
        }
        catch (UriFormatException)
        {
            return null; // punycode that decodes to nothing
        }
    }

    private static string Query(string query)
    {
        var kept = new StringBuilder(query.Length);
        var text = query.Length > 0 ? query.AsSpan(1) : [];
        foreach (var range in text.Split('&'))
        {
            var part = text[range];
            var equals = part.IndexOf('=');
            var name = PercentEncoding.Normalize((equals < 0 ? part : part[..equals]).ToString());
            if (part.IsEmpty || TrackingParameters.Contains(name))
            {
                continue;
            }

            kept.Append(kept.Length > 0 ? "&" : "").Append(name);
            if (equals >= 0)
            {
                kept.Append('=').Append(PercentEncoding.Normalize(part[(equals + 1)..].ToString()));
            }
        }

        return kept.ToString();
    }
}
