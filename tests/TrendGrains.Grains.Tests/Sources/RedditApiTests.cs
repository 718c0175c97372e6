using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

/// <summary>Reddit's interface played on loopback: a token for the credentials, listings for the token.</summary>
[Collection(nameof(SharedSilo))]
public sealed class RedditApiTests(SharedSilo silo)
{
    private const string Id = "secret-of-TRENDGRAINS_INTERNAL_API_ID";
    private const string Secret = "secret-of-TRENDGRAINS_INTERNAL_API_SECRET";

    [DatabaseFact]
    public async Task Asks_once_for_a_token_and_again_when_it_is_taken_no_longer()
    {
        var (given, valid) = (0, "");
        await using var site = await LoopbackSite.StartAsync(context => context.Request.Path == "/api/v1/access_token"
            ? AnswerAsync(context, $$"""{"access_token":"{{valid = $"token-{++given}"}}","token_type":"bearer","expires_in":86400}""")
            : context.Request.Headers.Authorization == $"Bearer {valid}" ? AnswerAsync(context, Listing(given)) : RefuseAsync(context, 401));
        var source = Hosting.Sources.Of(SourceKind.Reddit, site.At("/r/harbour/")) with { Access = AccessMode.Api };

        var first = await silo.Grains.CrawlAsync(source);
        var second = await CrawlAsync(source);
        valid = "none that was given";
        var third = await CrawlAsync(source);

        Assert.Equal((1, 0, 1), (first.New, second.New, third.New));
        Assert.Equal(
            ["POST /api/v1/access_token 200", "GET /r/harbour/new.json 200", "GET /r/harbour/new.json 200", "GET /r/harbour/new.json 401", "POST /api/v1/access_token 200", "GET /r/harbour/new.json 200"],
            site.Requests.Select(r => $"{r.Method} {r.PathAndQuery.Split('?')[0]} {r.Status}"));
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Id}:{Secret}"))}", site.Requests[0].Headers["Authorization"]);
    }

    [DatabaseFact]
    public async Task Counts_anew_what_it_knows_without_a_new_version()
    {
        var score = 5;
        await using var site = await LoopbackSite.StartAsync(context => AnswerAsync(context, Listing(1, score)));
        var source = Hosting.Sources.Of(SourceKind.Reddit, site.At("/r/harbour/"));

        await silo.Grains.CrawlAsync(source);
        score = 77;
        var second = await CrawlAsync(source);

        Assert.Equal((0, 0), (second.New, second.Changed));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND engagement = '{\"score\": 77, \"comments\": 2}' AND arrival_seq IS NOT NULL", source.Slug));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM item_versions v JOIN items i ON i.id = v.item_id WHERE i.source = $1", source.Slug));
    }

    [DatabaseFact]
    public async Task Deletes_what_was_removed_and_nothing_of_another_source()
    {
        var removed = "";
        await using var site = await LoopbackSite.StartAsync(context => AnswerAsync(context, Listing(1, 5, removed)));
        var (source, other) = (Hosting.Sources.Of(SourceKind.Reddit, site.At("/r/harbour/")), Hosting.Sources.Of(SourceKind.Reddit, site.At("/r/sea/")));

        await silo.Grains.CrawlAsync(source);
        removed = ",\"removed_by_category\":\"moderator\"";
        await silo.Grains.CrawlAsync(other);
        var kept = await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND state = 'deleted'", source.Slug);
        await CrawlAsync(source);

        Assert.Equal((0, 1), (kept, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND state = 'deleted' AND title IS NULL AND engagement IS NULL", source.Slug)));
    }

    [DatabaseFact]
    public async Task Leaves_the_interface_alone_until_its_rate_limit_is_reset()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers["x-ratelimit-remaining"] = "0.0";
            context.Response.Headers["x-ratelimit-reset"] = context.Request.Path == "/api/v1/access_token" ? "0" : "451";
            return AnswerAsync(context, context.Request.Path == "/api/v1/access_token" ? """{"access_token":"t","expires_in":86400}""" : Listing(1));
        });
        var source = Hosting.Sources.Of(SourceKind.Reddit, site.At("/r/harbour/")) with { Access = AccessMode.Api };
        await silo.Grains.CrawlAsync(source);

        var host = await silo.Grains.GetGrain<Abstractions.Hosts.IHostGrain>(site.Url.Authority)
            .AskAsync(new Abstractions.Hosts.FetchIntent { Url = site.Url.AbsoluteUri, Access = AccessMode.Api, AllowPrivate = true }, CancellationToken.None);

        Assert.Equal(Abstractions.Hosts.LeaveDecision.Wait, host.Decision);
        Assert.InRange(host.Wait.TotalSeconds, 400, 451);
    }

    [DatabaseFact]
    public async Task Says_which_credentials_were_not_accepted_and_never_what_they_are()
    {
        await using var site = await LoopbackSite.StartAsync(context => RefuseAsync(context, 401));
        var source = Hosting.Sources.Of(SourceKind.Reddit, site.At("/r/harbour/")) with { Access = AccessMode.Api };

        var progress = await silo.Grains.CrawlAsync(source);

        Assert.Equal((0, 1), (progress.Fetched, progress.Skipped));
        Assert.Contains("The values of TRENDGRAINS_INTERNAL_API_ID and TRENDGRAINS_INTERNAL_API_SECRET were not accepted.", progress.Problem, StringComparison.Ordinal);
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1", source.Slug));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM crawl_log l WHERE l::text LIKE '%secret-of%'"));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM sources s WHERE s::text LIKE '%secret-of%'"));
    }

    private async Task<CrawlProgress> CrawlAsync(SourceDefinition source)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(patience.Token);
    }

    private static string Listing(int number, int score = 5, string more = "") => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"kind":"Listing","data":{"after":null,"children":[{"kind":"t3","data":{"name":"t3_{{{number}}}","permalink":"/r/harbour/comments/{{{number}}}/a/","title":"Tide {{{number}}} is here","created_utc":{{{1000 + number}}},"score":{{{score}}},"num_comments":2{{{more}}}}}]}}
        """);

    private static Task AnswerAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
