using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.GoogleNews;

namespace TrendGrains.Crawling.Tests.Sites.GoogleNews;

public sealed class GoogleNewsTests
{
    private static readonly SourceDefinition source = new() { Slug = "g", Kind = SourceKind.GoogleNews, Url = "https://news.google.com/rss?hl=ko&gl=KR&ceid=KR:ko", Access = AccessMode.Feed };

    private readonly GoogleNewsAdapter adapter = new();

    [Theory]
    [InlineData("한국 경제", "ko", "KR", "https://news.google.com/rss/search?q=%ED%95%9C%EA%B5%AD%20%EA%B2%BD%EC%A0%9C&hl=ko&gl=KR&ceid=KR:ko")]
    [InlineData("korea when:1d", null, null, "https://news.google.com/rss/search?q=korea%20when%3A1d&hl=en-US&gl=US&ceid=US:en")]
    [InlineData("topic:business", "en", "gb", "https://news.google.com/rss/headlines/section/topic/BUSINESS?hl=en-GB&gl=GB&ceid=GB:en")]
    [InlineData("place:서울", "ko", null, "https://news.google.com/rss/headlines/section/geo/%EC%84%9C%EC%9A%B8?hl=ko&gl=KR&ceid=KR:ko")]
    [InlineData("top", "zh-TW", null, "https://news.google.com/rss?hl=zh-TW&gl=TW&ceid=TW:zh-Hant")]
    public void Makes_an_address_of_words_topic_or_place(string words, string? language, string? region, string url) =>
        Assert.Equal(url, SourceAddress.Of(SourceKind.GoogleNews, words, language, region));

    [Theory]
    [InlineData("topic:weather", null, "there are world, nation, business")]
    [InlineData("sea", "fi", "--region")]
    public void Says_what_makes_none(string words, string? language, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => GoogleNewsAddress.OfWords(words, language, null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://news.google.com/search?q=korea&hl=en-US&gl=US&ceid=US%3Aen", "https://news.google.com/rss/search?q=korea&hl=en-US&gl=US&ceid=US%3Aen")]
    [InlineData("https://news.google.com/topics/CAAq?hl=ko", "https://news.google.com/rss/topics/CAAq?hl=ko")]
    [InlineData("https://news.google.com/home?hl=ko&gl=KR&ceid=KR:ko", "https://news.google.com/rss?hl=ko&gl=KR&ceid=KR:ko")]
    [InlineData("https://news.google.com/rss/articles/CBMi", null)]
    public void Finds_the_feed_of_a_page(string page, string? feed) => Assert.Equal(feed, GoogleNewsAddress.OfPage(page));

    [Theory]
    [InlineData(40)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(700)]
    public void Decodes_an_article_s_address_that_is_in_the_link(int length)
    {
        var article = "https://paper.example/".PadRight(length, 'a');

        Assert.Equal(article, GoogleNewsLink.Article(Link(article, "articles")));
        Assert.Equal(article, GoogleNewsLink.Article("https://consent.google.com/ml?continue=" + Uri.EscapeDataString(Link(article, "read"))));
    }

    [Theory]
    [InlineData("AU_yqLPx5dX1")]
    [InlineData("javascript:alert(1)")]
    public void Leaves_a_link_alone_that_holds_a_token(string inside) => Assert.Null(GoogleNewsLink.Article(Link(inside, "articles")));

    [Theory]
    [InlineData("https://news.google.com/rss/articles/CBMi?oc=5")]
    [InlineData("https://news.google.com/rss/articles/CBMi_w?oc=5")]
    [InlineData("https://news.google.com/rss/articles/%%%")]
    [InlineData("https://consent.google.com/ml?continue=https%3A%2F%2Fconsent.google.com%2Fml")]
    [InlineData("https://paper.example/articles/2026")]
    [InlineData("no link")]
    public void Makes_nothing_of_what_is_no_such_link(string link) => Assert.Null(GoogleNewsLink.Article(link));

    [Fact]
    public void Takes_the_publisher_off_the_title()
    {
        var article = "https://paper.example/tide";
        var reading = Read($"""
            <item><title>Tide - and time - El País</title><link>{Link(article, "articles")}?oc=5</link><guid isPermaLink="false">1</guid><pubDate>Thu, 18 Jun 2026 12:00:00 GMT</pubDate>
            <description>&lt;a href="x"&gt;Tide&lt;/a&gt;&lt;font&gt;El País&lt;/font&gt;</description><source url="https://elpais.example">El País</source></item>
            <item><title>No source - The Paper</title><link>{Link("AU_yqLPx", "articles")}</link></item>
            <item><title>Other - Name</title><link>{Link("AU_yqLPy", "articles")}</link><source url="https://q.example">Quite another</source></item>
            """);

        Assert.Equal([("Tide - and time", "El País"), ("No source", "The Paper"), ("Other - Name", "Quite another")], reading.Entries.Select(e => (e.Title!, e.Author!)));
        Assert.Equal((article, "https://elpais.example/", null), (reading.Entries[0].Url, reading.Entries[0].Origin!.Url, reading.Entries[0].Summary));
        Assert.Equal(Link("AU_yqLPx", "articles"), reading.Entries[1].Url);
        Assert.Empty(reading.Skipped);
    }

    private static string Link(string inside, string path)
    {
        var bytes = Encoding.UTF8.GetBytes(inside);
        byte[] length = bytes.Length < 128 ? [(byte)bytes.Length] : [(byte)(bytes.Length | 0x80), (byte)(bytes.Length >> 7)];
        byte[] message = [0x08, 0x13, 0x22, .. length, .. bytes, 0xd2, 0x01, 0x00];
        return $"https://news.google.com/rss/{path}/{Convert.ToBase64String(message).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";
    }

    private SiteReading Read(string items) => adapter.Read(
        source, new SiteAnswer(new Uri(source.Url), Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><language>ko</language>{items}</channel></rss>"), "utf-8"), null);
}
