namespace TrendGrains.Crawling.Policies;

/// <summary>
/// Chooses which known link of a site is fetched next and learns from what was found. Pure, keeps its pool in memory, reads no clock;
/// the source's grain keeps what it learned. Not thread-safe: its owner takes turns.
/// </summary>
/// <remarks>
/// One round is Choose, fetch, Learn, and Add for each new link of the page, in any order before the next Choose; rounds may overlap
/// (several choices, then what they all gave). A choice that is never learned from is forgotten after some thousand others.
/// </remarks>
public interface IFrontierPolicy
{
    /// <summary>Links that wait in the pool.</summary>
    int Count { get; }

    /// <summary>
    /// Puts a link into the pool; one whose id is there already is left as it is. A link that names a chosen page as its
    /// <see cref="FrontierLink.Referrer"/> counts for that page's worth.
    /// </summary>
    void Add(FrontierLink link);

    /// <summary>Takes one link out of the pool; null when it is empty.</summary>
    PolicyChoice? Choose();

    /// <summary>Takes in what fetching a chosen link gave; to be called once a choice, for pages that failed for good too.</summary>
    /// <param name="reward">0…1: 0 for nothing of worth; 1 for a new article, times its relevance where there is a focus.</param>
    void Learn(PolicyChoice choice, double reward);

    /// <summary>Everything learned, without the pool; at most 64 KiB. Empty where nothing is learned.</summary>
    byte[] Save();
}
