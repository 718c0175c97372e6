using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Press.Clock;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;
using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Benchmarks;

/// <summary>
/// From the pretend press over HTTP to a trend: robots.txt, feeds, pages, both durable points, vectors, boards. The press runs in the same
/// process without its slow and failing hosts, its clock is moved on twelve hours at a time, and no pause is kept between requests: the
/// outlets whose robots.txt asks for one are left out, since they would be all that is measured.
/// </summary>
internal sealed class PressIngest : IBenchmark
{
    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan length = TimeSpan.FromDays(6);
    private static readonly TimeSpan step = TimeSpan.FromHours(12);

    public string Name => "press-ingest";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        var world = WorldBuilder.Build(Seeds.Development[0], start, length, WorldSize.Usual);
        await MeasureAsync(WorldBuilder.Build(Seeds.Development[1], start, TimeSpan.FromDays(1), WorldSize.Usual), follow: true, cancellationToken);
        var feeds = await MeasureAsync(world, follow: false, cancellationToken);
        var pages = await MeasureAsync(world, follow: true, cancellationToken);
        return [.. Rows("feed entries alone", feeds), .. Rows("feed entries and the pages they announce", pages)];
    }

    private IEnumerable<BenchmarkRow> Rows(string name, (int Items, int Fetched, double Seconds) run) =>
    [
        new(Name, name, run.Items / run.Seconds, "items/s", $"{run.Items} items in {run.Seconds:0.0} s, each with its trend"),
        new(Name, $"{name}, requests", run.Fetched / run.Seconds, "fetches/s", $"{run.Fetched} answers"),
    ];

    private static async Task<(int Items, int Fetched, double Seconds)> MeasureAsync(PressWorld world, bool follow, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateAsync(cancellationToken);
        using var host = await BenchSilo.StartAsync(database, TimeSpan.Zero, cancellationToken);
        await using var press = await PressHost.StartAsync(world, new PressOptions { Frozen = true, Faults = false }, TimeProvider.System, cancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var sources = new List<ISourceGrain>();
        foreach (var outlet in press.Note.Outlets)
        {
            if (await AsksForPausesAsync(outlet, cancellationToken))
            {
                continue;
            }

            foreach (var feed in outlet.Sources.Where(s => s.Kind == "feed"))
            {
                sources.Add(grains.GetGrain<ISourceGrain>(feed.Slug));
                await sources[^1].ConfigureAsync(Definition(feed, follow), cancellationToken);
            }
        }

        var (items, fetched) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        for (var now = world.Start + step; now <= world.Start + world.Length; now += step)
        {
            press.Clock.Change(new ClockChange { Now = now });
            foreach (var progress in await Task.WhenAll(sources.Select(s => CrawlAsync(s, cancellationToken))))
            {
                (items, fetched) = (items + progress.New, fetched + progress.Fetched);
            }
        }

        await SettleAsync(host.Services.GetRequiredService<ArrivalStore>(), grains, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await host.StopAsync(cancellationToken);
        return (items, fetched, seconds);
    }

    private static SourceDefinition Definition(SourceNote source, bool follow) => new()
    {
        Slug = source.Slug,
        Kind = SourceKind.Feed,
        Access = AccessMode.Feed,
        Url = source.Url,
        Internal = true,
        Interval = TimeSpan.FromDays(1),
        FollowEntries = follow,
    };

    private static async Task<bool> AsksForPausesAsync(OutletNote outlet, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var robots = await client.GetStringAsync(new Uri(outlet.BaseUrl + "robots.txt"), cancellationToken);
        return robots.Contains("Crawl-delay", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<CrawlProgress> CrawlAsync(ISourceGrain source, CancellationToken cancellationToken)
    {
        await source.StartCrawlAsync(cancellationToken);
        CrawlProgress? last = null;
        await foreach (var progress in source.WatchAsync(cancellationToken))
        {
            last = progress;
        }

        return last ?? throw new InvalidOperationException("A crawl told nothing of itself.");
    }

    private static async Task SettleAsync(ArrivalStore arrivals, IGrainFactory grains, CancellationToken cancellationToken)
    {
        foreach (var board in await arrivals.BoardsAsync(cancellationToken))
        {
            while ((await grains.GetGrain<ITrendBoardGrain>(board).CatchUpAsync(cancellationToken)).Behind)
            {
            }
        }
    }
}
