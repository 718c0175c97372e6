using TrendGrains.Abstractions.Sources;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>
/// Small pages of many sites on loopback, fetched one at a time from each: the whole platform against Scrapy on the same pages, and how memory
/// stands while the frontier grows. Sites, crawler and Scrapy are processes of their own; they and the database share the machine's cores.
/// </summary>
internal sealed class CrawlSpeed : IBenchmark
{
    private const int Sites = 32;
    private const int PagesOfSite = 125;
    private const int WarmUpSites = 16;
    private const int Rounds = 3;

    private static readonly int[] concurrencies = [16, 32, 64];

    public string Name => "crawl";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken) =>
        [
            .. await CompareAsync(cancellationToken),
            .. await GrowAsync("as found", CrawlPolicy.BreadthFirst, 16, 400, [100_000, 150_000, 200_000, 250_000], cancellationToken),
            .. await GrowAsync("chosen by a bandit", CrawlPolicy.Bandit, 1, 6_000, [60_000, 70_000, 80_000, 90_000], cancellationToken),
        ];

    private async Task<IEnumerable<BenchmarkRow>> CompareAsync(CancellationToken cancellationToken)
    {
        await using var process = SideProcess.StartSelf(SiteProcess.Role, $"{WarmUpSites + Sites}", $"{PagesOfSite}", "8");
        var ready = await process.ReadAsync<SitesReady>(cancellationToken);
        var sites = ready.Urls[WarmUpSites..];
        var scrapy = await Scrapy.FindAsync(cancellationToken);
        var concurrency = scrapy is null ? 0 : await BestConcurrencyAsync(scrapy, sites, cancellationToken);

        var own = new List<CrawlFigures>();
        var inMemory = new List<ScrapyFigures>();
        var onDisk = new List<ScrapyFigures>();
        for (var round = 0; round < Rounds; round++)
        {
            own.Add(await CrawlAsync(ready, 0, CrawlPolicy.BreadthFirst, [], cancellationToken));
            await TellAsync($"TrendGrains {own[^1].Rate:0} pages/s");
            if (scrapy is not null)
            {
                inMemory.Add(await scrapy.RunAsync(sites, concurrency, jobs: false, cancellationToken));
                onDisk.Add(await scrapy.RunAsync(sites, concurrency, jobs: true, cancellationToken));
                await TellAsync($"Scrapy {inMemory[^1].Rate:0} pages/s in memory, {onDisk[^1].Rate:0} with jobs on disk");
            }
        }

        return [.. OwnRows(own), .. ScrapyRows("Scrapy", own, inMemory, concurrency), .. ScrapyRows("Scrapy with its jobs on disk", own, onDisk, concurrency)];
    }

    private static async Task<int> BestConcurrencyAsync(Scrapy scrapy, string[] sites, CancellationToken cancellationToken)
    {
        var best = (Concurrency: 0, Rate: 0.0);
        foreach (var concurrency in concurrencies)
        {
            var figures = await scrapy.RunAsync(sites, concurrency, jobs: false, cancellationToken);
            await TellAsync($"Scrapy with {concurrency} requests at a time: {figures.Rate:0} pages/s");
            best = figures.Rate > best.Rate ? (concurrency, figures.Rate) : best;
        }

        return best.Concurrency;
    }

    private IEnumerable<BenchmarkRow> OwnRows(List<CrawlFigures> runs)
    {
        var pages = runs[0].Fetched;
        var note = $"median of {runs.Count}: {runs.Min(r => r.Rate):0}-{runs.Max(r => r.Rate):0}; {pages} pages of {Sites} sites, all fetched, read, embedded and stored, their links in the frontier";
        yield return new(Name, "TrendGrains, whole path", Median(runs, r => r.Rate), "pages/s", note);
        yield return new(Name, "TrendGrains, whole path and trends", Median(runs, r => r.Fetched / r.SecondsWithTrends), "pages/s", "until every item had its trend");
        yield return new(Name, "TrendGrains, processor", Median(runs, r => r.CrawlerCpu / r.Fetched) * 1000, "ms/page", "the crawler's own process, trends included");
        yield return new(Name, "TrendGrains, processor of the database", Median(runs, r => r.DatabaseCpu / r.Fetched) * 1000, "ms/page");
        yield return new(Name, "TrendGrains, processor of the sites", Median(runs, r => r.SitesCpu / r.Fetched) * 1000, "ms/page");
        yield return new(Name, "TrendGrains, peak resident memory", Median(runs, r => r.PeakMegabytes), "MB", "the crawler's own process, model and runtime included");
    }

    private IEnumerable<BenchmarkRow> ScrapyRows(string name, List<CrawlFigures> own, List<ScrapyFigures> runs, int concurrency)
    {
        if (runs.Count == 0)
        {
            yield return new(Name, name, 0, "pages/s", "skipped: python3-scrapy is not installed");
            yield break;
        }

        yield return new(
            Name, name, Median(runs, r => r.Rate), "pages/s",
            $"median of {runs.Count}: {runs.Min(r => r.Rate):0}-{runs.Max(r => r.Rate):0}; Scrapy {runs[0].Version}, {runs[0].Fetched} pages, {concurrency} requests at a time; links followed, pages as JSON lines");
        yield return new(Name, $"{name}, processor", Median(runs, r => r.CrawlerCpu / r.Fetched) * 1000, "ms/page", "start of Python included");
        yield return new(Name, $"{name}, peak resident memory", Median(runs, r => r.PeakMegabytes), "MB");
        yield return new(Name, $"TrendGrains, whole path, against {name}", Median(own, r => r.Rate) / Median(runs, r => r.Rate), "x pages/s");
    }

    /// <summary>Forty new links on every page: the frontier grows far faster than it is worked off.</summary>
    private async Task<IEnumerable<BenchmarkRow>> GrowAsync(
        string order, CrawlPolicy policy, int sites, int pagesOfSite, int[] marks, CancellationToken cancellationToken)
    {
        await using var process = SideProcess.StartSelf(SiteProcess.Role, $"{WarmUpSites + sites}", "2000000000", "40");
        var ready = await process.ReadAsync<SitesReady>(cancellationToken);
        var figures = await CrawlAsync(ready, pagesOfSite, policy, marks, cancellationToken);
        var name = $"links {order}, {sites} site{(sites == 1 ? "" : "s")}";
        return
        [
            .. figures.Samples.Select(s => new BenchmarkRow(Name, $"{name}: memory at {s.Found:#,0} URLs found", s.Heap, "MB managed", $"{s.Resident:0} MB resident")),
            new(Name, $"{name}: URLs waiting at the end", figures.Waiting, "URLs", $"after {figures.Fetched} pages; peak {figures.PeakMegabytes:0} MB resident"),
            new(Name, $"{name}: pages while the frontier grows", figures.Rate, "pages/s", "forty new links on each"),
        ];
    }

    private static async Task<CrawlFigures> CrawlAsync(SitesReady sites, int mostPages, CrawlPolicy policy, int[] samples, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateAsync(cancellationToken);
        var order = new CrawlOrder(
            database.ConnectionString, sites.ProcessId, sites.Urls[..WarmUpSites], sites.Urls[WarmUpSites..], mostPages, policy, samples);
        await using var crawler = SideProcess.StartSelf(CrawlerProcess.Role, System.Text.Json.JsonSerializer.Serialize(order));
        return await crawler.ReadAsync<CrawlFigures>(cancellationToken);
    }

    private static Task TellAsync(string line) => Console.Error.WriteLineAsync($"bench:   {line}");

    private static double Median<T>(List<T> runs, Func<T, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);
}
