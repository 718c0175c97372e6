namespace TrendGrains.Abstractions.Sources;

/// <summary>Which of a site's known links is fetched next. Stored in kebab case.</summary>
[GenerateSerializer, Alias("crawl-policy")]
public enum CrawlPolicy
{
    /// <summary>The first found first.</summary>
    BreadthFirst,

    /// <summary>Any, by chance.</summary>
    Random,

    /// <summary>The one that a fixed classifier of links holds most likely to be an article.</summary>
    BestFirst,

    /// <summary>Learns from what was found: which groups of links yield new articles.</summary>
    Bandit,
}
