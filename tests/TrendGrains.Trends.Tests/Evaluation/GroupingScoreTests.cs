using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Trends.Tests.Evaluation;

public sealed class GroupingScoreTests
{
    [Fact]
    public void Counts_items_and_clusters_beside_the_measures()
    {
        string[] gold = ["a", "a", "b", "c", "c"];
        int[] predicted = [1, 1, 1, 2, 3];

        var score = GroupingScore.Of(gold, predicted);

        Assert.Equal((5, 3, 3), (score.Items, score.GoldClusters, score.PredictedClusters));
        Assert.Equal(BCubed.Of(gold, predicted), score.BCubed);
        Assert.Equal(AdjustedMutualInformation.Of(gold, predicted), score.AdjustedMutualInformation);
    }
}
