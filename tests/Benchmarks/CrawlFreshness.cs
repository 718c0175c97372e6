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
        var shares = VisitPolicy.All.ToDictionary(p => p, p => worlds.Select((w, i) => VisitSimulation.Run(w, p, i)).ToArray());
        var computed = Array.ConvertAll(worlds, Best);

        // Pages that appear, and the first visits after all were fresh, are not in what is computed: the optimum is the better of the two.
        double[] best = [.. computed.Select((b, i) => Math.Max(b, shares[VisitPolicy.Known][i].Whole))];
        yield return Row(world, "offline optimum", best, $"computed from the true rates {computed.Average():F3}");
        foreach (var policy in VisitPolicy.All)
        {
            yield return Row(
                world, policy.Name, [.. shares[policy].Select(s => s.Whole)],
                string.Create(CultureInfo.InvariantCulture, $"of the optimum {100 * shares[policy].Select((s, i) => s.Whole / best[i]).Average():F1} %; second half {shares[policy].Average(s => s.Later):F3}"));
        }

        double[] gained = [.. shares[VisitPolicy.Shipped].Zip(shares[VisitPolicy.Fixed], (p, f) => p.Whole - f.Whole)];
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
}
