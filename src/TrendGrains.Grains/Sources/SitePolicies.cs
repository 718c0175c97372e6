using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Grains.Sources;

/// <summary>The policy that a source asks for; pure.</summary>
internal static class SitePolicies
{
    /// <summary>Makes the policy from what it learned before; null where the order found is what is asked for.</summary>
    /// <param name="run">Each run draws its own lots, and the same ones when it is taken up again.</param>
    public static Func<byte[], IFrontierPolicy>? For(SourceDefinition source, long run, LinkRelevance? relevance) =>
        source.Kind != SourceKind.Site || source.Policy == CrawlPolicy.BreadthFirst
            ? null
            : saved => FrontierPolicies.Create(source.Policy, Seed(source.Slug, run), saved, relevance is null ? null : relevance.Of);

    private static int Seed(string slug, long run)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261 ^ (uint)run;
        foreach (var c in slug)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)hash;
    }
}
