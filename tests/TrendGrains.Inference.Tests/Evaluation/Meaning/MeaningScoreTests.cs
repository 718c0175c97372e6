using TrendGrains.Inference.Evaluation.Meaning;

namespace TrendGrains.Inference.Tests.Evaluation.Meaning;

public sealed class MeaningScoreTests
{
    private static readonly float[] east = [1, 0];
    private static readonly float[] north = [0, 1];
    private static readonly float[] between = [0.6f, 0.8f];

    [Fact]
    public void Ranks_that_agree_correlate_fully_whatever_the_distances()
    {
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3], [1, 10, 1000]), 1e-12);
        Assert.Equal(-1, RankCorrelation.Of([1, 2, 3], [3, 2, 1]), 1e-12);
    }

    [Fact]
    public void Tied_values_share_the_mean_of_their_ranks()
    {
        // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / sqrt(4.5 * 5).
        Assert.Equal(4.5 / Math.Sqrt(22.5), RankCorrelation.Of([1, 2, 2, 3], [1, 2, 3, 4]), 1e-12);
        Assert.Equal(0, RankCorrelation.Of([2, 2, 2], [1, 2, 3]));
    }

    [Fact]
    public void Closer_pairs_are_expected_to_have_the_higher_cosine()
    {
        var figure = MeaningScore.Similarity("s", [east, east, east], [east, between, north], [5, 3, 0]);

        Assert.Equal((MeaningFigure.Spearman, 3, 1.0), (figure.Measure, figure.Rows, figure.Value));
        Assert.Equal(-1, MeaningScore.Similarity("s", [east, east, east], [east, between, north], [0, 3, 5]).Value);
    }

    [Fact]
    public void A_translation_is_found_when_nothing_is_nearer()
    {
        var figures = MeaningScore.Translation("s", [east, between, north], [east, north, between]);

        Assert.Equal([(MeaningFigure.KoreanToEnglish, 1.0 / 3), (MeaningFigure.EnglishToKorean, 1.0 / 3)], figures.Select(f => (f.Measure, Math.Round(f.Value * 3) / 3)));
        Assert.All(figures, f => Assert.InRange(f.Value, f.Low, f.High));
    }

    [Fact]
    public void The_same_translation_twice_counts_either_way()
    {
        var figures = MeaningScore.Translation("s", [north, east], [north, north]);

        Assert.Equal(1, figures[0].Value);
    }

    [Fact]
    public void A_story_of_one_document_is_not_asked_for()
    {
        var figures = MeaningScore.Stories("s", [east, between, north], ["a", "a", "b"]);

        Assert.Equal([2, 2], figures.Select(f => f.Rows));
        // From `east` the other is nearest; from `between` it is `north` that is.
        Assert.Equal([0.5, 0.75], figures.Select(f => f.Value));
    }
}
