using System.Text;

namespace TrendGrains.Crawling.Fetch;

/// <summary>Reads a Content-Type as leniently as the web writes it, and knows what each purpose can use.</summary>
internal static class MediaTypes
{
    /// <summary>Read through poppler; the only binary type that a page may have.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>Types that servers send when they do not know: the body's first bytes decide.</summary>
    private static readonly string[] unknown = ["", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown", "application/x-unknown", "*/*"];

    private static readonly (byte[] Magic, string Type)[] binaries =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
        ("RIFF"u8.ToArray(), "application/riff"),
        ("%PDF-"u8.ToArray(), Pdf),
        ([(byte)'P', (byte)'K', 3, 4], "application/zip"),
        ([0x1F, 0x8B], "application/gzip"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "application/x-elf"),
        ("OggS"u8.ToArray(), "application/ogg"),
        ("ID3"u8.ToArray(), "audio/mpeg"),
        ("wOFF"u8.ToArray(), "font/woff"),
        ("wOF2"u8.ToArray(), "font/woff2"),
        ([0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
    ];

    public static (string MediaType, string? Charset) Parse(string? contentType)
    {
        // Two headers folded into one by a proxy: the first names the type.
        var value = contentType ?? "";
        var comma = value.IndexOf(',');
        var parts = (comma > 0 && value.IndexOf('/') < comma ? value[..comma] : value).Split(';');
        string? charset = null;
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && part[..equals].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                charset ??= part[(equals + 1)..].Trim().Trim('"', '\'').Trim();
            }
        }

        var type = parts[0].Trim().ToLowerInvariant();
        return (type.Length <= 127 ? type : type[..127], charset is { Length: > 0 and <= 64 } ? charset : null);
    }

    public static bool IsUnknown(string mediaType) => unknown.Contains(mediaType);

    /// <summary>What a body is, from what it is called and what its first bytes are: these win where either is no text.</summary>
    public static string Settle(FetchPurpose purpose, string mediaType, string? sniffed)
    {
        if (sniffed is not null && (IsUnknown(mediaType) || sniffed == Pdf || mediaType == Pdf || (!Accepts(purpose, sniffed) && !IsText(sniffed))))
        {
            return sniffed;
        }

        return IsUnknown(mediaType) ? "text/plain" : mediaType;
    }

    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType is "application/xml" or "application/xhtml+xml" or "application/json";

    public static bool Accepts(FetchPurpose purpose, string mediaType) => purpose switch
    {
        FetchPurpose.Robots => true,
        FetchPurpose.Page => mediaType is "text/html" or "application/xhtml+xml" or "text/plain" or Pdf,
        FetchPurpose.Sitemap when mediaType is "application/gzip" or "application/x-gzip" => true,
        _ => mediaType.StartsWith("text/", StringComparison.Ordinal)
            || mediaType.EndsWith("+xml", StringComparison.Ordinal) || mediaType.EndsWith("/xml", StringComparison.Ordinal)
            || mediaType.EndsWith("+json", StringComparison.Ordinal) || mediaType.EndsWith("/json", StringComparison.Ordinal)
            || mediaType is "application/rss" or "application/atom" or "application/rdf",
    };

    public static string AcceptHeader(FetchPurpose purpose) => purpose switch
    {
        FetchPurpose.Robots => "text/plain,*/*;q=0.5",
        FetchPurpose.Api => "application/json",
        FetchPurpose.Page => "text/html,application/xhtml+xml,text/plain;q=0.8,application/pdf;q=0.5,*/*;q=0.1",
        FetchPurpose.Sitemap => "application/xml,text/xml,text/plain;q=0.9,application/gzip;q=0.9,*/*;q=0.5",
        _ => "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5",
    };

    /// <summary>What the first bytes are, whatever the server called them: a binary type, a text type, or null when they could be any text.</summary>
    public static string? Sniff(ReadOnlySpan<byte> body)
    {
        foreach (var (magic, type) in binaries)
        {
            if (body.StartsWith(magic))
            {
                return type;
            }
        }

        var wide = IsUtf16(body);
        if (!wide && body[..Math.Min(body.Length, 1024)].Contains((byte)0))
        {
            return "application/octet-stream";
        }

        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? "text/html"
            : start.StartsWith("<?xml", StringComparison.Ordinal) ? start.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "application/xhtml+xml" : "application/xml"
            : start.StartsWith('{') ? "application/json"
            : null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> body) =>
        body.Length >= 2 && ((body[0] == 0xFF && body[1] == 0xFE) || (body[0] == 0xFE && body[1] == 0xFF)
            || (body[0] == 0 && body[1] == '<') || (body[0] == '<' && body[1] == 0));
}
