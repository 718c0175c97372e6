using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Crawling.Tests.Frontier;

public sealed class UrlVariantTests
{
    [Theory]
    [InlineData("https://a.example/2026/harbour-opens-again/amp", "https://a.example/2026/harbour-opens-again")]
    [InlineData("https://a.example/harbour-opens-again/amp/", "https://a.example/harbour-opens-again")]
    [InlineData("https://a.example/news/12345/amp?page=2", "https://a.example/news/12345?page=2")]
    [InlineData("https://a.example/story.amp.html", "https://a.example/story.html")]
    [InlineData("https://a.example/story.amp", "https://a.example/story")]
    [InlineData("https://a.example/story?amp=1", "https://a.example/story")]
    [InlineData("https://a.example/story?amp", "https://a.example/story")]
    [InlineData("https://a.example/story?id=7&amp=1", "https://a.example/story?id=7")]
    [InlineData("https://a.example/story?outputType=amp&id=7", "https://a.example/story?id=7")]
    [InlineData("https://me.blogspot.com/2026/11/story.html?m=1", "https://me.blogspot.com/2026/11/story.html")]
    [InlineData("https://me.blogspot.co.uk/story.html?a=2&m=1", "https://me.blogspot.co.uk/story.html?a=2")]
    [InlineData("https://amp.a.example/story", "https://a.example/story")]
    [InlineData("https://m.a.example/story", "https://a.example/story")]
    [InlineData("https://mobile.a.co.kr/story", "https://a.co.kr/story")]
    [InlineData("https://m.news.a.co.kr:8443/story", "https://news.a.co.kr:8443/story")]
    [InlineData("http://127.0.0.1:8080/harbour-opens-again/amp", "http://127.0.0.1:8080/harbour-opens-again")]
    [InlineData("https://en.m.wiki.example/story", "https://en.wiki.example/story")]
    public void Finds_the_page_behind_a_form_for_telephones(string variant, string page)
    {
        Assert.Equal(page, UrlVariant.Resolve(variant));
        Assert.Equal(page, UrlVariant.Resolve(page));
    }

    [Theory]
    [InlineData("https://a.example/guitars/amp")]
    [InlineData("https://a.example/amp")]
    [InlineData("https://a.example/story?amplitude=1")]
    [InlineData("https://a.example/story?cm=1&lamp=1")]
    [InlineData("https://a.example/calendar?y=2026&m=1")]
    [InlineData("https://blogspot.a.example/calendar?m=1")]
    [InlineData("https://m.co.kr/story")]
    [InlineData("https://mobile.example/story")]
    [InlineData("http://127.0.0.1:8080/story")]
    public void Leaves_other_addresses_alone(string url) => Assert.Equal(url, UrlVariant.Resolve(url));

    [Fact]
    public void Takes_the_host_that_the_site_itself_goes_by() =>
        Assert.Equal("https://www.a.example/story", UrlVariant.Resolve("https://m.a.example/story", "https://www.a.example/"));

    [Theory]
    [InlineData("www.example.com", "example.com")]
    [InlineData("example.com", "example.com")]
    [InlineData("a.b.example.co.kr", "example.co.kr")]
    [InlineData("news.example.co.uk.", "example.co.uk")]
    [InlineData("NEWS.Example.COM", "example.com")]
    [InlineData("shop.example.com.au", "example.com.au")]
    [InlineData("me.tistory.com", "me.tistory.com")]
    [InlineData("x.me.github.io", "me.github.io")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("localhost", "localhost")]
    public void Knows_what_one_owner_holds(string host, string domain) => Assert.Equal(domain, RegistrableDomain.Of(host));
}
