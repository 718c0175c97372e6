using System.Diagnostics;
using System.Text.Json;
using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks;

/// <summary>
/// <c>evaluate extract</c> on WCXB's development pages, on one core, with Mozilla's Readability on jsdom reading the same pages after it.
/// Needs ../shared/data/wcxb, and for the rival what deploy/local/bench puts into .local/readability.
/// </summary>
internal sealed class Reading : IBenchmark
{
    public string Name => "reading";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        var gold = Checkout.SharedData is { } data ? Path.Combine(data, "wcxb", "wcxb-dev.tar.xz") : "";
        if (!File.Exists(gold))
        {
            return [new BenchmarkRow(Name, "WCXB", double.NaN, "ms", "skipped: there is no ../shared/data/wcxb/wcxb-dev.tar.xz beside the checkout")];
        }

        var executable = Environment.GetEnvironmentVariable("TRENDGRAINS_EXECUTABLE") ?? "trendgrains";
        var rival = Path.Combine(Checkout.Root, ".local", "readability");
        var start = new ProcessStartInfo("taskset", ["-c", "0", executable, "evaluate", "extract", "--gold", gold, "--against", rival, "--json"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var rows = new List<BenchmarkRow>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            var figures = JsonDocument.Parse(line).RootElement;
            if (figures.TryGetProperty("rival", out _))
            {
                Add(rows, "Readability on jsdom", figures);
                rows.Add(new BenchmarkRow(Name, "Readability's time, all pages", figures.GetProperty("timesSlower").GetDouble(), "times ours", "goal: 10"));
                rows.Add(new BenchmarkRow(Name, "Readability's time, the median page", figures.GetProperty("medianTimesSlower").GetDouble(), "times ours"));
            }
            else if (figures.TryGetProperty("part", out var part) && part.GetString() == "all")
            {
                Add(rows, "TrendGrains", figures);
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            rows.Add(new BenchmarkRow(Name, "Readability on jsdom", double.NaN, "ms", "skipped: its packages are not in .local/readability, or node is not there"));
        }

        return rows;
    }

    private void Add(List<BenchmarkRow> rows, string who, JsonElement figures)
    {
        var pages = $"{figures.GetProperty("pages").GetInt32()} pages, one core, one after another";
        rows.Add(new BenchmarkRow(Name, $"{who}, a page, median", figures.GetProperty("medianMs").GetDouble(), "ms", pages));
        rows.Add(new BenchmarkRow(Name, $"{who}, a page, p95", figures.GetProperty("p95Ms").GetDouble(), "ms"));
        rows.Add(new BenchmarkRow(Name, $"{who}, a page, slowest", figures.GetProperty("slowestMs").GetDouble(), "ms"));
        rows.Add(new BenchmarkRow(Name, $"{who}, text", figures.GetProperty("f1").GetDouble(), "word F1"));
    }
}
