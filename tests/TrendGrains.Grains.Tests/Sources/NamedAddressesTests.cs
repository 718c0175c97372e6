using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sitemaps;
using TrendGrains.Grains.Sources;
using Xunit;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class NamedAddressesTests
{
    private static readonly DateTimeOffset today = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_sitemap_dates_by_the_day_alone_may_be_new_on_the_day_of_the_last_reading()
    {
        var site = new SourceDefinition { Slug = "site", Kind = SourceKind.Site, Url = "https://news.example/" };
        SitemapEntry[] entries = [new("https://news.example/yesterday", today.AddDays(-1)), new("https://news.example/later-today", today)];

        var (named, _) = NamedAddresses.From(site, "https://news.example/sitemap.xml", 1, entries, FrontierRole.Page, since: today, today.AddHours(15));

        Assert.Equal(["https://news.example/later-today"], named.Select(n => n.Url));
    }
}
