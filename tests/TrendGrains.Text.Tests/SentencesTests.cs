namespace TrendGrains.Text.Tests;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("It rained. We left! Why? Nobody knows…", "It rained.|We left!|Why?|Nobody knows…")]
    [InlineData("Mr. Smith of the U.S. Senate paid $3.50. He left.", "Mr. Smith of the U.S. Senate paid $3.50.|He left.")]
    [InlineData("He said \"No.\" Then he left.", "He said \"No.\"|Then he left.")]
    [InlineData("정부가 발표했다. 시장은 반응했다.", "정부가 발표했다.|시장은 반응했다.")]
    [InlineData("정부가 발표했다.그는 말했다.", "정부가 발표했다.|그는 말했다.")]
    [InlineData("금리는 3.5%로 동결됐다.", "금리는 3.5%로 동결됐다.")]
    [InlineData("雨が降った。帰った。", "雨が降った。|帰った。")]
    [InlineData("A heading\n\nA paragraph without end", "A heading|A paragraph without end")]
    [InlineData("", "")]
    public void Ends_sentences_where_a_reader_would(string text, string expected) => Assert.Equal(expected, string.Join('|', Sentences.Of(text)));

    [Fact]
    public void Spans_lie_inside_the_text_and_in_order()
    {
        const string text = "One.  Two?\n\nThree";
        var end = 0;
        foreach (var (start, length) in Sentences.Spans(text))
        {
            Assert.True(start >= end && length > 0);
            end = start + length;
        }
        Assert.Equal(text.Length, end);
    }
}
