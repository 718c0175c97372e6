using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Inference.Tests.Evaluation;

public sealed class Rouge1Tests
{
    [Theory]
    [InlineData("The cat sat.", "the CAT sat", 1, 1)]
    [InlineData("the the the", "the cat", 1.0 / 3, 0.5)]
    [InlineData("a b c d", "c d", 0.5, 1)]
    [InlineData("", "c d", 0, 0)]
    [InlineData("3명이 숨졌다", "3명이 다쳤다", 0.5, 0.5)]
    [InlineData("雨が降", "雨は降", 2.0 / 3, 2.0 / 3)]
    public void Counts_each_word_as_often_as_it_stands_in_both(string candidate, string reference, double precision, double recall)
    {
        var rouge = Rouge1.Of(candidate, reference);

        Assert.Equal(precision, rouge.Precision, 6);
        Assert.Equal(recall, rouge.Recall, 6);
        Assert.Equal(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), rouge.F1, 6);
    }
}
