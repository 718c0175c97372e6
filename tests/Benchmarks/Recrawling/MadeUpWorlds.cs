namespace TrendGrains.Benchmarks.Recrawling;

/// <summary>Populations of pages with rates over several orders of magnitude, as crawls of the web find them; all changes are drawn beforehand, so that every policy sees the same.</summary>
internal static class MadeUpWorlds
{
    private const int Pages = 500;
    private const double Days = 60;

    public static IEnumerable<(string Name, Func<int, WatchedWorld> Make)> All { get; } =
    [
        ("log-normal rates, equal importance", seed => Make(seed, LogNormal, _ => 1, share: 0.5)),
        ("log-normal rates, Zipf importance", seed => Make(seed, LogNormal, Zipf, share: 0.5)),
        ("Pareto rates, Zipf importance", seed => Make(seed, Pareto, Zipf, share: 0.5)),
        ("log-normal rates, a tenth of the budget", seed => Make(seed, LogNormal, Zipf, share: 0.05)),
        ("log-normal rates, 20 hosts with limits", seed => Make(seed, LogNormal, Zipf, share: 0.5, hosts: 20)),
        ("log-normal rates, half tell the date of change", seed => Make(seed, LogNormal, Zipf, share: 0.5, dated: 0.5)),
    ];

    /// <param name="share">Visits a day for each page, on average.</param>
    private static WatchedWorld Make(int seed, Func<Random, double> rate, Func<Random, double> importance, double share, int hosts = 0, double dated = 0)
    {
        var chance = new Random(seed);
        var pages = new PageTimeline[Pages];
        for (var i = 0; i < Pages; i++)
        {
            var changes = Math.Clamp(rate(chance), 1e-3, 500);
            pages[i] = new(0, Draw(changes, chance), changes, importance(chance), hosts == 0 ? 0 : Host(hosts, chance), chance.NextDouble() < dated);
        }

        // Every fourth host allows a tenth of what its share would be, the rest twice as much.
        double[] limits = [.. Enumerable.Range(0, hosts).Select(h => Math.Max(0.2, pages.Count(p => p.Host == h) * share * (h % 4 == 0 ? 0.1 : 2)))];
        return new(pages, Pages * share, limits, Days);
    }

    private static double[] Draw(double rate, Random chance)
    {
        var changes = new List<double>();
        for (var at = Wait(); at < Days; at += Wait())
        {
            changes.Add(at);
        }

        return [.. changes];

        double Wait() => -Math.Log(1 - chance.NextDouble()) / rate;
    }

    /// <summary>Median one change in two days; a twentieth changes more than ten times a day.</summary>
    private static double LogNormal(Random chance) => Math.Exp(Math.Log(0.5) + (1.8 * Normal(chance)));

    /// <summary>At least one in ten days, tail index 0.9.</summary>
    private static double Pareto(Random chance) => 0.1 * Math.Pow(1 - chance.NextDouble(), -1 / 0.9);

    /// <summary>As the n-th most read page of a hundred.</summary>
    private static double Zipf(Random chance) => 10.0 / (1 + chance.Next(100));

    /// <summary>A few large hosts and many small ones.</summary>
    private static int Host(int hosts, Random chance) => (int)(hosts * Math.Pow(chance.NextDouble(), 2));

    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
