namespace TrendGrains.Text.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("The Fed's rate, 5.25%!", "The|Fed's|rate|5|25")]
    [InlineData("AI가 반도체를 만든다", "AI|가|반도체를|만든다")]
    [InlineData("東京タワーへ行く", "東京|タワーへ|行|く")]
    [InlineData("naïve café", "naïve|café")]
    [InlineData("हिन्दी भाषा", "हिन्दी|भाषा")]
    [InlineData("... !!", "")]
    public void Cuts_at_white_space_punctuation_and_East_Asian_script_changes(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words.Of(text)));

    [Fact]
    public void Spans_give_back_the_words()
    {
        const string text = "하나 two 三";
        Assert.Equal(Words.Of(text), Words.Spans(text).Select(s => text.Substring(s.Start, s.Length)));
    }
}
