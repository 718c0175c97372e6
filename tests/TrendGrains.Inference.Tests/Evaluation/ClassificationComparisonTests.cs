using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Inference.Tests.Evaluation;

public sealed class ClassificationComparisonTests
{
    private static readonly LabelledText[] rows = [.. Enumerable.Range(0, 100).Select(i => new LabelledText($"{i}", $"text {i}", i < 80 ? "a" : "b"))];

    [Fact]
    public void A_model_that_always_says_the_common_label_has_its_accuracy_and_half_a_macro_f1()
    {
        var figures = ClassificationFigures.Of(rows, Answers("m", _ => "a"));

        Assert.Equal(0.8, figures.Accuracy);
        // F1 of a: 2*80/(80+100); of b: 0.
        Assert.Equal(Math.Round(160.0 / 180 / 2, 4), figures.MacroF1);
        Assert.Equal(0, figures.F1["b"]);
        Assert.Equal(0.1, figures.CalibrationError);
    }

    [Fact]
    public void Rows_without_an_answer_count_as_wrong_and_are_counted()
    {
        var figures = ClassificationFigures.Of(rows, Answers("m", i => i % 2 == 0 ? rows[i].Label : null));

        Assert.Equal((0.5, 50), (figures.Accuracy, figures.Failed));
    }

    [Fact]
    public void Times_and_cost_are_a_text_s_and_a_thousand_texts()
    {
        var answers = new ModelAnswers("m", "1", [.. rows.Select((r, i) => new ModelAnswer(r.Label, 1, i + 1))], 0.5);

        var figures = ClassificationFigures.Of(rows, answers);

        Assert.Equal((51, 96, 5), (figures.MedianMilliseconds, figures.P95Milliseconds, figures.CostOfThousand));
    }

    [Fact]
    public void A_model_without_a_price_has_no_cost() => Assert.Null(ClassificationFigures.Of(rows, Answers("m", _ => "a")).CostOfThousand);

    [Fact]
    public void The_same_answers_do_not_differ()
    {
        var same = PairedDifference.Of(rows, Answers("m", _ => "a"), Answers("n", _ => "a"));

        Assert.Equal((1, 0, 0, 1, 0), (same.Agreement, same.OnlyFirst, same.OnlySecond, same.McNemar, same.Accuracy));
        Assert.Equal([0.0, 0.0], same.AccuracyInterval);
    }

    [Fact]
    public void A_better_model_differs_beyond_chance()
    {
        var difference = PairedDifference.Of(rows, Answers("m", _ => "a"), Answers("n", i => rows[i].Label));

        Assert.Equal((0, 20, 0.2), (difference.OnlyFirst, difference.OnlySecond, difference.Accuracy));
        Assert.InRange(difference.McNemar, 1.9e-6, 2e-6);
        Assert.InRange(difference.AccuracyInterval[0], 0.05, 0.2);
        Assert.InRange(difference.AccuracyInterval[1], 0.2, 0.35);
    }

    [Fact]
    public void Rows_of_one_group_are_drawn_together()
    {
        // All of the difference lies in one group: drawing rows apart would make it look sure.
        var grouped = rows.Select((r, i) => r with { Group = i < 80 ? $"{i % 2}" : "2" }).ToArray();

        var difference = PairedDifference.Of(grouped, Answers("m", _ => "a"), Answers("n", i => rows[i].Label));

        Assert.Equal(0, difference.AccuracyInterval[0]);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(3, 10, 0.09228515625)]
    public void The_test_of_mc_nemar_is_the_exact_one(int onlyFirst, int onlySecond, double p) => Assert.Equal(p, PairedDifference.ExactTest(onlyFirst, onlySecond), 1e-9);

    [Fact]
    public void Thousands_of_differing_rows_do_not_underflow() => Assert.InRange(PairedDifference.ExactTest(4900, 5100), 0.04, 0.05);

    [Fact]
    public void Every_model_is_compared_with_the_first()
    {
        var comparison = ClassificationComparison.Of(rows, [Answers("m", _ => "a"), Answers("n", _ => "b"), Answers("o", i => rows[i].Label)]);

        Assert.Equal(["m", "n", "o"], comparison.Models.Select(m => m.Model));
        Assert.Equal([("m", "n"), ("m", "o")], comparison.Differences.Select(d => (d.First, d.Second)));
        Assert.Throws<ArgumentException>(() => ClassificationComparison.Of([], [Answers("m", _ => "a")]));
    }

    private static ModelAnswers Answers(string model, Func<int, string?> label) => new(model, "1", [.. rows.Select((_, i) => new ModelAnswer(label(i), 0.9, 1))], null);
}
