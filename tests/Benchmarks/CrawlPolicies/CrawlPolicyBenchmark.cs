using System.Globalization;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;
using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>
/// Relevant pages within equal budgets, policy against policy: every news site of the worlds that <c>--seeds</c> names, and the recorded site once a
/// seed. Sites are walked once by the product's own reader and crawls replayed in memory, in slices as the source's grain takes them. Draws
/// the harvest curves into <c>artifacts/crawl-policy/harvest.svg</c>.
/// </summary>
internal sealed class CrawlPolicyBenchmark : IBenchmark
{
    private static readonly (string Name, CrawlPolicy Kind)[] policies =
        [("breadth-first", CrawlPolicy.BreadthFirst), ("random", CrawlPolicy.Random), ("best-first", CrawlPolicy.BestFirst), ("bandit", CrawlPolicy.Bandit)];

    public string Name => "crawl-policy";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        var runs = new List<SiteRun>();
        var focused = new Dictionary<CrawlFocus, List<SiteRun>>();
        foreach (var seed in Seeds.Scored)
        {
            IEnumerable<(string Site, Func<SiteGraph> Graph)> sites = PressGraphs.Of(seed);
            foreach (var (name, graph) in RecordedSite.IsThere ? sites.Append((RecordedSite.Name, RecordedSite.Graph)) : sites)
            {
                var site = graph();
                runs.Add(Run(name, seed, site, null));
                foreach (var focus in site.Language is null ? [] : CrawlFocus.All)
                {
                    if (!focused.TryGetValue(focus, out var list))
                    {
                        focused[focus] = list = [];
                    }

                    list.Add(Run(name, seed, site, focus));
                }
            }
        }

