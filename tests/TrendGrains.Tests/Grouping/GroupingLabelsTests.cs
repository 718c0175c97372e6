using TrendGrains.Grouping;
using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Tests.Grouping;

public sealed class GroupingLabelsTests
{
    [Fact]
    public void Items_of_no_story_are_clusters_of_their_own()
    {
        var labels = new GroupingLabels();
        labels.Add(null, "x");
        labels.Add(null, null);
        labels.Add("alone 0", null);

        var score = GroupingScore.Of(labels.Gold, labels.Predicted);

        Assert.Equal((3, 3, 3), (score.Items, score.GoldClusters, score.PredictedClusters));
    }
}
