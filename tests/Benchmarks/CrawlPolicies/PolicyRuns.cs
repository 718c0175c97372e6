using TrendGrains.Crawling.Policies;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>Budgets and what was found within them.</summary>
internal static class PolicyRuns
{
    /// <summary>Shares of a site's pages that a crawl may fetch.</summary>
    public static readonly double[] Budgets = [0.1, 0.25, 0.5];

    public static double[] Harvest(SiteGraph site, IFrontierPolicy policy, CrawlFocus? focus = null) =>
        GraphCrawl.Run(site, policy, (int)(site.Pages.Length * Budgets[^1]), focus);

    public static double At(double[] harvest, SiteGraph site, double budget) => harvest[Math.Max(0, (int)(site.Pages.Length * budget) - 1)];

    /// <summary>Mean share of the site's relevant pages over all fetches up to the largest budget: the area under the harvest curve, 0…1.</summary>
    public static double Area(double[] harvest, double relevant) => relevant == 0 ? double.NaN : harvest.Average() / relevant;

    /// <summary>The most that any policy could have found: every fetch after the first a relevant page.</summary>
    public static double Most(SiteGraph site, double budget) => Math.Min(site.Relevant, (int)(site.Pages.Length * budget) - 1);

    public static double Relevant(SiteGraph site, CrawlFocus? focus) => focus is null
        ? site.Relevant
        : site.Pages.Where(p => p.IsRelevant && p.Topic == focus.Topic).Select(p => p.Text).Distinct().Count();
}
