using System.Net.Sockets;
using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.TestKit;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>Servers that mean harm or are broken: each ends with a reason, in bounded time and memory.</summary>
public sealed class HostileServerTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    [Fact]
    public async Task Gives_up_on_a_host_that_never_answers()
    {
        var clock = new ManualTimeProvider();
        await using var server = new RawServer((_, token) => Task.Delay(Timeout.Infinite, token));
        using var fetcher = Fetching.Fetcher(clock: clock);
        var fetch = fetcher.FetchAsync(Fetching.Request(server.Url), CancellationToken.None);
        await server.Asked;

        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(fetch.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        var page = await fetch.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(CrawlReason.Timeout, page.Reason);
        Assert.Contains("15 s", page.Detail, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(15), page.Elapsed);
    }

    [Fact]
    public async Task Gives_up_on_a_body_that_stops()
    {
        var clock = new ManualTimeProvider();
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + "Content-Length: 1000\r\n\r\n"), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var fetcher = Fetching.Fetcher(clock: clock);
        var fetch = fetcher.FetchAsync(Fetching.Request(server.Url), CancellationToken.None);

        // Once connected two timers are left, the total's and the headers'; the third is that of the read that waits for the body.
        await server.Asked.WaitAsync(TimeSpan.FromSeconds(30));
        await clock.TimersArmedAsync(3).WaitAsync(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(10));

        var page = await fetch.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(CrawlReason.Timeout, page.Reason);
        Assert.Contains("nothing came for 10 s", page.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_on_a_body_that_drips()
    {
        // Each byte comes in time, but there is no end to them: real time, since bytes cannot be dripped on a clock that stands.
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + "Content-Length: 100000\r\n\r\n"), token);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), token);
                await Task.Delay(20, token);
            }
        });

        var page = await Fetching.FetchAsync(server.Url, configure: o => o.TotalTimeout = TimeSpan.FromMilliseconds(400));

        Assert.Equal(CrawlReason.Timeout, page.Reason);
        Assert.Contains("did not finish within 0.4 s", page.Detail, StringComparison.Ordinal);
        Assert.InRange(page.Elapsed, TimeSpan.FromMilliseconds(350), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Refuses_a_page_that_announces_50_mb_without_reading_it()
    {
        await using var server = new RawServer(Head + $"Content-Length: {50 * 1024 * 1024}\r\n\r\n");

        var page = await Fetching.FetchAsync(server.Url);

        Assert.Equal((CrawlReason.TooLarge, 0L), (page.Reason, page.Bytes));
        Assert.Contains("52,428,800", page.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_headers_without_end()
    {
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), token);
            var line = Encoding.ASCII.GetBytes($"X-Flood: {new string('x', 1000)}\r\n");
            while (true)
            {
                await stream.WriteAsync(line, token);
            }
        });

        var page = await Fetching.FetchAsync(server.Url);

        Assert.Equal(CrawlReason.TooLarge, page.Reason);
        Assert.Contains("64 KiB of headers", page.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lol what is http\r\n\r\n", CrawlReason.Malformed)]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n", CrawlReason.Malformed)]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n", CrawlReason.Malformed)]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", CrawlReason.ConnectFailed)]
    [InlineData(Head + "Content-Length: 100\r\n\r\nhello", CrawlReason.ConnectFailed)]
    [InlineData(Head + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", CrawlReason.Malformed)]
    [InlineData(Head + "Content-Encoding: br\r\nContent-Length: 5\r\n\r\nhello", CrawlReason.Malformed)]
    [InlineData(Head + "Content-Encoding: deflate\r\nContent-Length: 5\r\n\r\n\u00ff\u00ff\u00ff\u00ff\u00ff", CrawlReason.Malformed)]
    [InlineData(Head + "Content-Encoding: gzip, gzip, gzip\r\nContent-Length: 5\r\n\r\nhello", CrawlReason.TooCompressed)]
    [InlineData(Head + "Content-Encoding: dcb\r\nContent-Length: 5\r\n\r\nhello", CrawlReason.NotReadable)]
    [InlineData("", CrawlReason.ConnectFailed)]
    public async Task Names_what_is_wrong_with_the_answer(string answer, CrawlReason reason)
    {
        await using var server = new RawServer(answer);

        var page = await Fetching.FetchAsync(server.Url);

        Assert.Equal(reason, page.Reason);
        Assert.Contains("127.0.0.1", page.Detail, StringComparison.Ordinal);
        Assert.EndsWith(".", page.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_more_than_the_announced_length()
    {
        await using var server = new RawServer(Head + "Content-Length: 5\r\n\r\nhello and much more");

        Assert.Equal("hello", Encoding.ASCII.GetString((await Fetching.FetchAsync(server.Url)).Body));
    }

    [Fact]
    public async Task Survives_a_reset_in_the_middle_of_a_body()
    {
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + "Content-Length: 1000\r\n\r\n<p>"), token);
            stream.Socket.LingerState = new LingerOption(true, 0);
            stream.Socket.Close();
        });

        Assert.Equal(CrawlReason.ConnectFailed, (await Fetching.FetchAsync(server.Url)).Reason);
    }

    [Fact]
    public async Task Says_that_nobody_listens()
    {
        Uri url;
        await using (var server = new RawServer(""))
        {
            url = server.Url;
        }

        var page = await Fetching.FetchAsync(url);

        Assert.Equal(CrawlReason.ConnectFailed, page.Reason);
        Assert.Contains($"port {url.Port}", page.Detail, StringComparison.Ordinal);
    }
}
