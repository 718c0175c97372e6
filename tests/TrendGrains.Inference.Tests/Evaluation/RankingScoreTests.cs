using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Inference.Tests.Evaluation;

public sealed class RankingScoreTests
{
    [Fact]
    public void The_area_is_the_chance_that_a_true_one_scores_higher()
    {
        Assert.Equal(1, RankingScore.Area([(true, 0.9), (true, 0.8), (false, 0.1)]));
        Assert.Equal(0, RankingScore.Area([(true, 0.1), (false, 0.2)]));
        Assert.Equal(0.75, RankingScore.Area([(true, 0.9), (true, 0.3), (false, 0.5), (false, 0.1)]));
    }

    [Fact]
    public void Ties_count_half() => Assert.Equal(0.5, RankingScore.Area([(true, 0.5), (false, 0.5), (false, 0.5)]));

    [Fact]
    public void Without_one_of_the_sides_there_is_no_area() => Assert.True(double.IsNaN(RankingScore.Area([(true, 0.5)])));

    [Fact]
    public void The_curve_runs_from_nothing_to_everything_through_each_score()
    {
        var curve = RankingScore.Curve([(true, 0.9), (false, 0.5), (true, 0.5), (false, 0.1)]);

        Assert.Equal([(0, 0), (0, 0.5), (0.5, 1), (1, 1)], curve);
    }
}
