using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Fetch;

public sealed class PageFetcherTests
{
    private const string Html = "<!doctype html><title>한국 뉴스</title><p>Body.";

    [Fact]
    public async Task Fetches_a_page_with_all_its_headers_say()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "Text/HTML; Charset=\"EUC-KR\"";
            context.Response.Headers.ETag = "W/\"7\"";
            context.Response.Headers.LastModified = "Wed, 21 Oct 2015 07:28:00 GMT";
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Html)).AsTask();
        });

        var page = await Fetching.FetchAsync(site.At("/a?b=c"));

        Assert.Equal(CrawlReason.Fetched, page.Reason);
        Assert.Equal(200, page.Status);
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("EUC-KR", page.Charset);
        Assert.Equal("W/\"7\"", page.ETag);
        Assert.Equal("Wed, 21 Oct 2015 07:28:00 GMT", page.LastModified);
        Assert.Equal(Html, Encoding.UTF8.GetString(page.Body));
        Assert.Equal(page.Body.Length, page.Bytes);
        var request = Assert.Single(site.Requests);
        Assert.Equal("/a?b=c", request.PathAndQuery);
        Assert.Equal("TrendGrainsBot/0.1", request.Headers["User-Agent"]);
        Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", request.Headers.Keys);
    }

    [Fact]
    public async Task Asks_whether_the_copy_at_hand_is_still_good()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return Task.CompletedTask;
        });
        using var fetcher = Fetching.Fetcher();

        var page = await fetcher.FetchAsync(
            Fetching.Request(site.Url) with { IfNoneMatch = "\"1\"", IfModifiedSince = "Wed, 21 Oct 2015 07:28:00 GMT" }, CancellationToken.None);

        Assert.Equal(CrawlReason.NotModified, page.Reason);
        Assert.Equal("Wed, 21 Oct 2015 07:28:00 GMT", site.Requests[0].Headers["If-Modified-Since"]);
    }

    [Fact]
    public async Task Sends_no_validator_that_would_break_the_header()
    {
        await using var site = await LoopbackSite.StartAsync(context => Task.CompletedTask);
        using var fetcher = Fetching.Fetcher();

        await fetcher.FetchAsync(Fetching.Request(site.Url) with { IfNoneMatch = "\"1\"\r\nX-Evil: 1" }, CancellationToken.None);

        Assert.DoesNotContain("If-None-Match", site.Requests[0].Headers.Keys);
        Assert.DoesNotContain("X-Evil", site.Requests[0].Headers.Keys);
    }

    [Theory]
    [InlineData(401, CrawlReason.HttpRefused)]
    [InlineData(403, CrawlReason.HttpRefused)]
    [InlineData(404, CrawlReason.NotFound)]
    [InlineData(408, CrawlReason.Timeout)]
    [InlineData(410, CrawlReason.Gone)]
    [InlineData(451, CrawlReason.HttpRefused)]
    [InlineData(429, CrawlReason.RateLimited)]
    [InlineData(500, CrawlReason.ServerError)]
    [InlineData(503, CrawlReason.ServerError)]
    [InlineData(204, CrawlReason.NotReadable)]
    public async Task Says_what_a_status_means(int status, CrawlReason reason)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var page = await Fetching.FetchAsync(site.Url);

        Assert.Equal((reason, (int?)status), (page.Reason, page.Status));
        Assert.Contains(status.ToString(), page.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Thu, 01 Jan 2026 00:10:00 GMT", 600)]
    [InlineData("Thu, 01 Jan 2015 00:10:00 GMT", 0)]
    public async Task Reads_both_forms_of_retry_after(string value, int seconds)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = value;
            return Task.CompletedTask;
        });
        using var fetcher = Fetching.Fetcher(clock: new ManualTimeProvider());

        var page = await fetcher.FetchAsync(Fetching.Request(site.Url), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(seconds), page.RetryAfter);
    }

    [Theory]
    [InlineData("/next?x=1", "/next?x=1")]
    [InlineData("../up", "/up")]
    [InlineData("//other.example/a", "http://other.example/a")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    public async Task Tells_a_redirect_and_does_not_follow_it(string location, string target)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

        var page = await Fetching.FetchAsync(site.At("/dir/page"));

        Assert.Equal(CrawlReason.Redirected, page.Reason);
        Assert.Equal(new Uri(site.Url, target), page.RedirectTo);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Calls_a_redirect_to_nowhere_malformed()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = 301;
            return Task.CompletedTask;
        });

        Assert.Equal(CrawlReason.Malformed, (await Fetching.FetchAsync(site.Url)).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    public async Task Unpacks_what_servers_pack(string encoding)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = encoding.Replace("raw ", "", StringComparison.Ordinal);
            return context.Response.Body.WriteAsync(Packed(encoding)).AsTask();
        });

        var page = await Fetching.FetchAsync(site.Url);

        Assert.Equal(CrawlReason.Fetched, page.Reason);
        Assert.Equal(Html, Encoding.UTF8.GetString(page.Body));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Does_not_take_half_a_packed_body_for_the_whole(string encoding)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(Packed(encoding)[..^12]).AsTask();
        });

        Assert.Equal(CrawlReason.Malformed, (await Fetching.FetchAsync(site.Url)).Reason);
    }

    [Theory]
    [InlineData("image/png", "x", CrawlReason.NotReadable, "image/png")]
    [InlineData("text/html", "\u0089PNG\r\n", CrawlReason.NotReadable, "image/png")]
    [InlineData("application/pdf", "%PDF-1.7", CrawlReason.Fetched, "application/pdf")]
    [InlineData("text/html", "%PDF-1.7", CrawlReason.Fetched, "application/pdf")]
    [InlineData("application/octet-stream", "%PDF-1.7", CrawlReason.Fetched, "application/pdf")]
    [InlineData("application/pdf", "<!DOCTYPE html><p>not found", CrawlReason.Fetched, "text/html")]
    [InlineData("application/pdf", "\u0089PNG\r\n", CrawlReason.NotReadable, "image/png")]
    [InlineData("application/octet-stream", "<!DOCTYPE HTML><p>x", CrawlReason.Fetched, "text/html")]
    [InlineData("", "<html><p>x", CrawlReason.Fetched, "text/html")]
    [InlineData("application/octet-stream", "\0\u0001\u0002", CrawlReason.NotReadable, "application/octet-stream")]
    public async Task Believes_the_bytes_more_than_the_content_type(string contentType, string body, CrawlReason reason, string told)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = contentType.Length > 0 ? contentType : null;
            return context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(body)).AsTask();
        });

        var page = await Fetching.FetchAsync(site.Url);

        Assert.Equal(reason, page.Reason);
        Assert.Contains(told, reason == CrawlReason.Fetched ? page.MediaType : page.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_feed_whatever_text_it_is_called()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<?xml version='1.0'?><rss/>");
        });

        Assert.Equal(CrawlReason.Fetched, (await Fetching.FetchAsync(site.Url, FetchPurpose.Feed)).Reason);
    }

    [Fact]
    public async Task Keeps_the_first_500_kib_of_a_robots_file()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(new byte[700_000]).AsTask());

        var page = await Fetching.FetchAsync(site.Url, FetchPurpose.Robots);

        Assert.Equal(CrawlReason.Fetched, page.Reason);
        Assert.Equal(500 * 1024, page.Body.Length);
    }

    [Fact]
    public async Task Only_the_caller_s_own_cancellation_throws()
    {
        await using var server = new RawServer((_, token) => Task.Delay(Timeout.Infinite, token));
        using var fetcher = Fetching.Fetcher();
        using var giveUp = new CancellationTokenSource();
        var fetch = fetcher.FetchAsync(Fetching.Request(server.Url), giveUp.Token);
        await server.Asked;

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    private static byte[] Packed(string encoding)
    {
        var body = Encoding.UTF8.GetBytes(Html);
        foreach (var layer in encoding.Split(", "))
        {
            var packed = new MemoryStream();
            using (Stream packer = layer switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest),
                _ => new DeflateStream(packed, CompressionLevel.Fastest),
            })
            {
                packer.Write(body);
            }

            body = packed.ToArray();
        }

        return body;
    }
}
