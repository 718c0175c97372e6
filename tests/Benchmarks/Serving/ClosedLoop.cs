using System.Diagnostics;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>Callers that each wait for their answer before they ask again.</summary>
internal static class ClosedLoop
{
    /// <param name="ask">Asks for the item of that number.</param>
    /// <param name="server">A process that works for the callers; what it uses counts as well.</param>
    public static async Task<Loop> RunAsync(int callers, TimeSpan time, Func<int, Task> ask, CancellationToken cancellationToken, Process? server = null)
    {
        var used = Used(server);
        var began = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
            async () =>
            {
                var own = new List<double>(4096);
                for (var i = caller; Stopwatch.GetElapsedTime(began) < time; i += callers)
                {
                    var asked = Stopwatch.GetTimestamp();
                    await ask(i);
                    own.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }

                return own;
            }, cancellationToken)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var all = latencies.SelectMany(l => l).Order().ToArray();
        return new Loop(all.Length / seconds, At(all, 0.5), At(all, 0.95), At(all, 0.99), (Used(server) - used).TotalMilliseconds * 1000 / Math.Max(1, all.Length));
    }

    private static TimeSpan Used(Process? server)
    {
        using var own = Process.GetCurrentProcess();
        server?.Refresh();
        return own.TotalProcessorTime + (server?.TotalProcessorTime ?? TimeSpan.Zero);
    }

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? double.NaN : sorted[(int)(part * (sorted.Length - 1))];
}

/// <param name="Rate">Answers a second.</param>
/// <param name="P50">Milliseconds, as the other two.</param>
/// <param name="Processor">Microseconds of processor time an answer, callers included: what remains comparable where others use the machine too.</param>
internal sealed record Loop(double Rate, double P50, double P95, double P99, double Processor)
{
    public static Loop Median(IReadOnlyList<Loop> turns) => new(Middle(turns, t => t.Rate), Middle(turns, t => t.P50), Middle(turns, t => t.P95), Middle(turns, t => t.P99), Middle(turns, t => t.Processor));

    private static double Middle(IReadOnlyList<Loop> turns, Func<Loop, double> of) => turns.Select(of).Order().ElementAt(turns.Count / 2);
}
