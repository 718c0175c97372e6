namespace TrendGrains.Trends.Clustering;

/// <summary>How a board groups.</summary>
public sealed record BoardOptions
{
    /// <summary>A trend that nobody added to for this long, in event time, is closed: it takes no more items.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Most trends kept in memory; beyond it the ones that rested longest are closed.</summary>
    public int LargestBoard { get; init; } = 200_000;

    /// <summary>Most words whose frequency is kept; beyond it the rare ones are forgotten and the counts halved.</summary>
    public int LargestVocabulary { get; init; } = 1 << 18;
}
