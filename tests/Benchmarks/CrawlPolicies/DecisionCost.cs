using System.Diagnostics;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>What the bandit costs a URL and a pooled link, with a pool as large as a source's grain keeps.</summary>
internal static class DecisionCost
{
    private const int Pool = 20_000;
    private const int Choices = 5_000;

    public static IEnumerable<BenchmarkRow> Rows(string name, SiteGraph site)
    {
        var links = site.Pages.SelectMany(p => p.Links.Select(l => (site.Pages[l.Target].Url, l.Clue))).Take(Pool * 2).ToArray();
        Measure(links);
        var (add, choose, bytes) = Measure(links);
        yield return new BenchmarkRow(name, $"bandit, a choice and what it gave, {Pool:#,0} links waiting", choose, "us", $"mean of {Choices:#,0}, links of {site.Name}");
        yield return new BenchmarkRow(name, "bandit, adding a link", add, "us");
        yield return new BenchmarkRow(name, "bandit, a waiting link beside its own strings", bytes, "bytes");
        yield return new BenchmarkRow(name, "bandit, state saved", FrontierPolicies.Create(CrawlPolicy.Bandit, 1).Save().Length / 1024.0, "KiB", "and 12 bytes a group of links: 23 KiB at most");
    }

    private static (double Add, double Choose, double Bytes) Measure((string Url, LinkClue Clue)[] links)
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.Bandit, 1);
        var pooled = Enumerable.Range(0, Pool).Select(i => new FrontierLink(i, links[i % links.Length].Url, 1, links[i % links.Length].Clue)).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        foreach (var link in pooled)
        {
            policy.Add(link);
        }

        var add = Stopwatch.GetElapsedTime(started).TotalMicroseconds / Pool;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Pool;
        started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Choices; i++)
        {
            var choice = policy.Choose()!;
            policy.Learn(choice, i % 3 == 0 ? 1 : 0);
        }

        return (add, Stopwatch.GetElapsedTime(started).TotalMicroseconds / Choices, bytes);
    }
}
