namespace TrendGrains.Crawling.Policies;

/// <summary>How the bandit learns and explores; found on the worlds of seeds 1-3 and the recorded site (docs/benchmarks/crawl.md).</summary>
internal sealed record BanditSettings
{
    /// <summary>Share of the static score in the classifier's log odds.</summary>
    public double Prior { get; init; } = 0.2;

    /// <summary>Share of a link's nearness to the focus in them.</summary>
    public double Near { get; init; } = 0.5;

    /// <summary>Step of the classifier.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>How many fetches of a group weigh as much as the classifier's opinion of its best link.</summary>
    public double Trust { get; init; } = 4;

    /// <summary>Weight of a group's own fetches; 0 leaves all to the classifier.</summary>
    public double Group { get; init; } = 1;

    /// <summary>A group's mean forgets: so many of its fetches count.</summary>
    public double Memory { get; init; } = 40;

    /// <summary>Share of choices that go to any waiting group, and within a group to any of its links.</summary>
    public double Explore { get; init; } = 0.01;

    /// <summary>Weight of an upper confidence bound on a group's worth; 0 for none.</summary>
    public double Bonus { get; init; }

    /// <summary>How much of what its links are worth is credited to a page.</summary>
    public double Hub { get; init; } = 1;

    /// <summary>Without it links of a group are drawn by chance.</summary>
    public bool Classifier { get; init; } = true;
}
