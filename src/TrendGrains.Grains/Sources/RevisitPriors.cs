using TrendGrains.Crawling.Freshness;
using TrendGrains.Reading;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>What is believed of a page that was never looked at again, by what it is: learned from the source's other pages. Pure.</summary>
internal sealed record RevisitPriors(ChangeRate Listing, ChangeRate Article, ChangeRate Other)
{
    /// <summary>Steps of expectation-maximisation; it is near its end after a few.</summary>
    private const int Steps = 5;

    public static RevisitPriors Of(IReadOnlyList<VisitEvidence> sample)
    {
        var byRole = sample.ToLookup(s => RoleOf(s.PageKind), s => new ChangeEvidence(s.Shape, s.Days));
        return new(Fit([.. byRole[RevisitRole.Listing]]), Fit([.. byRole[RevisitRole.Article]]), Fit([.. byRole[RevisitRole.Other]]));
    }

    public ChangeRate For(RevisitRole role) => role switch
    {
        RevisitRole.Listing => Listing,
        RevisitRole.Article => Article,
        _ => Other,
    };

    public static RevisitRole RoleOf(string? pageKind) => pageKind switch
    {
        PageKinds.Listing => RevisitRole.Listing,
        PageKinds.Article => RevisitRole.Article,
        _ => RevisitRole.Other,
    };

    private static ChangeRate Fit(ChangeEvidence[] evidence)
    {
        var prior = ChangeRate.Unknown;
        for (var step = 0; step < Steps; step++)
        {
            prior = ChangePrior.Fit(Array.ConvertAll(evidence, e => e.Under(prior)), prior);
        }

        return prior;
    }
}
