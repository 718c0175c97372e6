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

    [ZstdFact]
    public async Task Reads_zstd_frame_by_frame()
    {
        // "trend grains " 300 times, by the zstd command at level 19; then a frame of one plain block.
        var repeated = Convert.FromHexString("28b52ffd0068ad0000687472656e6420677261696e732001002c077f7e01");

        var page = await ServeAsync([.. repeated, .. Zstd.Frame([.. "and an end"u8])], "zstd");

        Assert.Equal(string.Concat(Enumerable.Repeat("trend grains ", 300)) + "and an end", Encoding.UTF8.GetString(page.Body));
    }

    [ZstdTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_zstd_bomb_is_given_up_on(int layers)
    {
        // Blocks that repeat one byte: four bytes unpack to 128 KiB.
        var bomb = Zstd.Bomb(64 * 1024 * 1024);
        var encoding = "zstd";
        if (layers == 2)
        {
            (bomb, encoding) = (Pack(bomb, "gzip"), "zstd, gzip");
        }

        var page = await ServeAsync(bomb, encoding);

        Assert.True(page.Reason is CrawlReason.TooCompressed or CrawlReason.TooLarge, page.Detail);
        Assert.Empty(page.Body);
    }

    [ZstdFact]
    public async Task Refuses_zstd_that_asks_for_a_larger_window_than_its_rfc_allows()
    {
        // Window descriptor 0xA0: 2^30 bytes.
        var page = await ServeAsync([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA0, 0x01, 0x00, 0x00], "zstd");

        Assert.Equal(CrawlReason.Malformed, page.Reason);
        Assert.Contains("zstd", page.Detail, StringComparison.Ordinal);
    }

    [ZstdTheory]
    [InlineData("28B52FFD")]
    [InlineData("28B52FFD0070")]
    [InlineData("68656C6C6F")]
    public async Task Names_zstd_that_is_cut_off_or_none(string hex)
    {
        var page = await ServeAsync(Convert.FromHexString(hex), "zstd");

        Assert.Equal(CrawlReason.Malformed, page.Reason);
    }

    private static async Task<FetchedPage> ServeAsync(byte[] body, string encoding)
    {
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n"), token);
            await stream.WriteAsync(body, token);
        });
        return await Fetching.FetchAsync(server.Url);
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
