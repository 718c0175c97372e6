using TrendGrains.Reading.Metadata.Bylines;

namespace TrendGrains.Reading.Tests.Metadata.Bylines;

public sealed class BylineTextTests
{
    [Theory]
    [InlineData("By Jane Roe and John Doe", "Jane Roe|John Doe")]
    [InlineData("Written by Jane Roe, MD | Updated March 3, 2026", "Jane Roe")]
    [InlineData("Jane Roe, Staff Writer", "Jane Roe")]
    [InlineData("BY JANE ROE", "JANE ROE")]
    [InlineData("Jane Roe · 5 min read", "Jane Roe")]
    [InlineData("Jane Roe Follow", "Jane Roe")]
    [InlineData("Posted by Jane Roe on March 3, 2026", "Jane Roe")]
    [InlineData("By Jane Roe jane@news.example", "Jane Roe")]
    [InlineData("Martin King, Jr.", "Martin King Jr.")]
    [InlineData("Von Anna Müller und Jörg Weiß", "Anna Müller|Jörg Weiß")]
    [InlineData("Par Marie Dupont", "Marie Dupont")]
    [InlineData("홍길동 기자", "홍길동")]
    [InlineData("홍길동·김철수 기자 = 서울", "홍길동|김철수")]
    [InlineData("(워싱턴=한빛통신) 이몽룡 특파원 =", "이몽룡")]
    [InlineData("한빛일보 성춘향 선임기자 chun@hanbit.example", "성춘향")]
    [InlineData("글 홍길동", "홍길동")]
    [InlineData("The Harbour Post", "The Harbour Post")]
    public void Finds_the_names(string byline, string names) => Assert.Equal(names.Split('|'), BylineText.Names(byline));

    [Theory]
    [InlineData("Di Zhang", "Di Zhang")]
    [InlineData("Von Miller", "Von Miller")]
    [InlineData("Par Andersson", "Par Andersson")]
    [InlineData("Skip Bayless", "Skip Bayless")]
    [InlineData("My Tran", "My Tran")]
    [InlineData("By Jane Roe", "Jane Roe")]
    [InlineData("Written by: Jane Roe", "Jane Roe")]
    [InlineData("Log In", "")]
    [InlineData("View All Posts", "")]
    public void A_field_that_holds_a_name_is_believed(string field, string names) =>
        Assert.Equal(names.Split('|', StringSplitOptions.RemoveEmptyEntries), BylineText.Names(field, isStated: true));

    [Theory]
    [InlineData("Di Zhang")]
    [InlineData("Von Miller")]
    [InlineData("Par Andersson")]
    public void Two_words_in_a_line_are_a_name_and_no_label(string line) => Assert.Equal([line], BylineText.Names(line));

    [Theory]
    [InlineData("admin")]
    [InlineData("https://facebook.com/x")]
    [InlineData("@jane")]
    [InlineData("page.head.extra.author")]
    [InlineData("View all posts")]
    [InlineData("")]
    public void What_names_nobody_is_nobody(string byline) => Assert.Empty(BylineText.Names(byline));
}
