namespace TrendGrains.Crawling.Policies;

/// <summary>How the bandit learns and explores; found on worlds and sites that are not among the scored (docs/benchmarks/crawl.md).</summary>
internal sealed record BanditSettings
{
    /// <summary>Share of the static score in the classifier's log odds.</summary>
    public double Prior { get; init; } = 1;

    /// <summary>Step of the classifier.</summary>
    public double Rate { get; init; } = 0.2;

    public double Decay { get; init; } = 0.001;

    /// <summary>How many fetches of a group weigh as much as the classifier's opinion of its best link.</summary>
    public double Trust { get; init; } = 4;

    /// <summary>Weight of a group's own fetches; 0 leaves all to the classifier.</summary>
    public double Group { get; init; } = 1;

    /// <summary>A group's mean forgets: so many of its fetches count.</summary>
    public double Memory { get; init; } = 40;

    /// <summary>Share of choices that go to any waiting group.</summary>
    public double Explore { get; init; } = 0.03;

    /// <summary>Weight of the confidence bound.</summary>
    public double Bonus { get; init; }

    /// <summary>How much of what its links are worth is credited to a page.</summary>
    public double Hub { get; init; } = 1;

    /// <summary>Without it links of a group are drawn by chance.</summary>
    public bool Classifier { get; init; } = true;
}
