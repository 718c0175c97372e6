using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>The crawler that is measured: the whole platform in a process of its own, one source for each site.</summary>
internal static class CrawlerProcess
{
    public const string Role = "crawl-run";

    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(100);

    /// <param name="arguments">A <see cref="CrawlOrder"/> as JSON.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var order = JsonSerializer.Deserialize<CrawlOrder>(arguments[0])!;
        using var host = await BenchSilo.StartAsync(order.Database, TimeSpan.Zero, stateInDatabase: true, CancellationToken.None);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await using var database = NpgsqlDataSource.Create(order.Database);

        // Compiled, connected and with its model open, as a crawler is after its first minute.
        await CrawlAsync(grains, order.WarmUp, "warm", 125, order.Policy);
        await SettleAsync(host.Services, grains);

        if (await PartialAsync(database) is var partial and > 0)
        {
            // Without its model every item is tried again and again, which is another measurement.
            await Console.Error.WriteLineAsync($"bench: {partial} items were not embedded: the model does not run on this machine.");
            return 1;
        }

        var before = await CostAsync(order, database);
        var started = Stopwatch.GetTimestamp();
        using var watching = new CancellationTokenSource();
        var samples = WatchAsync(database, order.Samples, watching.Token);
        var runs = await CrawlAsync(grains, order.Sites, "site", order.MostPages, order.Policy);
        var crawled = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await watching.CancelAsync();
        await SettleAsync(host.Services, grains);
        var settled = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var after = await CostAsync(order, database);

        Console.WriteLine(JsonSerializer.Serialize(new CrawlFigures
        {
            Fetched = runs.Sum(r => r.Fetched),
            Stored = runs.Sum(r => r.New),
            Failed = runs.Sum(r => r.Failed),
            Waiting = runs.Sum(r => r.Waiting),
            Seconds = crawled,
            SecondsWithTrends = settled,
            CrawlerCpu = after.Crawler - before.Crawler,
            DatabaseCpu = after.Database - before.Database,
            SitesCpu = after.Sites - before.Sites,
            PeakMegabytes = ProcessCost.Resident().Peak,
            Samples = await samples,
        }));
        await host.StopAsync();
        return 0;
    }

    private static async Task<CrawlProgress[]> CrawlAsync(IGrainFactory grains, string[] sites, string name, int mostPages, CrawlPolicy policy)
    {
        var sources = sites.Select((_, i) => grains.GetGrain<ISourceGrain>($"{name}-{i}")).ToArray();
        for (var i = 0; i < sites.Length; i++)
        {
            await sources[i].ConfigureAsync(
                new SourceDefinition
                {
                    Slug = $"{name}-{i}",
                    Kind = SourceKind.Site,
                    Access = AccessMode.Crawl,
                    Url = sites[i],
                    Internal = true,
                    Interval = TimeSpan.FromDays(1),
                    Delay = TimeSpan.Zero,
                    MaxPages = mostPages,
                    Policy = policy,
                },
                CancellationToken.None);
        }

        return await Task.WhenAll(sources.Select(CrawlAsync));
    }

    private static async Task<CrawlProgress> CrawlAsync(ISourceGrain source)
    {
        await source.StartCrawlAsync(CancellationToken.None);
        CrawlProgress? last = null;
        await foreach (var progress in source.WatchAsync(CancellationToken.None))
        {
            last = progress;
        }

        return last ?? throw new InvalidOperationException("A crawl told nothing of itself.");
    }

    private static async Task SettleAsync(IServiceProvider services, IGrainFactory grains)
    {
        foreach (var board in await services.GetRequiredService<ArrivalStore>().BoardsAsync(CancellationToken.None))
        {
            while ((await grains.GetGrain<ITrendBoardGrain>(board).CatchUpAsync(CancellationToken.None)).Behind)
            {
            }
        }
    }

    private static async Task<long> PartialAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM items WHERE state = 'partial'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Memory each time the frontier has found another so many URLs.</summary>
    private static async Task<List<MemorySample>> WatchAsync(NpgsqlDataSource database, int[] marks, CancellationToken cancellationToken)
    {
        var samples = new List<MemorySample>();
        try
        {
            while (samples.Count < marks.Length)
            {
                await Task.Delay(look, TimeProvider.System, cancellationToken);

                // Numbers are given in the order found, so the last one tells how many there are, and costs nothing to read.
                await using var command = database.CreateCommand("SELECT last_value FROM frontier_seq_seq");
                var found = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
                if (found >= marks[samples.Count])
                {
                    samples.Add(new MemorySample(found, GC.GetTotalMemory(forceFullCollection: true) / 1_000_000.0, ProcessCost.Resident().Now));
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        return samples;
    }

    private static async Task<(double Crawler, double Database, double Sites)> CostAsync(CrawlOrder order, NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("SELECT pid FROM pg_stat_activity WHERE datname = current_database()");
        await using var reader = await command.ExecuteReaderAsync();
        var backends = 0.0;
        while (await reader.ReadAsync())
        {
            backends += ProcessCost.CpuSeconds(reader.GetInt32(0));
        }

        return (ProcessCost.CpuSeconds(Environment.ProcessId), backends, ProcessCost.CpuSeconds(order.SitesProcess));
    }
}

/// <param name="Database">Connection string of an empty database.</param>
/// <param name="WarmUp">Sites that are crawled before the clock starts.</param>
/// <param name="MostPages">Of each site.</param>
/// <param name="Samples">Memory is looked at when so many URLs have been found.</param>
internal sealed record CrawlOrder(string Database, int SitesProcess, string[] WarmUp, string[] Sites, int MostPages, CrawlPolicy Policy, int[] Samples);

/// <summary>What a crawl did and cost; times in seconds, memory in MB.</summary>
internal sealed record CrawlFigures
{
    public int Fetched { get; init; }
    public int Stored { get; init; }
    public int Failed { get; init; }
    public int Waiting { get; init; }

    /// <summary>Until every page was fetched, read and stored.</summary>
    public double Seconds { get; init; }

    /// <summary>Until every item had its trend too.</summary>
    public double SecondsWithTrends { get; init; }

    public double CrawlerCpu { get; init; }
    public double DatabaseCpu { get; init; }
    public double SitesCpu { get; init; }
    public double PeakMegabytes { get; init; }
    public List<MemorySample> Samples { get; init; } = [];

    public double Rate => Fetched / Seconds;
}

/// <param name="Heap">Managed memory after a full collection.</param>
internal sealed record MemorySample(long Found, double Heap, double Resident);
