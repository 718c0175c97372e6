using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Crawling.Tests.Policies;

public sealed class LinkShapeTests
{
    [Theory]
    [InlineData("/2026/05/17/a", true)]
    [InlineData("/2026-05-17-a", true)]
    [InlineData("/news/20260517-a", true)]
    [InlineData("/2026", false)]
    [InlineData("/room/2026/hall", false)]
    [InlineData("/20260517123", false)]
    public void Tells_a_date_from_a_number(string path, bool dated) => Assert.Equal(dated, Of(path).Dated);

    [Theory]
    [InlineData("/a/bank-raises-rate", true)]
    [InlineData("/a/bank_raises_rate.html", true)]
    [InlineData("/a/about-us", false)]
    public void A_slug_is_three_words_at_least(string path, bool slug) => Assert.Equal(slug, Of(path).Slug);

    [Theory]
    [InlineData("/list?page=2", true)]
    [InlineData("/blog/page/2", true)]
    [InlineData("/page/rules", false)]
    public void Knows_the_pages_of_a_list(string path, bool paged) => Assert.Equal(paged, Of(path).Paged);

    [Fact]
    public void An_article_number_may_stand_in_the_query() => Assert.True(Of("/articleView.html?idxno=123456").Numbered);

    [Fact]
    public void A_korean_anchor_counts_double()
    {
        Assert.Equal(12, Of("/a", anchor: "기준금리 인상").AnchorLength - 1);
        Assert.Equal(9, Of("/a", anchor: "Key rates").AnchorLength);
    }

    [Fact]
    public void Sees_headings_and_navigation_in_the_tag_path()
    {
        Assert.True(Of("/a", tagPath: "main ul.list li h2.title a").InHeading);
        Assert.True(Of("/a", tagPath: "header.site nav ul li a").InFrame);
        Assert.False(Of("/a", tagPath: "main div.header a").InFrame);
    }

    private static LinkShape Of(string path, string anchor = "", string tagPath = "") =>
        LinkShape.Of(new FrontierLink(1, $"https://news.example{path}", 1, new LinkClue(tagPath, anchor, "", "")));
}
