using System.Diagnostics;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Benchmarks.Serving;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Ten times what a model can do is asked of it for a minute, whether it answers or not: what is refused, by what, what the memory does, how
/// long the accepted wait, and how soon it is itself again.
/// </summary>
internal sealed class ModelOverload : IBenchmark
{
    private const int Batch = 64;
    private const int Times = 10;

    private static readonly TimeSpan length = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(10);

    public string Name => "model-overload";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        await using var workers = FeatureServedModel.Workers(maxBatch: 256);
        var width = workers.Models.Single(m => m.Name == "page-kind").Features.Count;
        var rows = Enumerable.Range(0, Batch).Select(i => Enumerable.Repeat(i / (float)Batch, width).ToArray()).ToArray();
        // Rows of its own for each call, as callers have: what waits is then counted with what it holds.
        Task<ScoreResult> Ask() => workers.ScoreAsync("page-kind", Array.ConvertAll(rows, row => (float[])row.Clone()), cancellationToken);
        var able = (await ClosedLoop.RunAsync(8, TimeSpan.FromSeconds(3), _ => Ask(), cancellationToken)).Rate;
        var calm = (await ClosedLoop.RunAsync(1, TimeSpan.FromSeconds(2), _ => Ask(), cancellationToken)).P50;

        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var tally = new Tally();
        var (asked, peak) = (0L, 0L);
        var open = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        using (var timer = new PeriodicTimer(tick))
        {
            while (Stopwatch.GetElapsedTime(began) < length && await timer.WaitForNextTickAsync(cancellationToken))
            {
                for (var due = (long)(Stopwatch.GetElapsedTime(began).TotalSeconds * able * Times); asked < due; asked++)
                {
                    open.Add(tally.CountAsync(Ask));
                }

                open.RemoveAll(call => call.IsCompleted);
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        var ended = Stopwatch.GetTimestamp();
        await Task.WhenAll(open);
        var drained = Stopwatch.GetElapsedTime(ended);
        if (tally.Answered + tally.Refused + tally.Others is var told && told != asked)
        {
            throw new InvalidOperationException($"{asked} calls were asked and {told} ended.");
        }

        var after = await ClosedLoop.RunAsync(1, TimeSpan.FromSeconds(2), _ => Ask(), cancellationToken);
        return
        [
            new(Name, "calls it can answer", able, "calls/s", $"{Batch} rows each, 8 callers"),
            new(Name, "calls asked for", asked / length.TotalSeconds, "calls/s", $"{Times} times as many, {length.TotalSeconds:0} s"),
            new(Name, "answered", tally.Answered / length.TotalSeconds, "calls/s", $"p95 {tally.P95():0} ms"),
            new(Name, "refused with the time to try again", tally.Refused / length.TotalSeconds, "calls/s"),
            new(Name, "ended in any other way", tally.Others, "calls"),
            new(Name, "memory at its peak", (peak - memory) / 1048576.0, "MiB", "above the start, garbage included"),
            new(Name, "memory afterwards", (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1048576.0, "MiB", "above the start"),
            new(Name, "last call ended after", drained.TotalMilliseconds, "ms"),
            new(Name, "a lone call afterwards", after.P50, "ms p50", $"before {calm:0.00}"),
        ];
    }

    private sealed class Tally
    {
        private readonly Lock gate = new();
        private readonly List<double> waits = [];
        private long refused;
        private long others;

        public long Answered
        {
            get
            {
                lock (gate)
                {
                    return waits.Count;
                }
            }
        }

        public long Refused => Interlocked.Read(ref refused);

        public long Others => Interlocked.Read(ref others);

        public double P95()
        {
            lock (gate)
            {
                return waits.Count == 0 ? double.NaN : waits.Order().ElementAt((int)(waits.Count * 0.95));
            }
        }

        public async Task CountAsync(Func<Task<ScoreResult>> ask)
        {
            var asked = Stopwatch.GetTimestamp();
            try
            {
                await ask();
                lock (gate)
                {
                    waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
            }
            catch (ModelBusyException)
            {
                Interlocked.Increment(ref refused);
            }
            catch (Exception)
            {
                // Whatever it was, it is neither of the two ends that a call may come to here.
                Interlocked.Increment(ref others);
            }
        }
    }
}
