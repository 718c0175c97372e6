namespace TrendGrains.Trends.Evaluation;

/// <summary>How well a grouping meets the gold one.</summary>
/// <param name="GoldClusters">Clusters of the gold, those of one item included.</param>
public sealed record GroupingScore(int Items, int GoldClusters, int PredictedClusters, BCubed BCubed, double AdjustedMutualInformation)
{
    /// <summary>The same item stands at the same place in both lists; labels are compared by equality.</summary>
    /// <exception cref="ArgumentException">The lists are not of one length, or empty.</exception>
    public static GroupingScore Of<TGold, TPredicted>(IReadOnlyList<TGold> gold, IReadOnlyList<TPredicted> predicted)
        where TGold : notnull
        where TPredicted : notnull
    {
        var table = Contingency.Of(gold, predicted);
        return new GroupingScore(
            table.Items, table.Gold.Length, table.Predicted.Length, BCubed.Of(table), Evaluation.AdjustedMutualInformation.Of(table));
    }
}
