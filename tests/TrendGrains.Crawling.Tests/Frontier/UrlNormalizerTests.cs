using FsCheck;
using FsCheck.Fluent;
using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Crawling.Tests.Frontier;

public sealed class UrlNormalizerTests
{
    [Theory]
    [InlineData("HTTP://Example.COM", "http://example.com/")]
    [InlineData("http://example.com:80/a", "http://example.com/a")]
    [InlineData("https://example.com:443/a", "https://example.com/a")]
    [InlineData("http://example.com:443/a", "http://example.com:443/a")]
    [InlineData("http://example.com./a", "http://example.com/a")]
    [InlineData("http://8./a", "http://0.0.0.8/a")]
    [InlineData("http://8\u00ad/a", "http://0.0.0.8/a")]
    [InlineData("http://뉴스.example/한국", "http://xn--vg1b002a.example/%ED%95%9C%EA%B5%AD")]
    [InlineData("http://example.com/a/./b/../c", "http://example.com/a/c")]
    [InlineData("http://example.com/a/%2E%2E/c", "http://example.com/c")]
    [InlineData("http://example.com/a/.", "http://example.com/a/")]
    [InlineData("http://example.com/%7Ea%2fb%c3%a9", "http://example.com/~a%2Fb%C3%A9")]
    [InlineData("http://example.com/a%zz", "http://example.com/a%25zz")]
    [InlineData("http://example.com/a b", "http://example.com/a%20b")]
    [InlineData("http://example.com/a#b", "http://example.com/a")]
    [InlineData("http://example.com/a?", "http://example.com/a")]
    [InlineData("http://example.com?b=2&a=1", "http://example.com/?b=2&a=1")]
    [InlineData("http://example.com/?utm_source=x&a=1&UTM_Medium=y&fbclid=z", "http://example.com/?a=1")]
    [InlineData("http://example.com/?gclid=1", "http://example.com/")]
    [InlineData("http://example.com/?a=1&&b", "http://example.com/?a=1&b")]
    [InlineData("http://example.com/?q=a+b%20c&x=%26", "http://example.com/?q=a+b%20c&x=%26")]
    [InlineData("http://example.com//a//b", "http://example.com//a//b")]
    [InlineData("  http://exa\nmple.com/a\t ", "http://example.com/a")]
    [InlineData("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/")]
    [InlineData("http://example.com/a/../..", "http://example.com/")]
    public void Gives_each_page_one_spelling(string url, string expected)
    {
        Assert.True(UrlNormalizer.TryNormalize(url, null, out var normalized, out var problem), problem);
        Assert.Equal(expected, normalized);
    }

    [Theory]
    [InlineData("b", "http://h.example/dir/b")]
    [InlineData("/b?x=1", "http://h.example/b?x=1")]
    [InlineData("?x", "http://h.example/dir/page?x")]
    [InlineData("//other.example/b", "http://other.example/b")]
    [InlineData("../../b", "http://h.example/b")]
    [InlineData("", "http://h.example/dir/page")]
    public void Resolves_against_the_page(string link, string expected)
    {
        Assert.True(UrlNormalizer.TryNormalize(link, new Uri("http://h.example/dir/page"), out var normalized, out _));
        Assert.Equal(expected, normalized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/just/a/path")]
    [InlineData("no url")]
    [InlineData("mailto:a@b.example")]
    [InlineData("javascript:void(0)")]
    [InlineData("http://")]
    [InlineData("http://user:pw@h.example/")]
    [InlineData("http://a..b/")]
    [InlineData("http://h.example:99999/")]
    public void Says_why_a_text_is_no_page(string url)
    {
        Assert.False(UrlNormalizer.TryNormalize(url, null, out var normalized, out var problem));
        Assert.Null(normalized);
        Assert.NotEmpty(problem);
        Assert.DoesNotContain("pw", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_urls_that_are_too_long() =>
        Assert.False(UrlNormalizer.TryNormalize("http://h.example/" + new string('a', 5000), null, out _, out _));

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        // Pieces that matter to URLs, any characters between them.
        var piece = Gen.Elements(
            "a", "Z", "/", "//", "..", ".", "%2e", "%2F", "%", "%e", "?", "&", "=", "#", "한", "é", " ", ":", "@", "utm_x=1", ";", "|", "[", "\\", "+", "*", "\u0000",
            "%25", "%ED", "\ud83d", "\udcf0", "😀", "~", "%7E", "ß", "İ", "\u00ad", "。");
        var tail = piece.Or(ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString())).ListOf().Select(string.Concat);
        var head = Gen.Elements("http://h.example", "https://뉴스.example:444/", "http://h.example/a?", "HTTP://", "http://[::1]/");
        var urls = head.SelectMany(h => tail.Select(t => h + t)).ToArbitrary();

        Prop.ForAll(urls, url =>
        {
            if (!UrlNormalizer.TryNormalize(url, null, out var once, out _))
            {
                return true;
            }

            Assert.True(UrlNormalizer.TryNormalize(once, null, out var twice, out var problem), $"{url} -> {once}: {problem}");
            Assert.Equal(once, twice);
            Assert.All(once, c => Assert.InRange(c, '!', '~'));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
