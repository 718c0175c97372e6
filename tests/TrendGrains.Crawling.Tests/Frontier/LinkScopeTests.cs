using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Crawling.Tests.Frontier;

public sealed class LinkScopeTests
{
    private static readonly SourceDefinition source = new()
    {
        Slug = "s", Kind = SourceKind.Site, Url = "https://www.Site.example/news/", MaxDepth = 3,
    };

    [Theory]
    [InlineData("https://www.site.example/news/1", null)]
    [InlineData("https://site.example/sport/", null)]
    [InlineData("http://site.example/", null)]
    [InlineData("https://site.example/v1.2/notes", null)]
    [InlineData("https://site.example/story.html", null)]
    [InlineData("https://site.example/.jpg", null)]
    [InlineData("https://site.example/a?file=x.zip", null)]
    [InlineData("https://blog.site.example/", CrawlReason.OffSite)]
    [InlineData("https://site.example.evil.example/", CrawlReason.OffSite)]
    [InlineData("https://notsite.example/", CrawlReason.OffSite)]
    [InlineData("https://site.example:8443/", CrawlReason.OffSite)]
    [InlineData("https://site.example/notice.pdf", null)]
    [InlineData("https://site.example/a.DOCX", CrawlReason.NotReadable)]
    [InlineData("https://site.example/a.tar.gz?x=1", CrawlReason.NotReadable)]
    [InlineData("https://site.example/site.css", CrawlReason.NotReadable)]
    [InlineData("ftp://site.example/a", CrawlReason.UnsupportedScheme)]
    [InlineData("nonsense", CrawlReason.InvalidUrl)]
    public void Follows_pages_of_the_source_s_own_host(string url, CrawlReason? reason) =>
        Assert.Equal(reason, LinkScope.Refuse(source, url, depth: 1));

    [Fact]
    public void Goes_no_deeper_than_told()
    {
        Assert.Null(LinkScope.Refuse(source, "https://site.example/a", depth: 3));
        Assert.Equal(CrawlReason.TooDeep, LinkScope.Refuse(source, "https://site.example/a", depth: 4));
    }
}
