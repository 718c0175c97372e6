namespace TrendGrains.Reading.Tests.Metadata;

public sealed class MetadataTests
{
    [Fact]
    public void JSON_LD_answers_first_and_is_named()
    {
        var page = TestPages.Stored("article-with-comments.html");
        Assert.Equal("Town votes on bridge", page.Title);
        Assert.Equal("Jane Roe, John Doe", page.Byline);
        Assert.Equal(new DateTimeOffset(2026, 5, 20, 9, 30, 0, TimeSpan.FromHours(2)), page.Published);
        Assert.Equal(TimeSpan.FromHours(2), page.Published!.Value.Offset);
        Assert.Equal(new DateTimeOffset(2026, 5, 21, 8, 0, 0, TimeSpan.Zero), page.Modified);
        Assert.Equal("The Ledger", page.SiteName);
        Assert.Equal(["bridge", "vote"], page.Tags);
        foreach (var field in new[] { "title", "byline", "published", "modified", "siteName", "tags" })
        {
            Assert.Equal("json-ld", page.Origins[field]);
        }
    }

    [Fact]
    public void A_Korean_page_is_read_on_Korean_time()
    {
        var page = TestPages.Stored("korean-news.html");
        Assert.Equal("한국은행, 기준금리 연 2.50%로 동결", page.Title);
        Assert.Equal("홍길동", page.Byline);
        Assert.Equal(new DateTimeOffset(2026, 5, 20, 15, 12, 0, TimeSpan.FromHours(9)), page.Published);
        Assert.Equal("time", page.Origins["published"]);
        Assert.Equal("한빛일보", page.SiteName);
        Assert.Equal("https://hanbit.example/economy/12345", page.CanonicalUrl);
        Assert.Equal("ko", page.Language);
        Assert.Equal("og", page.Origins["title"]);
        Assert.Equal("https://news.example/img/bok.jpg", page.Media[0].Url);
    }

    [Fact]
    public void The_address_dates_a_page_that_does_not()
    {
        var page = TestPages.Html($"<p>{TestPages.Prose}", "https://news.example/2024/03/05/story");
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal("url", page.Origins["published"]);
    }

    [Theory]
    [InlineData("2031-01-01T00:00:00Z")]
    [InlineData("0001-01-01")]
    [InlineData("soon")]
    [InlineData("10:30")]
    public void A_date_that_cannot_be_is_no_date(string date)
    {
        var page = TestPages.Html($"<meta property='article:published_time' content='{date}'><p>{TestPages.Prose}");
        Assert.Null(page.Published);
        Assert.False(page.Origins.ContainsKey("published"));
    }

    [Theory]
    [InlineData("2024-03-05T10:11:12+09:00", "2024-03-05T10:11:12+09:00")]
    [InlineData("2024-03-05T10:11:12", "2024-03-05T10:11:12+00:00")]
    [InlineData("Tue, 05 Mar 2024 10:11:12 GMT", "2024-03-05T10:11:12+00:00")]
    [InlineData("March 5, 2024", "2024-03-05T00:00:00+00:00")]
    [InlineData("20240305", "2024-03-05T00:00:00+00:00")]
    [InlineData("1709633472", "2024-03-05T10:11:12+00:00")]
    [InlineData("2024년 3월 5일 오전 12:05", "2024-03-05T00:05:00+09:00")]
    public void Reads_the_ways_in_which_pages_write_a_moment(string written, string expected)
    {
        var page = TestPages.Html($"<meta property='article:published_time' content='{written}'><p>{TestPages.Prose}");
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), page.Published);
        Assert.Equal("og", page.Origins["published"]);
    }

    [Fact]
    public void Microdata_answers_where_nothing_else_does()
    {
        var page = TestPages.Html($"<article><span itemprop=author>By Jane Roe</span><span itemprop=datePublished content=2024-03-05></span><p>{TestPages.Prose}</p></article>");
        Assert.Equal("Jane Roe", page.Byline);
        Assert.Equal("microdata", page.Origins["byline"]);
        Assert.Equal("microdata", page.Origins["published"]);
    }

    [Theory]
    [InlineData("<title>Bridge closed | The Ledger</title>", "Bridge closed")]
    [InlineData("<meta property=og:site_name content='The Ledger'><title>Bridge closed - The Ledger</title>", "Bridge closed")]
    [InlineData("<title>Rise - and fall</title>", "Rise - and fall")]
    [InlineData("<title>Bridge closed for a month</title><h1>Bridge closed for a month</h1>", "Bridge closed for a month")]
    public void The_site_s_name_is_no_part_of_the_title(string head, string title) => Assert.Equal(title, TestPages.Html(head + $"<p>{TestPages.Prose}").Title);

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("{\"@type\": 7, \"author\": {\"name\": {}}}")]
    [InlineData("{\"@graph\": [[[[null]]]]}")]
    public void Broken_JSON_LD_is_passed_over(string json)
    {
        var page = TestPages.Html($"<script type=application/ld+json>{json}</script><title>Still here</title><p>{TestPages.Prose}");
        Assert.Null(page.Problem);
        Assert.Equal("Still here", page.Title);
    }

    [Fact]
    public void JSON_LD_with_a_raw_line_break_is_mended() =>
        Assert.Equal("Two lines", TestPages.Html($"<script type=application/ld+json>{{\"@type\":\"Article\",\"headline\":\"Two\nlines\"}}</script><p>{TestPages.Prose}").Title);
}
