using System.Globalization;
using System.Net;
using System.Text;

namespace TrendGrains.Crawling.Egress;

/// <summary>What a client asks of a proxy (RFC 9110, 9.3.6; RFC 9112, 3.2): a tunnel to a host, or one plain request in absolute form.</summary>
/// <param name="Head">What goes to the server before everything else: the request in origin form; empty for a tunnel.</param>
/// <param name="BodyLength">Bytes of body that belong to a plain request.</param>
internal sealed record ProxyRequest(DnsEndPoint Target, bool IsTunnel, byte[] Head, long BodyLength, string? Authorization)
{
    /// <summary>Request line and headers; browsers stay far below.</summary>
    public const int LongestHead = 64 * 1024;

    /// <summary>What the names of hosts may have (RFC 1035, 2.3.4); a resolver throws at more.</summary>
    private const int LongestHost = 253;

    /// <summary>Headers that are between client and proxy, or that we say ourselves.</summary>
    private static readonly string[] ours = ["connection", "proxy-connection", "proxy-authorization", "keep-alive", "te", "upgrade", "host"];

    /// <param name="head">From the request line to the empty line.</param>
    /// <exception cref="FormatException">This is no request that a proxy can serve; the message says why.</exception>
    public static ProxyRequest Parse(ReadOnlySpan<byte> head)
    {
        string[] lines = Encoding.Latin1.GetString(head).TrimEnd('\r', '\n').Split("\r\n");
        var parts = lines[0].Split(' ');
        if (parts.Length != 3 || !parts[0].All(char.IsAsciiLetter) || parts[2] is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            throw new FormatException("This is no HTTP/1.1 request.");
        }

        var headers = Headers(lines.AsSpan(1));
        var authorization = headers.FirstOrDefault(h => h.Name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)).Value;
        return parts[0] == "CONNECT"
            ? new ProxyRequest(Authority(parts[1]), IsTunnel: true, [], 0, authorization)
            : Plain(parts[0], parts[1], headers, authorization);
    }

    private static ProxyRequest Plain(string method, string target, List<(string Name, string Value)> headers, string? authorization)
    {
        if (!Uri.TryCreate(target, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.UserInfo.Length > 0)
        {
            throw new FormatException("Only http addresses are asked for without a tunnel.");
        }

        if (headers.Any(h => h.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)))
        {
            throw new FormatException("A body must say its length.");
        }

        // What the client wrote goes out as it stands, not as a parser would write it again.
        var start = target.AsSpan("http://".Length).IndexOfAny('/', '?');
        var path = start < 0 ? "/" : target[("http://".Length + start)..];
        var head = new StringBuilder($"{method} {(path[0] == '?' ? "/" : "")}{path} HTTP/1.1\r\nHost: {url.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in headers.Where(h => !ours.Contains(h.Name.ToLowerInvariant())))
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append("\r\n");
        return new ProxyRequest(
            Reach(url.IdnHost, url.Port), IsTunnel: false, Encoding.Latin1.GetBytes(head.ToString()), Length(headers), authorization);
    }

    private static List<(string Name, string Value)> Headers(ReadOnlySpan<string> lines)
    {
        var headers = new List<(string, string)>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(" \t") || line.AsSpan().ContainsAny('\r', '\n', '\0'))
            {
                throw new FormatException("A header is not well formed.");
            }

            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }

        return headers;
    }

    private static long Length(List<(string Name, string Value)> headers)
    {
        string[] lengths = [.. headers.Where(h => h.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).Distinct()];
        return lengths.Length == 0 ? 0
            : lengths.Length == 1 && long.TryParse(lengths[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length
            : throw new FormatException("The length of the body is not clear.");
    }

    private static DnsEndPoint Authority(string authority)
    {
        var colon = authority.LastIndexOf(':');
        var host = colon > 0 ? authority[..colon].Trim('[', ']') : "";
        return Uri.CheckHostName(host) != UriHostNameType.Unknown
            && ushort.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? Reach(host, port)
            : throw new FormatException("A tunnel needs a host and a port.");
    }

    private static DnsEndPoint Reach(string host, int port) => host.Length <= LongestHost
        ? new DnsEndPoint(host, port)
        : throw new FormatException("No host has so long a name.");
}
