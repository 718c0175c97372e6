using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Sources;

/// <summary>YouTube by its feed, played by the Press's channel, and by its Data API, played on loopback.</summary>
[Collection(nameof(SharedSilo))]
public sealed class YouTubeSourceTests(SharedSilo silo)
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [DatabaseFact]
    public async Task Reads_a_channel_s_feed_with_its_figures()
    {
        await using var press = await PressHost.StartAsync(
            World(clips: 20), new PressOptions { Frozen = true, Faults = false, Already = TimeSpan.FromHours(10) }, new ManualTimeProvider(), CancellationToken.None);
        var root = press.AddressOf("harbour-tv");
        using var client = new HttpClient(new SocketsHttpHandler());
        var page = await client.GetStringAsync(root);
        var channel = System.Text.RegularExpressions.Regex.Match(page, "UC[0-9A-Za-z_-]{22}").Value;
        var source = Hosting.Sources.Of(SourceKind.YouTube, new Uri(root, $"channel/{channel}"));

        var first = await silo.Grains.CrawlAsync(source);
        press.Clock.Change(new(Now: start.AddHours(11)));
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((15, 0, 0), (first.New, second.New, second.Changed));
        Assert.Equal(15, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND url LIKE '%/watch?v=%' AND (engagement->>'views')::bigint > 0", source.Slug));
    }

    [DatabaseFact]
    public async Task Goes_by_the_interface_from_a_handle_to_its_videos_and_shows_the_key_nowhere()
    {
        var views = 10;
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(context.Request.Path.Value switch
            {
                "/youtube/v3/channels" => """{"kind":"youtube#channelListResponse","items":[{"contentDetails":{"relatedPlaylists":{"uploads":"UU1"}}}]}""",
                "/youtube/v3/playlistItems" => """{"kind":"youtube#playlistItemListResponse","items":[{"contentDetails":{"videoId":"a","videoPublishedAt":"2026-03-01T00:00:00Z"}},{"contentDetails":{"videoId":"gone","videoPublishedAt":"2026-02-01T00:00:00Z"}}]}""",
                _ => "{\"kind\":\"youtube#videoListResponse\",\"items\":[{\"id\":\"a\",\"snippet\":{\"title\":\"Tide\",\"publishedAt\":\"2026-03-01T00:00:00Z\"},\"statistics\":{\"viewCount\":\"" + views + "\"}}]}",
            });
        });
        var source = Hosting.Sources.Of(SourceKind.YouTube, site.At("/@harbour")) with { Access = AccessMode.Api };

        var first = await silo.Grains.CrawlAsync(source);
        views = 99;
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((3, 1, 1), (first.Fetched, first.New, first.Reasons["gone"]));
        Assert.Equal((0, 0), (second.New, second.Changed));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND engagement = '{\"views\": 99}'", source.Slug));
        Assert.All(site.Requests, r => Assert.Equal("secret-of-TRENDGRAINS_INTERNAL_API_KEY", r.Headers["X-Goog-Api-Key"]));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM crawl_log l WHERE l::text LIKE '%secret-of%'"));
    }

    [DatabaseFact]
    public async Task Leaves_the_interface_alone_until_midnight_when_its_quota_is_spent()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"error":{"code":403,"errors":[{"domain":"youtube.quota","reason":"quotaExceeded"}]}}""");
        });
        var source = Hosting.Sources.Of(SourceKind.YouTube, site.At("/channel/UC1")) with { Access = AccessMode.Api };

        var progress = await silo.Grains.CrawlAsync(source);
        var host = await silo.Grains.GetGrain<Abstractions.Hosts.IHostGrain>(site.Url.Authority).GetStatusAsync();

        Assert.Equal(1, progress.Reasons["rate-limited"]);
        Assert.Contains("quotaExceeded", progress.Problem, StringComparison.Ordinal);
        Assert.Equal(0, host.BackOffUntil!.Value.UtcDateTime.Minute);
        Assert.Contains(host.BackOffUntil.Value.UtcDateTime.AddSeconds(1).Hour, new[] { 7, 8 });
    }

    private static PressWorld World(int clips) => new(
        7, start, TimeSpan.FromHours(12), [new("harbour-tv", "Harbour TV", "en", OutletKind.Channel)], [],
        [
            .. Enumerable.Range(0, clips).Select(i => new Publication
            {
                Id = $"80000{i:000}", Outlet = "harbour-tv", Kind = PublicationKind.Clip, Published = start.AddMinutes(i), Title = $"What the tide of {i} minutes brought",
                Paragraphs = [$"The harbour master said that {i} ships had left the port before the storm arrived."], Section = "other", Reception = new Reception(i * 100, []),
            }),
        ]);
}
