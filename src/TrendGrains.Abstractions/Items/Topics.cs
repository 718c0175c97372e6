namespace TrendGrains.Abstractions.Items;

/// <summary>What items and trends are about: the labels of the model <c>topic</c>.</summary>
public static class Topics
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["economy", "politics", "society", "world", "it-science", "culture-life", "sports", "entertainment", "other"];
}
