using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Reading.Tests.Evaluation;

public class WordF1Tests
{
    [Fact]
    public void Words_are_bags_and_case_does_not_count()
    {
        var (precision, recall, f1) = WordF1.Of("The cat, the CAT sat", "the cat sat down today");

        Assert.Equal((0.6, 0.6, 0.6), (Math.Round(precision, 6), Math.Round(recall, 6), Math.Round(f1, 6)));
    }

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("…", "!", 1)]
    [InlineData("", "word", 0)]
    [InlineData("word", "", 0)]
    [InlineData("한국 은행", "한국 은행", 1)]
    public void Texts_without_words_are_equal_to_each_other_and_to_nothing_else(string predicted, string gold, double f1) =>
        Assert.Equal(f1, WordF1.Of(predicted, gold).F1);
}
