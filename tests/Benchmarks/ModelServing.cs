using System.Diagnostics;
using TrendGrains.Benchmarks.Serving;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Benchmarks;

/// <summary>
/// The model workers against the bare session and against one HTTP server a model: closed loop, the same model file, the same machine, ways
/// taking turns within one run, medians of the turns. Every way may use every core: the bare session through a semaphore of as many.
/// </summary>
internal sealed class ModelServing : IBenchmark
{
    private const int Turns = 3;
    private const int Most = 64;

    private static readonly int[] concurrencies = [1, 4, 16, Most];
    private static readonly TimeSpan turn = TimeSpan.FromSeconds(1);

    public string Name => "models";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateAsync(cancellationToken);
        using var host = await BenchSilo.StartAsync(database, TimeSpan.Zero, cancellationToken, options => options.CacheMegabytes = 0);
        var grains = (IGrainFactory)host.Services.GetService(typeof(IGrainFactory))!;
        List<BenchmarkRow> rows = [];
        foreach (var make in new Func<ServedModel>[] { () => new FeatureServedModel("article", grains), () => new TextServedModel(grains), () => new TransformerModel(grains) })
        {
            await using var model = make();
            rows.AddRange(await MeasureAsync(model, cancellationToken));
        }

        await host.StopAsync(cancellationToken);
        return rows;
    }

    private async Task<List<BenchmarkRow>> MeasureAsync(ServedModel model, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"bench: models, {model.Name} …");
        await using var server = await ExpressServer.StartAsync(model, 500, cancellationToken);
        using var cores = new SemaphoreSlim(Environment.ProcessorCount);
        List<(string Name, Func<int, Task> Ask)> ways =
        [
            ("bare session", item => AloneAsync(model, cores, item)),
            ("pool, one a run", model.OneARunAsync),
            ("pool", model.BatchedAsync),
            ("grain", model.GrainAsync),
        ];
        if (server is not null)
        {
            ways.Add(("Express", server.AskAsync));
        }

        List<BenchmarkRow> rows = [];
        var loops = new Dictionary<(string Way, int Callers), Loop>();
        foreach (var callers in concurrencies)
        {
            foreach (var (way, loop) in await TakeTurnsAsync(ways, callers, server?.Process, cancellationToken))
            {
                loops[(way, callers)] = loop;
                rows.Add(new(Name, $"{model.Name}, {callers} callers, {way}", loop.Rate, "requests/s", $"p50 {loop.P50:0.00}, p95 {loop.P95:0.00}, p99 {loop.P99:0.00} ms; {loop.Processor:0.0} µs of processor each"));
                await Console.Error.WriteLineAsync($"bench: {rows[^1].Case}: {loop.Rate:0} requests/s, {rows[^1].Note}");
            }
        }

        rows.Add(new(Name, $"{model.Name}, {Most} callers, pool's mean batch", model.BatchSize, "items", "the last 512 runs"));
        foreach (var rival in new[] { "bare session", "pool, one a run", "Express" })
        {
            if (loops.TryGetValue((rival, Most), out var other))
            {
                var pool = loops[("pool", Most)];
                rows.Add(new(Name, $"{model.Name}, {Most} callers, pool against {rival}", pool.Rate / other.Rate, "times the requests/s", $"at {pool.P95 / other.P95:0.00} times its p95, {other.Processor / pool.Processor:0.00} times the requests for the same processor time"));
            }
        }

        if (server is null)
        {
            rows.Add(new(Name, $"{model.Name}, Express", double.NaN, "requests/s", "skipped: node or the packages in .local/model-server are not there"));
        }

        rows.Add(new(Name, $"{model.Name}, 1 caller, what the pool adds", loops[("pool", 1)].P99 - loops[("bare session", 1)].P99, "ms p99", $"p50 {loops[("pool", 1)].P50 - loops[("bare session", 1)].P50:0.000} ms"));
        return rows;
    }

    private static async Task<List<(string Way, Loop Loop)>> TakeTurnsAsync(List<(string Name, Func<int, Task> Ask)> ways, int callers, Process? server, CancellationToken cancellationToken)
    {
        var measured = ways.ConvertAll(_ => new List<Loop>());
        for (var i = -1; i < Turns; i++)
        {
            for (var way = 0; way < ways.Count; way++)
            {
                var loop = await ClosedLoop.RunAsync(callers, turn, ways[way].Ask, cancellationToken, way == ways.Count - 1 ? server : null);
                if (i >= 0)
                {
                    measured[way].Add(loop);
                }
            }
        }

        return ways.Select((w, i) => (w.Name, Loop.Median(measured[i]))).ToList();
    }

    /// <summary>A request that runs its own session.Run, as many at once as there are cores, in order of arrival.</summary>
    private static async Task AloneAsync(ServedModel model, SemaphoreSlim cores, int item)
    {
        await cores.WaitAsync();
        try
        {
            model.RunAlone(item);
        }
        finally
        {
            cores.Release();
        }
    }
}
