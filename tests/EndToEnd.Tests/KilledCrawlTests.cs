using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>SIGKILL at any moment: what is stored in the end is what an undisturbed crawl stores.</summary>
public sealed class KilledCrawlTests
{
    [DatabaseFact]
    public async Task A_crawl_killed_at_random_moments_ends_like_an_undisturbed_one()
    {
        await using var site = await PretendSite.StartAsync(articles: 60);
        await using var calm = await Workplace.CreateAsync();
        await using var killed = await Workplace.CreateAsync();

        await CrawlAsync(calm, site.Address);
        await CrawlKilledAsync(killed, site.Address, site.Requests, kills: 3, furthest: 15, seed: 20261121);

        Assert.NotEmpty(await calm.ItemsAsync());
        Assert.Equal(await calm.ItemsAsync(), await killed.ItemsAsync());
    }

    [SharedDataFact]
    public async Task A_real_site_killed_ten_times_ends_like_an_undisturbed_crawl()
    {
        await using var site = await RealSite.StartAsync();
        await using var calm = await Workplace.CreateAsync();
        await using var killed = await Workplace.CreateAsync();

        await CrawlAsync(calm, site.Address);
        await CrawlKilledAsync(killed, site.Address, site.Requests, kills: 10, furthest: 40, seed: 7);

        var items = await calm.ItemsAsync();
        Assert.InRange(items.Length, 400, 450); // some thirty more than its links lead to: those of its sitemap and feed
        Assert.Equal(items, await killed.ItemsAsync());
        Assert.Equal(0, await killed.CountAsync("SELECT count(*) FROM (SELECT 1 FROM item_urls GROUP BY url HAVING count(*) > 1) AS twice"));
    }

    private static async Task CrawlAsync(Workplace place, string address)
    {
        await AddAsync(place, address);
        var crawl = await place.Executable.RunAsync(["crawl", "site"]);
        Assert.True(crawl.ExitCode == 0, crawl.Errors);
    }

    private static async Task CrawlKilledAsync(Workplace place, string address, PathBarrier requests, int kills, int furthest, int seed)
    {
        await AddAsync(place, address);
        var random = new Random(seed);
        for (var kill = 0; kill < kills; kill++)
        {
            var served = requests.Count;
            using var process = place.Executable.Start("crawl", "site");
            await requests.ReachedAsync(served + random.Next(2, furthest));
            process.Kill();
            await process.WaitForExitAsync();
        }

        var last = await place.Executable.RunAsync(["crawl", "site"]);
        Assert.True(last.ExitCode == 0, last.Errors);
    }

    private static async Task AddAsync(Workplace place, string address)
    {
        // In the order found: which of a page's addresses comes first, and is the item, is then the same however often the crawl is killed.
        var added = await place.Executable.RunAsync(
            ["sources", "add", address, "--id", "site", "--kind", "site", "--policy", "breadth-first", "--internal", "--paused", "--delay", "0s", "--max-pages", "0"]);
        Assert.True(added.ExitCode == 0, added.Errors);
    }
}
