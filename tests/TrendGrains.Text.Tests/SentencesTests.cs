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
    [InlineData("정부는 \"금리를 내리겠다.\"라고 밝혔다. 시장은 반겼다.", "정부는 \"금리를 내리겠다.\"라고 밝혔다.|시장은 반겼다.")]
    [InlineData("그는 “지켜보겠다.”며 웃었다.그러나 아니었다.", "그는 “지켜보겠다.”며 웃었다.|그러나 아니었다.")]
    [InlineData("비가 온다… 그친 뒤 간다. 주가 급락… 투자자 한숨", "비가 온다…|그친 뒤 간다.|주가 급락… 투자자 한숨")]
    [InlineData("2024. 3. 5. 발표했다. 효력은 1. 1.부터다.", "2024. 3. 5. 발표했다.|효력은 1. 1.부터다.")]
    [InlineData("1. First point. 2. Second", "1. First point.|2. Second")]
    [InlineData("\"Why?\" he asked. Yahoo! said so. Wait... and see.", "\"Why?\" he asked.|Yahoo! said so.|Wait... and see.")]
    [InlineData("She met No. 5. He said no. Then it ended at 5 p.m. The end.", "She met No. 5.|He said no.|Then it ended at 5 p.m.|The end.")]
    [InlineData("It is in the U.S. The talks with J. Smith Jr. of Acme Inc. failed.", "It is in the U.S.|The talks with J. Smith Jr. of Acme Inc. failed.")]
    [InlineData("In 2024. The next. iPhone sales rose.", "In 2024.|The next.|iPhone sales rose.")]
    [InlineData("It is Plan B. The council voted. J. A. Smith and J. R. R. Tolkien left.", "It is Plan B.|The council voted.|J. A. Smith and J. R. R. Tolkien left.")]
    [InlineData("It began in 2019. 14 people were hurt. It rose to 5. 12 people left.", "It began in 2019.|14 people were hurt.|It rose to 5.|12 people left.")]
    [InlineData("법은 2024. 3. 5(화) 나왔고 기간은 3. 5.~3. 9.이다. 25. 1. 2.에 끝난다.", "법은 2024. 3. 5(화) 나왔고 기간은 3. 5.~3. 9.이다.|25. 1. 2.에 끝난다.")]
    [InlineData("주가 급락... 투자자 한숨", "주가 급락... 투자자 한숨")]
    [InlineData("「行く。」と言った。彼は帰った。他说：“好。”我们走了。", "「行く。」と言った。|彼は帰った。|他说：“好。”|我们走了。")]
    [InlineData("約３．５％だ。", "約３．５％だ。")]
    [InlineData("Points:\n- one thing\n- another\n3) third", "Points:|- one thing|- another|3) third")]
    [InlineData("One line\nwraps here.\r\n\r\nNext block", "One line\nwraps here.|Next block")]
    [InlineData("A title without a mark\n \nBody.", "A title without a mark|Body.")]
    [InlineData("See example.com/a?b=1! Version 2.0.1 is out.", "See example.com/a?b=1!|Version 2.0.1 is out.")]
    [InlineData("", "")]
    public void Ends_sentences_where_a_reader_would(string text, string expected) => Assert.Equal(expected, string.Join('|', Sentences.Of(text)));

    [Theory]
    [InlineData("!", "x", 2)]
    [InlineData(".?!…", "x", 2)]
    [InlineData("。", "」と言った", 6)]
    public void A_run_of_marks_that_ends_no_sentence_is_judged_once(string marks, string rest, int expected)
    {
        var text = string.Concat(Enumerable.Repeat(marks, 40_000)) + rest;
        var judged = 0;

        var spans = Sentences.Spans(text, (whole, at, start) =>
        {
            judged++;
            return SentenceEnd.At(whole, at, start);
        });

        Assert.Equal([(0, text.Length)], spans);
        Assert.Equal(expected, judged);
    }

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
