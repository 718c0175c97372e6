namespace TrendGrains.Crawling.Policies;

/// <summary>
/// Chooses which known link of a site is fetched next and learns from what was found. Pure, keeps its pool in memory, reads no clock;
/// the source's grain keeps what it learned. Not thread-safe: its owner takes turns.
/// </summary>
public interface IFrontierPolicy
{
    /// <summary>Links that wait in the pool.</summary>
    int Count { get; }

    /// <summary>Puts a link into the pool; one whose id is there already is left as it is.</summary>
    void Add(FrontierLink link);

    /// <summary>Takes one link out of the pool; null when it is empty.</summary>
    PolicyChoice? Choose();

    /// <summary>Takes in what fetching a chosen link gave.</summary>
    /// <param name="reward">0 for nothing of worth; 1 for a new article, times its relevance where there is a focus.</param>
    void Learn(PolicyChoice choice, double reward);

    /// <summary>Everything learned, without the pool; at most 64 KiB. Empty where nothing is learned.</summary>
    byte[] Save();
}
