using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Reading.Tests.Evaluation;

public sealed class DecisionScoreTests
{
    private static readonly (int Truth, int Said)[] decisions = [(0, 0), (0, 0), (0, 1), (1, 1), (1, 0), (2, 2)];

    [Fact]
    public void Weighs_what_was_said_against_what_is_so()
    {
        var f1 = DecisionScore.F1(decisions, 4);

        Assert.Equal([2 * 2 / 6.0, 2 * 1 / 4.0, 1, 0], f1);
        Assert.Equal(2 / 3.0, DecisionScore.Precision(decisions, 0));
        Assert.Equal(0.5, DecisionScore.Recall(decisions, 1));
        Assert.Equal(1, DecisionScore.Precision(decisions, 3));
    }

    [Fact]
    public void Says_how_far_probabilities_are_off()
    {
        Assert.Equal(0, DecisionScore.CalibrationError([]));
        // Two of four at 0.75 are true: off by a quarter; the sure one is right.
        Assert.Equal(0.2, DecisionScore.CalibrationError([(0.75, true), (0.75, true), (0.75, false), (0.75, false), (1, true)]), 6);
    }

    [Fact]
    public void Draws_whole_sites_and_always_the_same()
    {
        var pages = Enumerable.Range(0, 60).Select(i => (Site: $"site-{i % 12}", IsRight: i % 12 < 9)).ToList();
        (double, double) Draw() => DecisionScore.Interval(pages, p => p.Site, some => some.Average(p => p.IsRight ? 1.0 : 0));

        var (low, high) = Draw();

        Assert.InRange(low, 0.4, 0.74);
        Assert.InRange(high, 0.76, 1);
        Assert.Equal((low, high), Draw());
    }
}
