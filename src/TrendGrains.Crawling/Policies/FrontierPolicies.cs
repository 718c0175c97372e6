using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Policies;

/// <summary>Makes the policy that a source names.</summary>
public static class FrontierPolicies
{
    /// <summary>A policy with an empty pool.</summary>
    /// <param name="seed">The same seed, pool and rewards give the same choices.</param>
    /// <param name="saved">What <see cref="IFrontierPolicy.Save"/> gave; null or anything unreadable begins anew.</param>
    /// <param name="relevance">
    /// How near a link is to the source's focus, 0…1, e.g. by the similarity of its anchor's embedding; called once for each link that is
    /// added. Null without a focus.
    /// </param>
    public static IFrontierPolicy Create(CrawlPolicy kind, int seed, byte[]? saved = null, Func<FrontierLink, double>? relevance = null) => kind switch
    {
        CrawlPolicy.BreadthFirst => new BreadthFirst(),
        CrawlPolicy.Random => new RandomOrder(new Random(seed)),
        CrawlPolicy.BestFirst => new BestFirst(relevance),
        CrawlPolicy.Bandit => new Bandit(new BanditSettings(), seed, saved, relevance),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such policy."),
    };
}
