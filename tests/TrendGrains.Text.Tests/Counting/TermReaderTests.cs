using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Tests.Counting;

public sealed class TermReaderTests
{
    [Theory]
    [InlineData("주민 1천200명이 대피", "1,200 주민이 대피했다")]
    [InlineData("피해액 3만5천", "피해액은 35,000")]
    [InlineData("1.5억 지원", "150,000,000 지원")]
    [InlineData("Floods displace 1.2 million", "flood displaced 1,200,000")]
    [InlineData("$3bn deal", "Deals: 3 billion")]
    [InlineData("Arrested suspects", "suspect's arrest")]
    [InlineData("체포됐다", "체포")]
    [InlineData("정부가 대책을 발표했다고", "정부는 대책 발표")]
    [InlineData("U.S. strikes", "US strike")]
    public void Reads_two_spellings_as_the_same_terms(string one, string other) => Assert.Equal(Keys(one), Keys(other));

    [Theory]
    [InlineData("21일", "21명")]
    [InlineData("12%", "12")]
    [InlineData("1,200", "1200.5")]
    [InlineData("tell us", "tell US")]
    [InlineData("서울", "부산")]
    public void Keeps_apart_what_differs(string one, string other) => Assert.NotEqual(Keys(one), Keys(other));

    [Fact]
    public void Leaves_out_what_says_nothing() => Assert.Empty(Keys("그리고 이번에는 the of and, they’ve — …!"));

    [Fact]
    public void Knows_where_each_term_stands()
    {
        const string text = "Typhoon hits 부산에서 12명이";
        var read = Read(text);

        Assert.Equal(["Typhoon", "hits", "부산에서", "12"], read.Select(t => text.Substring(t.Start, t.Length)));
        Assert.Equal(TermKind.Number, read[3].Kind);
    }

    [Fact]
    public void Calls_a_capital_inside_a_sentence_a_name_but_not_in_a_headline_of_capitals()
    {
        Assert.Equal([false, false, true, true], Read("Police question Jane Doe").Select(t => t.Kind == TermKind.Name));
        Assert.DoesNotContain(Read("Police Question Jane Smith Over Missing Money"), t => t.Kind == TermKind.Name);
    }

    [Theory]
    [InlineData("시보솜홀딩스", "시보솜")]
    [InlineData("담늘군에서", "담늘")]
    [InlineData("코솜강이", "코솜")]
    public void Takes_a_compound_that_nobody_knows_apart(string compound, string name) =>
        Assert.Equal(Keys(name)[0], Read(compound)[0].Key);

    [Theory]
    [InlineData("잔룬드에서", true)]
    [InlineData("노리람은", true)]
    [InlineData("대통령이", false)]
    [InlineData("끊겼지만", false)]
    [InlineData("뭉근히 끓인", false)]
    public void Takes_an_unknown_Korean_noun_for_a_name(string text, bool name) =>
        Assert.Equal(name, Read(text)[^1].Kind == TermKind.Name);

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("😀👍🏽 — …")]
    [InlineData("\uD800 \uDC00")]
    [InlineData("9999999999999999999999999999 1.1.1.1 1,,2 3조조조")]
    public void Takes_any_text(string text) => Assert.InRange(Read(text).Count, 0, 16);

    [Fact]
    public void Reads_other_scripts_too()
    {
        Assert.Equal(2, Read("привет мир").Count);
        Assert.Equal(["東京", "京都"], Read("東京都").Select(t => "東京都".Substring(t.Start, t.Length)));
    }

    [Fact]
    public void Reads_a_word_without_an_end()
    {
        Assert.Single(Read(new string('a', 100_000)));
        Assert.Single(Read(new string('가', 100_000)));
    }

    private static List<Term> Read(string text)
    {
        var terms = new List<Term>();
        TermReader.Read(text, terms);
        return terms;
    }

    private static uint[] Keys(string text) => [.. Read(text).Select(t => t.Key).Order()];
}
