using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Robots;
using TrendGrains.Crawling.Tests.Fetch;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Robots;

public sealed class RobotsReaderTests
{
    [Theory]
    [InlineData(200, false)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(410, true)]
    public async Task A_host_without_rules_allows_everything(int status, bool allowed)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("User-agent: *\nDisallow: /");
        });

        var answer = await ReadAsync(site.At("/some/page?x"));

        Assert.Equal(allowed, answer.Rules!.Decide("TrendGrainsBot", "/a").Allowed);
        Assert.Equal("/robots.txt", site.Requests[0].PathAndQuery);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_host_that_cannot_be_asked_has_no_rules_yet(int status)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7";
            return Task.CompletedTask;
        });

        var answer = await ReadAsync(site.Url);

        Assert.Null(answer.Rules);
        Assert.Equal((TimeSpan.FromSeconds(7), status), (answer.RetryAfter!.Value, answer.Status));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Follows_five_redirects_and_then_takes_the_file_for_absent(int redirects, bool allowed)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            var hop = int.TryParse(context.Request.Query["hop"], out var number) ? number : 0;
            if (hop < redirects)
            {
                context.Response.Redirect($"/elsewhere?hop={hop + 1}");
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("User-agent: *\nDisallow: /");
        });

        Assert.Equal(allowed, (await ReadAsync(site.Url)).Rules!.Decide("TrendGrainsBot", "/a").Allowed);
    }

    [Fact]
    public async Task Says_that_nobody_answers()
    {
        Uri url;
        await using (var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask))
        {
            url = site.Url;
        }

        var answer = await ReadAsync(url);

        Assert.Null(answer.Rules);
        Assert.Equal(CrawlReason.ConnectFailed, answer.Reason);
        Assert.StartsWith("robots.txt could not be asked for:", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_end_give_no_leave()
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nX-Flood: {new string('x', 100_000)}\r\n\r\n");

        var answer = await ReadAsync(server.Url);

        Assert.Null(answer.Rules);
        Assert.Equal(CrawlReason.TooLarge, answer.Reason);
    }

    private static async Task<RobotsAnswer> ReadAsync(Uri url)
    {
        using var fetcher = Fetching.Fetcher();
        return await new RobotsReader(fetcher).ReadAsync(url, allowPrivate: true, CancellationToken.None);
    }
}
