using TrendGrains.Press.Hosting;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>
/// A press whose clock stands still, crawled source by source by a process that is killed again and again: items, trends, memberships and
/// ranks are those of an undisturbed run.
/// </summary>
public sealed class KilledDemoTests
{
    private const int Kills = 10;

    /// <summary>Of each way to publish one: feeds whole and followed, a site, a forum, a channel, in both languages.</summary>
    private static readonly string[] outlets = ["garamsae", "nurisol", "onmaru", "meridian-post", "civic-ledger", "worldfeed", "harucast"];

    [DatabaseFact]
    public async Task A_demo_killed_ten_times_at_a_frozen_clock_has_the_trends_of_an_undisturbed_one()
    {
        var requests = new PathBarrier();
        await using var press = await PressHost.StartAsync(
            new PressOptions
            {
                Seed = 11,
                Start = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
                Already = TimeSpan.FromHours(20),
                Frozen = true,

                // What a failing host refuses is put off, and when that is tried again is no matter of order.
                Faults = false,
                Heard = requests.Pass,
            },
            TimeProvider.System, CancellationToken.None);
        await using var calm = await Workplace.CreateAsync();
        await using var killed = await Workplace.CreateAsync();

        await AddAsync(calm, press);
        await CrawlAsync(calm);
        var undisturbed = requests.Count;
        await AddAsync(killed, press);
        await CrawlKilledAsync(killed, requests, undisturbed / Kills);

        var trends = await TrendsAsync(calm);
        Assert.NotEmpty(trends);
        Assert.Equal(await calm.ItemsAsync(), await killed.ItemsAsync());
        Assert.Equal(await MembersAsync(calm), await MembersAsync(killed));
        Assert.Equal(trends, await TrendsAsync(killed));
    }

    private static async Task AddAsync(Workplace place, PressHost press)
    {
        foreach (var outlet in press.Note.Outlets.Where(o => outlets.Contains(o.Slug)))
        {
            string[] follow = outlet.Source.FollowEntries ? ["--follow"] : [];
            var added = await place.Executable.RunAsync(
            [
                "sources", "add", outlet.Source.Url, "--id", outlet.Source.Slug, "--kind", outlet.Source.Kind, "--internal", "--synthetic", "--paused",
                "--delay", "0s", .. follow,
            ]);
            Assert.True(added.ExitCode == 0, added.Errors);
        }
    }

    private static async Task CrawlKilledAsync(Workplace place, PathBarrier requests, int furthest)
    {
        var random = new Random(20261121);
        for (var kill = 0; kill < Kills; kill++)
        {
            var served = requests.Count;
            using var process = place.Executable.Start("crawl");
            await requests.ReachedAsync(served + random.Next(2, furthest));
            Assert.False(process.HasExited, "the crawl ended before it was killed");
            process.Kill();
            await process.WaitForExitAsync();
        }

        await CrawlAsync(place);
    }

    /// <summary>Until no item has work left for a grain of its own.</summary>
    private static async Task CrawlAsync(Workplace place)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var crawl = await place.Executable.RunAsync(["crawl"]);
            Assert.True(crawl.ExitCode == 0, crawl.Errors);
            if (await place.CountAsync("SELECT count(*) FROM items WHERE state IN ('accepted', 'revised', 'partial')") == 0)
            {
                return;
            }
        }

        Assert.Fail("items are left that nobody finishes");
    }

    private static Task<string[]> TrendsAsync(Workplace place) => place.LinesAsync(
        """
        SELECT concat_ws(' | ', id, board, label, items, sources, rank, stage, heat_fast, heat, heat_slow, first_seen, last_seen, array_to_string(keywords, ','))
        FROM trends ORDER BY id
        """);

    private static Task<string[]> MembersAsync(Workplace place) => place.LinesAsync(
        "SELECT concat_ws(' | ', item_id, trend_id, board, similarity, nearest) FROM trend_items ORDER BY item_id");
}
