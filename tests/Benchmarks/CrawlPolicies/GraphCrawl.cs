using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>Replays a crawl of a walked site in memory.</summary>
internal static class GraphCrawl
{
    private const int SmallestSlice = 4;
    private const int LargestSlice = 32;

    /// <summary>Worth found after each fetch; as long as the budget, or as the site if that is smaller.</summary>
    /// <param name="focus">Only texts of its topic count, and the policy is paid by how near the product holds a text to it. Null counts every article.</param>
    /// <param name="chosen">Called with every choice and what it was paid.</param>
    public static double[] Run(SiteGraph site, IFrontierPolicy policy, int budget, CrawlFocus? focus = null, Action<PolicyChoice, double>? chosen = null)
    {
        var harvest = new double[Math.Min(budget, site.Pages.Length)];
        var known = new bool[site.Pages.Length];
        var paid = new HashSet<string>();
        var counted = new HashSet<string>();
        var numbers = new Dictionary<long, int> { [0] = 0 };
        known[0] = true;
        policy.Add(new FrontierLink(0, site.Pages[0].Url, 0, LinkClue.None));
        var next = 1L;
        var found = 0.0;
        var fetched = 0;
        while (fetched < harvest.Length)
        {
            // As the source's grain does it: a slice is fetched whole before anything is learned from it, small ones first.
            var slice = new List<PolicyChoice>();
            for (var left = Math.Min(Math.Clamp(fetched / 4, SmallestSlice, LargestSlice), harvest.Length - fetched); left > 0 && policy.Choose() is { } choice; left--)
            {
                slice.Add(choice);
            }

            if (slice.Count == 0)
            {
                harvest.AsSpan(fetched).Fill(found);
                break;
            }

            foreach (var choice in slice)
            {
                var page = site.Pages[numbers[choice.Link.Id]];
                var reward = page is { Text: { } text, Reward: > 0 } && paid.Add(text) ? page.Reward * (focus is null ? 1 : page.Near[focus.Index]) : 0;
                found += page is { Text: { } truth, IsRelevant: true } && (focus is null || page.Topic == focus.Topic) && counted.Add(truth) ? 1 : 0;
                harvest[fetched++] = found;
                policy.Learn(choice, reward);
                chosen?.Invoke(choice, reward);
                foreach (var link in page.Links)
                {
                    if (!known[link.Target])
                    {
                        known[link.Target] = true;
                        numbers[next] = link.Target;
                        policy.Add(new FrontierLink(next++, site.Pages[link.Target].Url, choice.Link.Depth + 1, link.Clue) { Referrer = choice.Link.Url });
                    }
                }
            }
        }

        return harvest;
    }
}
