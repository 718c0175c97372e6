using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.YtDlp;
using TrendGrains.TestKit.Programs;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.YtDlp;

/// <summary>The command line against the program itself, on loopback.</summary>
public sealed class RealYtDlpTests
{
    [YtDlpFact]
    public async Task Reads_the_metadata_of_a_video_through_the_proxy()
    {
        await using var site = await LoopbackSite.StartAsync(VideoAsync);

        var answer = await RunAsync(site.At("/harbour.mp4"), allowPrivate: true);

        Assert.Equal((CrawlReason.Fetched, answer.Detail), (answer.Reason, answer.Detail));
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(answer.Output).Split('\n')[0]);
        Assert.Equal("harbour", json.RootElement.GetProperty("title").GetString());
        Assert.NotEmpty(site.Requests);
        Assert.True(answer.NetworkBytes > 0);
    }

    [YtDlpFact]
    public async Task Reaches_no_private_address()
    {
        await using var site = await LoopbackSite.StartAsync(VideoAsync);

        // Its port is not the web's either; both say no, and before anything was sent.
        var answer = await RunAsync(site.At("/harbour.mp4"), allowPrivate: false);
        var onPort80 = await RunAsync(new Uri("http://127.0.0.1/harbour.mp4"), allowPrivate: false);

        Assert.Equal(CrawlReason.InvalidUrl, answer.Reason);
        Assert.Equal(CrawlReason.PrivateAddress, onPort80.Reason);
        Assert.Empty(site.Requests);
    }

    [YtDlpFact]
    public async Task Takes_a_target_for_no_option()
    {
        var answer = await new YtDlpRunner(new YtDlpOptions(), Dns.GetHostAddressesAsync, TimeProvider.System)
            .RunAsync(new YtDlpRequest("--version", false, false), CancellationToken.None);

        Assert.NotEqual(CrawlReason.Fetched, answer.Reason);
    }

    private static Task VideoAsync(HttpContext context)
    {
        context.Response.ContentType = "video/mp4";
        return context.Response.Body.WriteAsync(new byte[1000]).AsTask();
    }

    private static Task<YtDlpAnswer> RunAsync(Uri url, bool allowPrivate) =>
        new YtDlpRunner(new YtDlpOptions(), Dns.GetHostAddressesAsync, TimeProvider.System)
            .RunAsync(new YtDlpRequest(url.AbsoluteUri, WithSubtitles: false, allowPrivate), CancellationToken.None);
}
