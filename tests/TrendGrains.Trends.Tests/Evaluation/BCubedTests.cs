using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Trends.Tests.Evaluation;

public sealed class BCubedTests
{
    [Fact]
    public void Is_as_counted_by_hand()
    {
        // Clusters {1: a a} {2: a b b}. Precision a 1, 1, 1/3; b 2/3 each: (7/3 + 4/3) / 5. Recall a 2/3, 2/3, 1/3; b 1 each: (5/3 + 2) / 5.
        var score = BCubed.Of(["a", "a", "a", "b", "b"], [1, 1, 2, 2, 2]);

        Assert.Equal(11.0 / 15, score.Precision, 12);
        Assert.Equal(11.0 / 15, score.Recall, 12);
        Assert.Equal(11.0 / 15, score.F1, 12);
    }

    [Fact]
    public void Everything_in_one_cluster_has_recall_and_little_precision()
    {
        var score = BCubed.Of([1, 1, 1, 2], [7, 7, 7, 7]);

        Assert.Equal((9.0 / 4 + 1.0 / 4) / 4, score.Precision, 12);
        Assert.Equal(1, score.Recall, 12);
    }

    [Fact]
    public void Every_item_alone_has_precision_and_little_recall()
    {
        var score = BCubed.Of([1, 1, 1, 2], [1, 2, 3, 4]);

        Assert.Equal(1, score.Precision, 12);
        Assert.Equal((3 * (1.0 / 3) + 1) / 4, score.Recall, 12);
        Assert.Equal(2.0 / 3, score.F1, 12);
    }

    [Fact]
    public void The_clusters_names_do_not_matter()
    {
        var score = BCubed.Of(["x", "y", "x", "z"], [3, 1, 3, 2]);

        Assert.Equal(new BCubed(1, 1), score);
    }

    [Fact]
    public void Refuses_lists_of_different_length_and_none_at_all()
    {
        Assert.Throws<ArgumentException>(() => BCubed.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => BCubed.Of(Array.Empty<int>(), Array.Empty<int>()));
    }
}
