using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Crawling.Tests.Frontier;

public sealed class CrawlTrapTests
{
    [Theory]
    [InlineData("/a/b/a/b/a/b/a/b/", CrawlReason.RepeatingPath)]
    [InlineData("/news/news/news/news/1", CrawlReason.RepeatingPath)]
    [InlineData("/news/2026/news/11/news", null)]
    [InlineData("/calendar/2041/05/", CrawlReason.EndlessCalendar)]
    [InlineData("/events/1823-04", CrawlReason.EndlessCalendar)]
    [InlineData("/?year=9999&month=1", CrawlReason.EndlessCalendar)]
    [InlineData("/calendar/2026/05/", null)]
    [InlineData("/history/1823/the-year", null)]
    [InlineData("/events/4711", null)]
    [InlineData("/a;jsessionid=1", CrawlReason.SessionInUrl)]
    [InlineData("/a?x=1&PHPSESSID=0123456789abcdef0123", CrawlReason.SessionInUrl)]
    [InlineData("/(S(lit3py55t21z5v55vlm25s55))/a.aspx", CrawlReason.SessionInUrl)]
    [InlineData("/view.nhn?mode=LSD&sid=101", null)]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26", CrawlReason.OverlongUrl)]
    [InlineData("/?a=1&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q&r&s&t&u", CrawlReason.OverlongUrl)]
    [InlineData("/a?b=1&c=2", null)]
    public void Refuses_what_has_no_end(string path, CrawlReason? reason) =>
        Assert.Equal(reason, CrawlTrap.Refuse(new Uri("https://h.example" + path)));

    [Fact]
    public void Refuses_a_url_of_more_than_2000_characters()
    {
        Assert.Null(CrawlTrap.Refuse(new Uri("https://h.example/" + new string('a', 1900))));
        Assert.Equal(CrawlReason.OverlongUrl, CrawlTrap.Refuse(new Uri("https://h.example/" + new string('a', 2000))));
    }

    [Fact]
    public void The_scope_of_a_source_has_no_traps_in_it() =>
        Assert.Equal(
            CrawlReason.RepeatingPath,
            LinkScope.Refuse(new SourceDefinition { Slug = "s", Kind = SourceKind.Site, Url = "https://h.example/" }, "https://h.example/a/a/a/a", depth: 1));
}
