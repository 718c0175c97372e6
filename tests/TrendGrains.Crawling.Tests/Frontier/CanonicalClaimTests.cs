using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Crawling.Tests.Frontier;

public sealed class CanonicalClaimTests
{
    [Theory]
    [InlineData("https://m.a.co.kr/view?idxno=12345", "https://www.a.co.kr/news/articleView.html?idxno=12345")]
    [InlineData("https://a.example/harbour-opens-again/amp/", "/harbour-opens-again/")]
    [InlineData("https://a.example/news/world-98765?ref=home", "https://a.example/news/world-98765")]
    [InlineData("https://a.example/about?ref=home", "https://a.example/about")]
    [InlineData("http://www.a.example/about.html", "https://a.example/about")]
    [InlineData("https://a.example/p/12345", "https://a.example/2026/11/harbour-opens-again-12345")]
    [InlineData("https://a.example/world-news-today/korea-exports-rise-again", "https://a.example/economy/korea-exports-rise-again")]
    [InlineData("https://a.example/read?id=Xa93kd", "https://www.a.example/read?id=Xa93kd")]
    public void Believes_a_page_that_names_the_same_thing_on_the_same_site(string page, string claimed) =>
        Assert.Equal(new Uri(new Uri(page), claimed).AbsoluteUri, CanonicalClaim.Believe(page, claimed));

    [Theory]
    [InlineData("https://a.example/harbour-opens-again", "https://a.example/")]
    [InlineData("https://a.example/harbour-opens-again", "https://a.example/town-votes-on-bridge")]
    [InlineData("https://a.example/2026/11/20/one", "https://a.example/2026/11/20/two")]
    [InlineData("https://a.example/20261120/one", "https://a.example/20261120/two")]
    [InlineData("https://a.example/world-news-today/korea-exports-rise-again", "https://a.example/world-news-today/")]
    [InlineData("https://a.example/world-news-today/korea-exports-rise-again", "https://a.example/world-news-today/harbour-opens-again")]
    [InlineData("https://a.example/read?id=Xa93kd", "https://a.example/read")]
    [InlineData("https://a.example/read?id=Xa93kd", "https://a.example/read?id=Xa93ke")]
    [InlineData("https://a.example/read?story", "https://a.example/read")]
    [InlineData("https://a.example/view?id=12", "https://a.example/view")]
    [InlineData("https://a.example/view?id=12", "https://a.example/view?id=13")]
    [InlineData("https://a.example/news/12345?page=2", "https://a.example/news/12345")]
    [InlineData("https://a.example/harbour-opens-again", "https://b.example/harbour-opens-again")]
    [InlineData("https://me.tistory.com/harbour-opens-again", "https://you.tistory.com/harbour-opens-again")]
    [InlineData("https://a.example/harbour-opens-again", "https://a.example:8443/harbour-opens-again")]
    [InlineData("https://a.example/harbour-opens-again", "javascript:alert(1)")]
    [InlineData("https://a.example/harbour-opens-again", "https://a.example/harbour-opens-again#top")]
    [InlineData("https://a.example/harbour-opens-again", null)]
    public void Believes_no_other(string page, string? claimed) => Assert.Null(CanonicalClaim.Believe(page, claimed));
}
