using System.IO.Compression;
using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>Bombs by every encoding and by two at once: a reason, and no more memory than the limit.</summary>
public sealed class BodyDecodingTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    [InlineData("br, gzip")]
    public async Task A_bomb_is_given_up_on(string encoding)
    {
        var bomb = Pack(new byte[64 * 1024 * 1024], encoding);
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\nContent-Length: {bomb.Length}\r\n\r\n"), token);
            await stream.WriteAsync(bomb, token);
        });

        var page = await Fetching.FetchAsync(server.Url);

        Assert.True(page.Reason is CrawlReason.TooCompressed or CrawlReason.TooLarge, page.Detail);
        Assert.Empty(page.Body);
    }

    private static byte[] Pack(byte[] bytes, string encoding)
    {
        foreach (var layer in encoding.Split(", "))
        {
            using var packed = new MemoryStream();
            using (Stream packer = layer switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
                _ => new BrotliStream(packed, CompressionLevel.Fastest),
            })
            {
                packer.Write(bytes);
            }

            bytes = packed.ToArray();
        }

        return bytes;
    }
}
