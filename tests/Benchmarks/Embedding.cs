using System.Diagnostics;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Closed loop, 64 callers that each wait for their vector before they ask again: the batching queue against the same model and the same
/// threads one text a run. The two take turns within one process, so that both meet the same machine; medians of the turns are shown.
/// </summary>
internal sealed class Embedding : IBenchmark
{
    private const int Callers = 64;
    private const int Turns = 5;

    private static readonly TimeSpan turn = TimeSpan.FromSeconds(1.5);

    private static readonly string[] titles =
    [
        .. Enumerable.Range(0, 500).Select(i => $"한국은행 기준금리 {i % 40 * 0.25:0.00}% 동결…시장 \"{i}번째 예상 부합\""),
        .. Enumerable.Range(0, 500).Select(i => $"Central bank holds its key rate at {i % 40 * 0.25:0.00}% as analyst number {i} expected"),
    ];

    public string Name => "embedding";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        var entry = ModelCatalog.Load(ModelsFolder.Find()).Single(m => m.Name == "text-embedding");
        using var embedder = TextEmbedder.Open(entry);
        List<BenchmarkRow> rows = [];
        foreach (var (length, texts) in new[] { ("title", titles), ("full prefix", [.. titles.Select((_, i) => string.Join(' ', titles.Skip(i % 900).Take(30)))]) })
        {
            rows.AddRange(await CompareAsync(embedder, length, texts, cancellationToken));
        }
        return rows;
    }

    private async Task<IEnumerable<BenchmarkRow>> CompareAsync(TextEmbedder embedder, string length, string[] texts, CancellationToken cancellationToken)
    {
        await using var batched = Queue(embedder, maxBatch: 256);
        await using var single = Queue(embedder, maxBatch: 1);
        // Fair, or two callers would keep both cores to themselves and the other sixty-two would never be measured.
        var direct = new Func<string, Task<float[]>>(text => Task.Factory.StartNew(
            () => embedder.Embed([text])[0], cancellationToken, TaskCreationOptions.PreferFairness | TaskCreationOptions.RunContinuationsAsynchronously, TaskScheduler.Default));
        (string Case, Func<string, Task<float[]>> Run)[] ways =
        [
            ("batched", text => batched.RunAsync(text, cancellationToken)),
            ("one a run, same queue", text => single.RunAsync(text, cancellationToken)),
            ("one a run, every core", direct),
        ];
        var measured = ways.ToDictionary(w => w.Case, _ => new List<Measure>());
        for (var i = -1; i < Turns; i++)
        {
            foreach (var (name, run) in ways)
            {
                var measure = await LoopAsync(run, texts, cancellationToken);
                if (i >= 0)
                {
                    measured[name].Add(measure);
                }
            }
        }
        var of = measured.ToDictionary(m => m.Key, m => Measure.Median(m.Value));
        var best = of["batched"];
        return
        [
            .. ways.SelectMany(w => Rows($"{length}, {w.Case}", of[w.Case])),
            .. ways.Skip(1).Select(w => new BenchmarkRow(Name, $"{length}, batched against {w.Case}", best.Rate / of[w.Case].Rate, "x texts/s")),
            .. ways.Skip(1).Select(w => new BenchmarkRow(Name, $"{length}, batched against {w.Case}", best.P95 / of[w.Case].P95, "x p95")),
        ];
    }

    private IEnumerable<BenchmarkRow> Rows(string name, Measure measure) =>
    [
        new(Name, name, measure.Rate, "texts/s", $"{Callers} callers"),
        new(Name, name, measure.P50, "ms p50"),
        new(Name, name, measure.P95, "ms p95"),
    ];

    private static BatchingQueue<string, float[]> Queue(TextEmbedder embedder, int maxBatch) => new(
        embedder.Model, embedder.Embed, new BatchingOptions(maxBatch, 10_000, TimeSpan.Zero, TimeSpan.FromMinutes(1)), TimeProvider.System);

    private static async Task<Measure> LoopAsync(Func<string, Task<float[]>> run, string[] texts, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(
            async () =>
            {
                var own = new List<double>(4096);
                for (var i = caller; Stopwatch.GetElapsedTime(began) < turn; i += Callers)
                {
                    var asked = Stopwatch.GetTimestamp();
                    await run(texts[i % texts.Length]);
                    own.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
                return own;
            }, cancellationToken)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var all = latencies.SelectMany(l => l).Order().ToArray();
        return new Measure(all.Length / seconds, all[all.Length / 2], all[(int)(all.Length * 0.95)]);
    }

    private sealed record Measure(double Rate, double P50, double P95)
    {
        public static Measure Median(List<Measure> turns) => new(Middle(turns, t => t.Rate), Middle(turns, t => t.P50), Middle(turns, t => t.P95));

        private static double Middle(List<Measure> turns, Func<Measure, double> of) => turns.Select(of).Order().ElementAt(turns.Count / 2);
    }
}