        await DrawAsync(runs, cancellationToken);
        return [.. Overall(runs), .. focused.SelectMany(f => Focused(f.Key, f.Value)), .. Sites(runs), .. DecisionCost.Rows(Name, runs.MaxBy(r => r.Site.Pages.Length)!.Site)];
    }

    private static SiteRun Run(string name, int seed, SiteGraph site, CrawlFocus? focus)
    {
        var near = focus is null ? null : FocusNearness.Links(site, focus);
        return new SiteRun(
            name, seed, site, PolicyRuns.Relevant(site, focus),
            [.. policies.Select(p => PolicyRuns.Harvest(site, FrontierPolicies.Create(p.Kind, seed, null, near), focus))]);
    }

    /// <summary>All sites of a seed together, and the worst site.</summary>
    private IEnumerable<BenchmarkRow> Overall(List<SiteRun> runs)
    {
        for (var p = 1; p < policies.Length; p++)
        {
            foreach (var budget in PolicyRuns.Budgets)
            {
                var ratio = MeanInterval.Of([.. runs.GroupBy(r => r.Seed).Select(s => s.Sum(r => r.At(p, budget)) / s.Sum(r => r.At(0, budget)))]);
                var sites = runs.GroupBy(r => r.Name).Select(g => (Name: g.Key, Ratio: g.Sum(r => r.At(p, budget)) / g.Sum(r => r.At(0, budget)))).OrderBy(s => s.Ratio).ToArray();
                yield return new BenchmarkRow(Name, $"all sites, {budget:0 %} of pages, {policies[p].Name}", ratio.Mean, "x breadth-first", string.Create(
                    CultureInfo.InvariantCulture, $"± {ratio.Half:0.000}; median site {sites[sites.Length / 2].Ratio:0.00}, worst {sites[0].Ratio:0.00} ({sites[0].Name})"));
            }

            var area = MeanInterval.Of([.. runs.GroupBy(r => r.Seed).Select(s => s.Average(r => r.Area(p)) / s.Average(r => r.Area(0)))]);
            yield return new BenchmarkRow(Name, $"all sites, area under the curve, {policies[p].Name}", area.Mean, "x breadth-first", $"± {area.Half.ToString("0.000", CultureInfo.InvariantCulture)}; each site weighs the same");
        }
    }

    private IEnumerable<BenchmarkRow> Focused(CrawlFocus focus, List<SiteRun> runs)
    {
        for (var p = 1; p < policies.Length; p++)
        {
            var within = PolicyRuns.Budgets.Select(b => runs.Sum(r => r.At(p, b)) / runs.Sum(r => r.At(0, b)));
            var area = MeanInterval.Of([.. runs.GroupBy(r => r.Seed).Select(s => s.Where(r => r.Relevant > 0).Average(r => r.Area(p)) / s.Where(r => r.Relevant > 0).Average(r => r.Area(0)))]);
            yield return new BenchmarkRow(Name, $"focus on {focus.Topic}, area under the curve, {policies[p].Name}", area.Mean, "x breadth-first", string.Create(
                CultureInfo.InvariantCulture, $"± {area.Half:0.000}; pages within 10 / 25 / 50 %: {string.Join(" / ", within.Select(w => w.ToString("0.00", CultureInfo.InvariantCulture)))}"));
        }
    }

    private IEnumerable<BenchmarkRow> Sites(List<SiteRun> runs)
    {
        foreach (var site in runs.GroupBy(r => r.Name))
        {
            var (pages, relevant) = (site.Average(r => r.Site.Pages.Length), site.Average(r => r.Relevant));
            foreach (var budget in PolicyRuns.Budgets)
            {
                var ratio = MeanInterval.Of([.. site.Select(r => r.At(3, budget) / Math.Max(1, r.At(0, budget)))]);
                yield return new BenchmarkRow(Name, $"{site.Key}, {budget:0 %} of {pages:0} pages, bandit", site.Average(r => r.At(3, budget)), "relevant pages", string.Create(
                    CultureInfo.InvariantCulture,
                    $"breadth-first {site.Average(r => r.At(0, budget)):0.0}, random {site.Average(r => r.At(1, budget)):0.0}, best-first {site.Average(r => r.At(2, budget)):0.0}; {ratio.Mean:0.00} ± {ratio.Half:0.00} of breadth-first; at most {site.Average(r => PolicyRuns.Most(r.Site, budget)):0.0}, {relevant:0} in all"));
            }
        }
    }

    private static async Task DrawAsync(List<SiteRun> runs, CancellationToken cancellationToken)
    {
        var panels = runs.GroupBy(r => r.Name).OrderByDescending(g => g.Average(r => r.Site.Pages.Length)).Select(site => new HarvestPanel(
            $"{site.Key} ({site.Average(r => r.Relevant):0} of {site.Average(r => r.Site.Pages.Length):0})",
            [.. policies.Select((p, i) => Curve(p.Name, [.. site.Select(r => r.Harvests[i])]))])).ToArray();
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "crawl-policy")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "harvest.svg"), HarvestChart.Svg(
            "Relevant pages found, policy against policy",
            $"Half of each site's pages fetched; mean and 95 % interval over {runs.Select(r => r.Seed).Distinct().Count()} seeds. In brackets: relevant pages of all pages.",
            panels), cancellationToken);
    }

    /// <summary>Sites of different seeds differ by a few pages: the curves end where the shortest does.</summary>
    private static HarvestCurve Curve(string name, double[][] harvests)
    {
        var length = harvests.Min(h => h.Length);
        var points = Enumerable.Range(0, length).Select(i => MeanInterval.Of([.. harvests.Select(h => h[i])])).ToArray();
        return new HarvestCurve(name, [.. points.Select(p => p.Mean)])
        {
            Band = harvests.Length < 2 ? null : ([.. points.Select(p => Math.Max(0, p.Mean - p.Half))], [.. points.Select(p => p.Mean + p.Half)]),
        };
    }

    private sealed record SiteRun(string Name, int Seed, SiteGraph Site, double Relevant, double[][] Harvests)
    {
        public double At(int policy, double budget) => PolicyRuns.At(Harvests[policy], Site, budget);

        public double Area(int policy) => PolicyRuns.Area(Harvests[policy], Relevant);
    }
}
