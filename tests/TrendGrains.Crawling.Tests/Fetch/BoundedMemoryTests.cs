using System.IO.Compression;
using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>What a hostile body may cost. Nothing else runs meanwhile: allocations are counted for the whole process.</summary>
[Collection(nameof(RunsAlone))]
public sealed class BoundedMemoryTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    [Fact]
    public async Task Does_not_unpack_a_bomb()
    {
        var bomb = Bomb();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + $"Content-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"), token);
            await stream.WriteAsync(bomb, token);
        });

        var page = await Fetching.FetchAsync(server.Url, configure: o => o.MaxBytes = 200 * 1024 * 1024);

        Assert.Equal(CrawlReason.TooCompressed, page.Reason);
        Assert.Contains("200 times", page.Detail, StringComparison.Ordinal);
        Assert.InRange(page.Bytes, 1, 8 * 1024 * 1024);
        Assert.Empty(page.Body);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 20 * 1024 * 1024);
    }

    [Fact]
    public async Task Stops_at_the_limit_of_a_page_without_end()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var sent = 0L;
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + "Connection: close\r\n\r\n"), token);
            var block = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
            for (var i = 0; i < 800; i++)
            {
                await stream.WriteAsync(block, token);
                Interlocked.Add(ref sent, block.Length);
            }
        });

        var page = await Fetching.FetchAsync(server.Url);

        Assert.Equal(CrawlReason.TooLarge, page.Reason);
        Assert.Contains("10,485,760 bytes", page.Detail, StringComparison.Ordinal);
        Assert.InRange(page.Bytes, 10 * 1024 * 1024, (10 * 1024 * 1024) + (64 * 1024));
        Assert.InRange(Interlocked.Read(ref sent), 1, 49 * 1024 * 1024);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 40 * 1024 * 1024);
    }

    /// <summary>400 MB of one byte: gzip's best is about 1,000 to one.</summary>
    private static byte[] Bomb()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 400; i++)
            {
                gzip.Write(block);
            }
        }

        return packed.ToArray();
    }
}
