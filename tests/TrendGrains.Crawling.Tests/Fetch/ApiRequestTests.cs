using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>Requests to an interface: who is let in, what is posted, what a refusal and a rate limit say.</summary>
public sealed class ApiRequestTests
{
    private const string Secret = "Bearer s3cret";

    [Fact]
    public async Task Sends_a_credential_only_where_it_belongs()
    {
        await using var own = await LoopbackSite.StartAsync(Empty);
        await using var other = await LoopbackSite.StartAsync(Empty);
        var credential = new RequestCredential(own.Url.GetLeftPart(UriPartial.Authority), "Authorization", Secret);

        foreach (var url in new[] { own.Url, other.Url, new Uri($"http://localhost:{own.Url.Port}/") })
        {
            await FetchAsync(new FetchRequest { Url = url, AllowPrivate = true, Credential = credential });
        }

        Assert.Equal([Secret, null], own.Requests.Select(r => r.Headers.GetValueOrDefault("Authorization")));
        Assert.DoesNotContain("Authorization", Assert.Single(other.Requests).Headers.Keys);
    }

    [Fact]
    public void Never_shows_a_credential() =>
        Assert.DoesNotContain("s3cret", new FetchRequest { Url = new Uri("https://a.example/"), Credential = new RequestCredential("https://a.example", "Authorization", Secret) }.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Posts_a_form()
    {
        var posted = "";
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            posted = $"{context.Request.ContentType}: {await new StreamReader(context.Request.Body).ReadToEndAsync()}";
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{}");
        });

        var page = await FetchAsync(new FetchRequest { Url = site.Url, AllowPrivate = true, Purpose = FetchPurpose.Api, Form = new Dictionary<string, string> { ["grant_type"] = "a b" } });

        Assert.Equal((CrawlReason.Fetched, "POST", "application/x-www-form-urlencoded: grant_type=a+b"), (page.Reason, site.Requests[0].Method, posted));
    }

    [Theory]
    [InlineData(403, CrawlReason.HttpRefused)]
    [InlineData(429, CrawlReason.RateLimited)]
    [InlineData(503, CrawlReason.ServerError)]
    public async Task Reads_what_an_interface_says_when_it_refuses(int status, CrawlReason reason)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"reason":"why"}""");
        });

        var page = await FetchAsync(new FetchRequest { Url = site.Url, AllowPrivate = true, Purpose = FetchPurpose.Api });

        Assert.Equal((reason, """{"reason":"why"}"""), (page.Reason, Encoding.UTF8.GetString(page.Body)));
    }

    [Theory]
    [InlineData("1.0", "300", null)]
    [InlineData("0", "300", 300.0)]
    [InlineData("0.4", "41.5", 41.5)]
    [InlineData("0", "soon", null)]
    [InlineData("1, 0", "1, 1419704", 86400.0)]
    [InlineData("0, 14523", "1, 1419704", 1.0)]
    [InlineData("-1", "300", null)]
    [InlineData(null, "300", null)]
    public async Task Rests_when_no_request_is_left(string? remaining, string reset, double? seconds)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers["x-ratelimit-reset"] = reset;
            if (remaining is not null)
            {
                context.Response.Headers["x-ratelimit-remaining"] = remaining;
            }

            return context.Response.WriteAsync("{}");
        });

        var page = await FetchAsync(new FetchRequest { Url = site.Url, AllowPrivate = true, Purpose = FetchPurpose.Api });

        Assert.Equal((CrawlReason.Fetched, seconds), (page.Reason, page.RetryAfter?.TotalSeconds));
    }

    private static Task Empty(HttpContext context) => Task.CompletedTask;

    private static async Task<FetchedPage> FetchAsync(FetchRequest request)
    {
        using var fetcher = Fetching.Fetcher();
        return await fetcher.FetchAsync(request, CancellationToken.None);
    }
}
