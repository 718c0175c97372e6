using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Sources;

/// <summary>The Press's forum, which speaks Reddit's JSON, from the first page to the cursor.</summary>
[Collection(nameof(SharedSilo))]
public sealed class RedditSourceTests(SharedSilo silo)
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [DatabaseFact]
    public async Task Pages_through_a_forum_once_and_then_reads_only_what_is_new()
    {
        var asked = new List<string>();
        await using var press = await PressHost.StartAsync(
            World(posts: 250), new PressOptions { Frozen = true, Faults = false, Already = TimeSpan.FromMinutes(239.5), Heard = path => { lock (asked) { asked.Add(path); } } },
            new ManualTimeProvider(), CancellationToken.None);
        var source = Hosting.Sources.Of(SourceKind.Reddit, new Uri(press.AddressOf("harbour"), "r/harbour/"));

        var first = await silo.Grains.CrawlAsync(source);
        var pagesOfFirst = asked.Count;
        press.Clock.Change(new(Now: start.AddHours(10)));
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        // 240 posts were out by then: three pages of a hundred; the ten after them are on the next crawl's first page.
        Assert.Equal((3, 240, 0, 0), (first.Fetched, first.New, first.Failed, first.Waiting));
        Assert.Equal((1, 10), (second.Fetched, second.New));
        Assert.Equal(3, pagesOfFirst);
        Assert.Equal(4, asked.Count);
        Assert.DoesNotContain("/robots.txt", asked);
        Assert.Equal(4, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND reason = 'fetched' AND url LIKE '%/r/harbour/new.json?%'", source.Slug));
        Assert.Equal(250, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND arrival_seq IS NOT NULL", source.Slug));
    }

    [DatabaseFact]
    public async Task Stops_at_the_page_budget_and_reads_the_rest_the_next_time()
    {
        await using var press = await PressHost.StartAsync(
            World(posts: 250), new PressOptions { Frozen = true, Faults = false, Already = TimeSpan.FromHours(10) }, new ManualTimeProvider(), CancellationToken.None);
        var source = Hosting.Sources.Of(SourceKind.Reddit, new Uri(press.AddressOf("harbour"), "r/harbour/")) with { MaxPages = 2 };

        var cut = await silo.Grains.CrawlAsync(source);
        var whole = await silo.Grains.CrawlAsync(source with { MaxPages = 0 });

        Assert.Equal((2, 200), (cut.Fetched, cut.New));
        Assert.Equal((3, 50), (whole.Fetched, whole.New));
    }

    private static PressWorld World(int posts) => new(
        7, start, TimeSpan.FromHours(12), [new("harbour", "Harbour talk", "en", OutletKind.Forum)], [],
        [
            .. Enumerable.Range(0, posts).Select(i => new Publication
            {
                Id = $"70000{i:000}", Outlet = "harbour", Kind = PublicationKind.Post, Published = start.AddMinutes(i), Title = $"What the tide of {i} minutes brought",
                Paragraphs = [$"The harbour master said that {i} ships had left the port before the storm arrived."], Section = "other", Reception = new Reception(i, []),
            }),
        ]);
}
