namespace TrendGrains.Crawling.Freshness;

/// <summary>
/// The visits a day that keep the most of the importance fresh when so many may be made in all, and on each host at most so many: the first is
/// the problem of Azar, Horvitz, Lubetzky, Peres and Shahaf, "Tractable near-optimal policies for crawling", PNAS 115(32), 2018, the second
/// that of Kolobov, Lubetzky, Peres and Horvitz, "Optimal freshness crawl under politeness constraints", SIGIR 2019 (and Kolobov et al.,
/// NeurIPS 2019). One multiplier for the budget and a higher one for each host whose limit binds; both by bisection, as freshness is concave
/// in the rates.
/// </summary>
/// <param name="Visits">A day, for each page.</param>
/// <param name="Multiplier">What one more visit a day in all would be worth; 0 when the budget is more than the hosts allow.</param>
/// <param name="HostMultipliers">What a visit on each host must be worth: the multiplier, or more where its limit binds.</param>
public sealed record FreshnessPlan(double[] Visits, double Multiplier, double[] HostMultipliers)
{
    private const double Tolerance = 1e-9;

    /// <param name="pages">What is watched.</param>
    /// <param name="budget">Visits a day, above 0.</param>
    /// <param name="hostLimits">Visits a day on each host, above 0; none when empty.</param>
    /// <param name="spacing">How visits lie in time.</param>
    public static FreshnessPlan Solve(ReadOnlySpan<WatchedPage> pages, double budget, ReadOnlySpan<double> hostLimits, VisitSpacing spacing = VisitSpacing.Even)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        var limits = hostLimits.Length == 0 ? [double.PositiveInfinity] : hostLimits.ToArray();
        var hosts = new int[pages.Length];
        for (var i = 0; i < hosts.Length; i++)
        {
            hosts[i] = hostLimits.Length == 0 ? 0 : pages[i].Host;
        }

        var copy = pages.ToArray();
        var own = new double[limits.Length];
        var visits = new double[pages.Length];
        for (var h = 0; h < limits.Length; h++)
        {
            own[h] = double.IsPositiveInfinity(limits[h]) ? 0 : Fill([.. Of(h)], limits[h]);
        }

        // A host is held to its limit as long as the multiplier of all is below its own.
        var held = new bool[limits.Length];
        var shared = 0.0;
        for (var settled = false; !settled;)
        {
            var left = budget - held.Select((h, i) => h ? limits[i] : 0).Sum();
            int[] free = [.. Enumerable.Range(0, hosts.Length).Where(i => !held[hosts[i]])];
            if (left <= 0 || free.Length == 0)
            {
                break;
            }

            shared = Fill(free, left);
            settled = true;
            for (var h = 0; h < limits.Length; h++)
            {
                if (!held[h] && own[h] > shared)
                {
                    (held[h], settled) = (true, false);
                    Fill([.. Of(h)], limits[h]);
                }
            }

            shared = settled ? shared : 0;
        }

        return new(visits, shared, Array.ConvertAll(own, m => Math.Max(m, shared)));

        IEnumerable<int> Of(int host) => Enumerable.Range(0, hosts.Length).Where(i => hosts[i] == host);

        // Between two neighbouring multipliers visits may jump where ripeness is 1 to the last bit; freshness is a straight line there.
        double Fill(int[] chosen, double wanted)
        {
            if (chosen.Length == 0)
            {
                return 0;
            }

            WatchedPage[] group = [.. chosen.Select(i => copy[i])];
            var (low, high) = Bisect(m => Visited(group, m, spacing), wanted, Highest(group));
            var (more, less) = (Visited(group, low, spacing), Visited(group, high, spacing));
            var share = more > less ? Math.Clamp((wanted - less) / (more - less), 0, 1) : 0;
            for (var i = 0; i < chosen.Length; i++)
            {
                visits[chosen[i]] = (VisitsOf(group[i], low, spacing) * share) + (VisitsOf(group[i], high, spacing) * (1 - share));
            }

            return high;
        }
    }

    /// <summary>Share of the importance that is fresh at a random moment when each page is visited so often.</summary>
    public static double Freshness(ReadOnlySpan<WatchedPage> pages, ReadOnlySpan<double> visits, VisitSpacing spacing = VisitSpacing.Even)
    {
        var (fresh, all) = (0.0, 0.0);
        for (var i = 0; i < pages.Length; i++)
        {
            all += pages[i].Importance;
            fresh += pages[i].Importance * Freshness(pages[i].Rate, visits[i], spacing);
        }

        return all > 0 ? fresh / all : 1;
    }

    private static double Freshness(double rate, double visits, VisitSpacing spacing) => visits <= 0 ? 0
        : spacing == VisitSpacing.Random ? visits / (visits + rate)
        : rate / visits is var x && x < 1e-6 ? 1 - (x / 2) : (1 - Math.Exp(-x)) / x;

    private static double VisitsOf(WatchedPage page, double multiplier, VisitSpacing spacing) => spacing switch
    {
        VisitSpacing.Random => Math.Max(0, Math.Sqrt(page.Importance * page.Rate / multiplier) - page.Rate),
        _ => page.Rate / CrawlValue.Unripe(multiplier * page.Rate / page.Importance),
    };

    private static double Visited(WatchedPage[] pages, double multiplier, VisitSpacing spacing)
    {
        var sum = 0.0;
        foreach (var page in pages)
        {
            sum += VisitsOf(page, multiplier, spacing);
        }

        return sum;
    }

    /// <summary>From here on every page is given up.</summary>
    private static double Highest(WatchedPage[] pages) => pages.Max(p => p.Importance / p.Rate) * (1 + 1e-12);

    /// <summary>The multipliers between which that much is visited; visits fall as they grow.</summary>
    private static (double Low, double High) Bisect(Func<double, double> visited, double wanted, double highest)
    {
        var (low, high) = (highest, highest);
        do
        {
            (low, high) = (low / 16, low);
        }
        while (low > 1e-300 && visited(low) < wanted);

        for (var i = 0; i < 200 && high - low > Tolerance * high; i++)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = visited(middle) > wanted ? (middle, high) : (low, middle);
        }

        return (low, high);
    }
}
