using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Output;

/// <summary>What one policy harvested from a source: of the pages it fetched, how many tell a story, and their worth.</summary>
internal sealed record HarvestLine
{
    private static readonly double[] stations = [0.1, 0.25, 0.5, 1];

    public required string Source { get; init; }
    public required string Policy { get; init; }

    /// <summary>Pages chosen, whatever became of them.</summary>
    public int Pages { get; init; }

    /// <summary>Those that tell a story, known before or not.</summary>
    public int Articles { get; init; }

    /// <summary>What the policy was paid: new articles, times their relevance.</summary>
    public double Worth { get; init; }

    /// <summary>Articles a page.</summary>
    public double Rate => Pages == 0 ? 0 : (double)Articles / Pages;

    /// <summary>Articles after a tenth, a quarter, half and all of the pages.</summary>
    public int[] ArticlesAfter { get; init; } = [];

    public static HarvestLine Of(string source, string policy, IReadOnlyList<CrawlChoiceRow> choices) => new()
    {
        Source = source,
        Policy = policy,
        Pages = choices.Count,
        Articles = choices.Count(c => c.IsArticle == true),
        Worth = Math.Round(choices.Sum(c => c.Reward ?? 0), 3),
        ArticlesAfter = Array.ConvertAll(stations, share => choices.Take((int)Math.Ceiling(share * choices.Count)).Count(c => c.IsArticle == true)),
    };

    /// <summary>Articles found after each page; with a focus, their worth.</summary>
    public static HarvestCurve Curve(string policy, IReadOnlyList<CrawlChoiceRow> choices, bool hasFocus)
    {
        var found = new double[choices.Count];
        var sum = 0.0;
        for (var i = 0; i < choices.Count; i++)
        {
            sum += hasFocus ? choices[i].Reward ?? 0 : choices[i].IsArticle == true ? 1 : 0;
            found[i] = sum;
        }

        return new HarvestCurve(policy, found);
    }
}
