using System.IO.Compression;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>Undoes Content-Encoding, layer by layer, last applied first.</summary>
internal static class BodyDecoding
{
    /// <summary>What we say we understand.</summary>
    public static readonly string AcceptEncoding = ZstdLibrary.IsPresent ? "gzip, deflate, br, zstd" : "gzip, deflate, br";

    private const int MostLayers = 2;

    /// <exception cref="BodyRefusedException">An unknown encoding, or more layers than an honest server applies.</exception>
    public static async ValueTask<Stream> OpenAsync(Stream wire, string? contentEncoding, CancellationToken cancellationToken)
    {
        var layers = (contentEncoding ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(layer => layer.ToLowerInvariant())
            .Where(layer => layer is not ("identity" or "none" or "utf-8"))
            .ToArray();
        if (layers.Length > MostLayers)
        {
            throw new BodyRefusedException(CrawlReason.TooCompressed, $"The body is compressed {layers.Length} times over; at most {MostLayers} are undone.");
        }

        var body = wire;
        foreach (var layer in layers.Reverse())
        {
            body = layer switch
            {
                "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "deflate" => await OpenDeflateAsync(body, cancellationToken),
                "zstd" when ZstdLibrary.IsPresent => new ZstdStream(body),
                _ => throw new BodyRefusedException(CrawlReason.NotReadable, $"The body is encoded as '{UrlPolicy.Shown(layer)}', which was not asked for and is not understood."),
            };
        }

        return body;
    }

    /// <summary>"deflate" means zlib (RFC 9110, 8.4.1.2), but some servers send it without zlib's two bytes: those tell.</summary>
    private static async ValueTask<Stream> OpenDeflateAsync(Stream body, CancellationToken cancellationToken)
    {
        var start = new byte[2];
        var read = await body.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, cancellationToken);
        var whole = new PrefixedStream(start.AsMemory(0, read), body);
        var zlib = read == 2 && (start[0] & 0x0F) == 8 && ((start[0] << 8) | start[1]) % 31 == 0;
        return zlib ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress);
    }
}
