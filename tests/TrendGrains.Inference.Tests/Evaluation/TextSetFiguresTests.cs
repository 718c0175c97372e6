using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Inference.Tests.Evaluation;

public sealed class TextSetFiguresTests
{
    private static readonly LabelReading reading = LabelReading.Own("two", ["a", "b"]);

    [Fact]
    public void Counts_what_was_said_of_what_is_true()
    {
        var figures = TextSetFigures.Of("set", "own", "all rows", reading, [Trial("a", "a"), Trial("a", "b"), Trial("b", "b"), Trial("b", "b")]);

        Assert.Equal(0.75, figures.Accuracy);
        Assert.Equal([[1, 1], [0, 2]], figures.Confusion);
        Assert.Equal(Math.Round(((2.0 / 3) + 0.8) / 2, 4), figures.MacroF1);
        Assert.True(figures.AccuracyInterval[0] < 0.75 && figures.AccuracyInterval[1] > 0.75);
    }

    [Fact]
    public void A_label_that_the_set_has_nothing_like_is_wrong_where_any_is_allowed()
    {
        var figures = TextSetFigures.Of("set", "own", "all rows", reading, [Trial("a", "a") with { Plain = null }, Trial("b", "b")]);

        Assert.Equal((1.0, 0.5), (figures.Accuracy, figures.PlainAccuracy));
    }

    private static TextTrial Trial(string truth, string said) => new(new LabelledText("1", "text", truth), truth, said, 0.9, said, 1);
}
