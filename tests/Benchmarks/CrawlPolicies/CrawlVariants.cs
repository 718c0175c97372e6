using System.Globalization;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>What was tried for the learner, side by side: on the worlds of <c>--seeds</c> and the recorded site, as many runs of each as there are seeds.</summary>
internal sealed class CrawlVariants : IBenchmark
{
    private static readonly (string Name, Func<int, IFrontierPolicy> Make)[] variants =
    [
        ("breadth-first", s => FrontierPolicies.Create(CrawlPolicy.BreadthFirst, s)),
        ("random", s => FrontierPolicies.Create(CrawlPolicy.Random, s)),
        ("best-first", s => FrontierPolicies.Create(CrawlPolicy.BestFirst, s)),
        ("LinUCB, 18 dense features", s => new LinUcb(s, 0.3)),
        ("Thompson, hashed features, diagonal posterior", s => new HashedThompson(s, 0.5)),
        ("UCB over groups, links by chance, own reward only", s => Bandit(s, new() { Classifier = false, Bonus = 0.3, Explore = 0, Hub = 0 })),
        ("UCB over groups, links by chance, pages credited with what they lead to", s => Bandit(s, new() { Classifier = false, Bonus = 0.3, Explore = 0 })),
        ("UCB over groups with classifier", s => Bandit(s, new() { Bonus = 0.05, Explore = 0 })),
        ("classifier alone, no group means", s => Bandit(s, new() { Group = 0 })),
        ("the bandit as it ships", s => Bandit(s, new())),
        ("… own reward only", s => Bandit(s, new() { Hub = 0 })),
        ("… without the static score", s => Bandit(s, new() { Prior = 0 })),
        ("… with the whole static score", s => Bandit(s, new() { Prior = 1 })),
        ("… step 0.05", s => Bandit(s, new() { Rate = 0.05 })),
        ("… step 0.4", s => Bandit(s, new() { Rate = 0.4 })),
        ("… exploring not at all", s => Bandit(s, new() { Explore = 0 })),
        ("… exploring 5 %", s => Bandit(s, new() { Explore = 0.05 })),
    ];

    public string Name => "crawl-variants";

    public Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        var seeds = Seeds.Scored;
        var rows = new BenchmarkRow[variants.Length];
        var usual = new List<(SiteGraph Site, int Seed)>();
        var large = new List<(SiteGraph Site, int Seed)>();
        foreach (var seed in seeds)
        {
            foreach (var (_, graph) in PressGraphs.Of(seed))
            {
                var site = graph();
                (site.Pages.Length > 2000 ? large : usual).Add((site, seed));
            }
        }

        (SiteGraph Site, int Seed)[] recorded = RecordedSite.IsThere ? [.. seeds.Select(s => (RecordedSite.Graph(), s))] : [];
        (string Name, IReadOnlyList<(SiteGraph Site, int Seed)> Sites)[] kinds = [("ten outlets", usual), ("archive and portal", large), (RecordedSite.Name, recorded)];
        var first = kinds.Select(k => Found(k.Sites, variants[0].Make)).ToArray();
        Parallel.For(0, variants.Length, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, v =>
        {
            var found = kinds.Select(k => Found(k.Sites, variants[v].Make)).ToArray();
            var note = string.Join("; ", kinds.Select((k, i) => $"{k.Name} {string.Join(" / ", found[i].Within.Zip(first[i].Within).Select(p => (p.First / p.Second).ToString("0.00", CultureInfo.InvariantCulture)))}, area {found[i].Area.ToString("0.000", CultureInfo.InvariantCulture)}"));
            rows[v] = new BenchmarkRow(Name, variants[v].Name, found.Where(f => f.Area > 0).Average(f => f.Area), "area", note);
        });
        return Task.FromResult<IReadOnlyList<BenchmarkRow>>(rows);
    }

    private static (double[] Within, double Area) Found(IReadOnlyList<(SiteGraph Site, int Seed)> sites, Func<int, IFrontierPolicy> make)
    {
        var runs = sites.Select(s => (s.Site, Harvest: PolicyRuns.Harvest(s.Site, make(s.Seed)))).ToArray();
        return (
            [.. PolicyRuns.Budgets.Select(b => runs.Sum(r => PolicyRuns.At(r.Harvest, r.Site, b)))],
            runs.Select(r => PolicyRuns.Area(r.Harvest, r.Site.Relevant)).DefaultIfEmpty().Average());
    }

    private static Bandit Bandit(int seed, BanditSettings settings) => new(settings, seed, null, null);
}
