using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Benchmarks.Recrawling;

/// <summary>Lets a policy spend a world's budget visit by visit, learning from what it sees, and measures how much of the importance was fresh.</summary>
internal static class VisitSimulation
{
    /// <summary>The prior is fitted anew after so many visits.</summary>
    private const int VisitsBetweenFits = 100;

    /// <returns>Share of the importance that was fresh, over all the time and over its second half.</returns>
    public static (double Whole, double Later) Run(WatchedWorld world, VisitPolicy policy, int seed)
    {
        var chance = new Random(seed);
        var pages = world.Pages;
        var evidence = new ChangeEvidence[pages.Length];
        var drawn = Array.ConvertAll(pages, _ => ChangeRate.Unknown.Draw(chance));
        var last = Array.ConvertAll(pages, p => p.Appears);
        var prior = ChangeRate.Unknown;
        var visited = new bool[pages.Length];
        var free = new double[Math.Max(1, world.HostLimits.Length)];
        var fresh = new FreshTime(world.Days);
        for (var visit = 1; visit <= world.Budget * world.Days; visit++)
        {
            var now = visit / world.Budget;
            var best = -1;
            var most = double.NegativeInfinity;
            for (var i = 0; i < pages.Length; i++)
            {
                if (pages[i].Appears >= now || (world.HostLimits.Length > 0 && free[pages[i].Host] > now))
                {
                    continue;
                }

                var worth = policy.Value(new(evidence[i].Under(prior), drawn[i], pages[i].Importance, now - last[i], pages[i].Rate));
                (best, most) = worth > most ? (i, worth) : (best, most);
            }

            if (best < 0)
            {
                continue;
            }

            visited[best] = true;
            if (policy.LearnsPrior && visit % VisitsBetweenFits == 0)
            {
                prior = ChangePrior.Fit([.. evidence.Where((_, i) => visited[i]).Select(e => e.Under(prior))], prior);
            }

            var page = pages[best];
            fresh.Add(page.Importance, last[best], Math.Min(page.NextChange(last[best]), now), now);
            var belief = Learn(evidence[best].Under(prior), page, last[best], now);
            evidence[best] = ChangeEvidence.Of(belief, prior);
            drawn[best] = belief.Draw(chance);
            last[best] = now;
            if (world.HostLimits.Length > 0)
            {
                free[page.Host] = Math.Max(free[page.Host], now - (1 / world.Budget)) + (1 / world.HostLimits[page.Host]);
            }
        }

        for (var i = 0; i < pages.Length; i++)
        {
            fresh.Add(pages[i].Importance, last[i], Math.Min(pages[i].NextChange(last[i]), world.Days), world.Days);
        }

        return fresh.Shares;
    }

    private static ChangeRate Learn(ChangeRate belief, PageTimeline page, double last, double now)
    {
        var since = TimeSpan.FromDays(now - last);
        return page.LastChange(last, now) is not { } changed ? belief.Unchanged(since)
            : page.Dated ? belief.ChangedAt(since, TimeSpan.FromDays(now - changed))
            : belief.Changed(since);
    }

    /// <summary>Importance × time, fresh and in all.</summary>
    private sealed class FreshTime(double days)
    {
        private readonly double half = days / 2;
        private double fresh;
        private double all;
        private double freshLater;
        private double allLater;

        public (double Whole, double Later) Shares => (fresh / all, freshLater / allLater);

        public void Add(double importance, double from, double freshUntil, double until)
        {
            fresh += importance * (freshUntil - from);
            all += importance * (until - from);
            freshLater += importance * Math.Max(0, freshUntil - Math.Max(from, half));
            allLater += importance * Math.Max(0, until - Math.Max(from, half));
        }
    }
}
