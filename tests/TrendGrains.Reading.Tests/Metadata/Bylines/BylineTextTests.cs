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
    [InlineData("admin")]
    [InlineData("https://facebook.com/x")]
    [InlineData("@jane")]
    [InlineData("page.head.extra.author")]
    [InlineData("View all posts")]
    [InlineData("")]
    public void What_names_nobody_is_nobody(string byline) => Assert.Empty(BylineText.Names(byline));
}
