using System.Globalization;
using TrendGrains.Benchmarks.Recrawling;
using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Benchmarks;

/// <summary>When again: how much of what is watched is fresh under each policy at equal budget, against the best schedule that knows the true rates.</summary>
internal sealed class CrawlFreshness : IBenchmark
{
    private const int Worlds = 10;

    /// <summary>Student's t for 9 degrees of freedom, two-sided 95 %.</summary>
    private const double T9 = 2.262;

    public string Name => "crawl-freshness";

    public Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        var rows = new List<BenchmarkRow>();
        foreach (var (name, make) in MadeUpWorlds.All.Append(("pretend press, ten newspapers", PressTimelines.Make)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.AddRange(Measure(name, [.. Enumerable.Range(Seeds.Scored[0], Worlds).Select(make)]));
        }

        return Task.FromResult<IReadOnlyList<BenchmarkRow>>(rows);
    }

    private IEnumerable<BenchmarkRow> Measure(string world, WatchedWorld[] worlds)
    {
        var best = Array.ConvertAll(worlds, Best);
        yield return Row(world, "offline optimum", best, "share of importance fresh, computed from the true rates");
        var shares = VisitPolicies.All.ToDictionary(p => p.Name, p => worlds.Select((w, i) => VisitSimulation.Run(w, p.Value, i)).ToArray());
        foreach (var (name, _) in VisitPolicies.All)
        {
            yield return Row(world, name, [.. shares[name].Select(s => s.Whole)], $"second half {shares[name].Average(s => s.Later):F3}; of the optimum {Mean(shares[name].Select((s, i) => s.Whole / best[i])):P1}");
        }

        double[] gained = [.. shares[VisitPolicies.Shipped].Zip(shares[VisitPolicies.Fixed], (p, f) => p.Whole - f.Whole)];
        yield return Row(world, "policy minus fixed interval", gained, $"better in {gained.Count(g => g > 0)} of {Worlds} worlds");
    }

    /// <summary>What even visits at the best rates would keep fresh; a page that appears later counts from then on.</summary>
    private static double Best(WatchedWorld world)
    {
        WatchedPage[] pages = [.. world.Pages.Select(p => new WatchedPage(p.Rate, p.Importance * (world.Days - p.Appears) / world.Days, p.Host))];
        return FreshnessPlan.Freshness(pages, FreshnessPlan.Solve(pages, world.Budget, world.HostLimits).Visits);
    }

    private BenchmarkRow Row(string world, string what, double[] values, string note)
    {
        var mean = values.Average();
        var spread = T9 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length);
        return new(Name, $"{world}: {what}", mean, "share", string.Create(CultureInfo.InvariantCulture, $"± {spread:F3}; {note}"));
    }

    private static double Mean(IEnumerable<double> values) => values.Average();
}
