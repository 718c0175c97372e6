using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Trends.Tests.Evaluation;

public sealed class AdjustedMutualInformationTests
{
    [Theory]
    [InlineData("aaabb", "xxyyy")]
    [InlineData("aabbcc", "xyyzzz")]
    [InlineData("aaaab", "xyzyz")]
    public void Chance_is_the_mean_over_all_orders_of_the_labels(string gold, string predicted)
    {
        var orders = Permutations([.. predicted]).Select(p => AdjustedMutualInformation.Mutual(Contingency.Of(gold.ToCharArray(), p)));

        var expected = AdjustedMutualInformation.Expected(Contingency.Of(gold.ToCharArray(), predicted.ToCharArray()));

        Assert.Equal(orders.Average(), expected, 12);
    }

    [Fact]
    public void Is_as_counted_by_hand()
    {
        // Gold {1 2} {3 4}, predicted {1 2 3} {4}. MI = H(predicted) - H(predicted | gold) = (2 ln 2 - 3/4 ln 3) - 1/2 ln 2. The lone item is
        // in either gold cluster whatever the order, so chance says the same: nothing is known beyond it.
        var table = Contingency.Of([1, 1, 2, 2], ["x", "x", "x", "y"]);

        Assert.Equal(1.5 * Math.Log(2) - 0.75 * Math.Log(3), AdjustedMutualInformation.Mutual(table), 12);
        Assert.Equal(0, AdjustedMutualInformation.Of(table), 12);
    }

    [Fact]
    public void The_same_grouping_under_other_names_is_one()
    {
        Assert.Equal(1, AdjustedMutualInformation.Of(["a", "a", "b", "c"], [9, 9, 1, 5]), 12);
        Assert.Equal(1, AdjustedMutualInformation.Of([1, 1, 1], ["x", "x", "x"]), 12);
        Assert.Equal(1, AdjustedMutualInformation.Of([1, 2, 3], ["x", "y", "z"]), 12);
    }

    [Fact]
    public void One_cluster_for_everything_says_nothing()
    {
        Assert.Equal(0, AdjustedMutualInformation.Of([1, 1, 2, 2], [5, 5, 5, 5]), 12);
        Assert.Equal(0, AdjustedMutualInformation.Of([1, 1, 2, 2], [1, 2, 3, 4]), 12);
    }

    [Fact]
    public void A_grouping_by_chance_is_near_zero_where_bcubed_is_not()
    {
        var random = new Random(11);
        var gold = Enumerable.Range(0, 3000).Select(i => i / 3).ToArray();
        var predicted = gold.ToArray();
        random.Shuffle(predicted);

        Assert.InRange(AdjustedMutualInformation.Of(gold, predicted), -0.01, 0.01);
        Assert.InRange(BCubed.Of(gold, predicted).F1, 0.33, 0.35);
    }

    private static IEnumerable<char[]> Permutations(char[] labels)
    {
        if (labels.Length < 2)
        {
            yield return labels;
            yield break;
        }

        for (var i = 0; i < labels.Length; i++)
        {
            foreach (var rest in Permutations([.. labels[..i], .. labels[(i + 1)..]]))
            {
                yield return [labels[i], .. rest];
            }
        }
    }
}
