using TrendGrains.Inference.Classifying;

namespace TrendGrains.Inference.Tests.Classifying;

public sealed class WeightyWordsTests
{
    [Fact]
    public void Leaves_out_every_occurrence_of_one_word_at_a_time()
    {
        var asked = WeightyWords.Of("Fire in a factory: the fire killed 12");

        Assert.Equal("Fire in a factory: the fire killed 12", asked.Texts[0]);
        Assert.Contains(asked.Texts, t => !t.Contains("ire", StringComparison.Ordinal) && t.Contains("factory", StringComparison.Ordinal));
        Assert.Equal(5, asked.Texts.Count);
    }

    [Fact]
    public void Names_the_words_that_spoke_for_the_label_the_weightiest_first()
    {
        var asked = WeightyWords.Of("Factory blast kills workers");
        var scores = asked.Texts.Select(t =>
        {
            var grave = t.Contains("kills", StringComparison.Ordinal) ? t.Contains("blast", StringComparison.Ordinal) ? 0.9f : 0.7f : 0.2f;
            return new[] { 1 - grave, grave };
        }).ToArray();

        var words = asked.Weigh(scores, 1);

        Assert.Equal(["kills", "blast"], words.Select(w => w.Word));
        Assert.True(words[0].Weight > words[1].Weight);
        Assert.Empty(asked.Weigh([.. scores.Select(_ => new[] { 0.5f, 0.5f })], 1));
    }

    [Fact]
    public void Korean_words_lose_nothing_but_themselves()
    {
        var asked = WeightyWords.Of("버스가 트럭과 충돌해 3명이 숨졌다");

        Assert.All(asked.Texts, t => Assert.Equal(asked.Texts[0].Length, t.Length));
        Assert.Contains(asked.Texts, t => !t.Contains("충돌", StringComparison.Ordinal) && t.Contains("버스", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    public void A_text_without_words_is_asked_alone_and_says_nothing(string text)
    {
        var asked = WeightyWords.Of(text);

        Assert.Equal([text], asked.Texts);
        Assert.Empty(asked.Weigh([[0.3f, 0.7f]], 1));
    }

    [Fact]
    public void A_huge_text_is_asked_about_by_its_beginning_and_no_surrogate_is_cut()
    {
        var asked = WeightyWords.Of("fire " + string.Concat(Enumerable.Repeat("\U0001F525", 100_000)));

        Assert.InRange(asked.Texts[0].Length, 4000, 4096);
        Assert.False(char.IsHighSurrogate(asked.Texts[0][^1]));
        Assert.True(asked.Texts.Count <= WeightyWords.MostWords + 1);
    }
}
