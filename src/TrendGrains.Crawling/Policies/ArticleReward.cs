namespace TrendGrains.Crawling.Policies;

/// <summary>What a policy is paid for a page that was fetched. Every page costs the same one fetch, so the cost is in the budget and not in here.</summary>
public static class ArticleReward
{
    /// <summary>
    /// Documentation and guides read as articles too; what is news says when it was published, and without that it cannot be put in order of
    /// time with the rest of a story.
    /// </summary>
    private const double Undated = 0.3;

    /// <summary>A stub that only sends readers on, or a line of excuse.</summary>
    private const int ShortestText = 40;

    /// <param name="isNewItem">The page became an item, and neither its address nor its text was known.</param>
    /// <param name="textLength">Characters of its text.</param>
    /// <param name="isDated">It says when it was published.</param>
    /// <param name="relevance">0…1 where the source has a focus; 1 without.</param>
    public static double Of(bool isNewItem, int textLength, bool isDated, double relevance = 1) =>
        isNewItem && textLength >= ShortestText ? Math.Clamp(relevance, 0, 1) * (isDated ? 1 : Undated) : 0;
}
