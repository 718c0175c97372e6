using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Robots;
using TrendGrains.Crawling.Tests.Fetch;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests;

public sealed class CrawlingRegistrationTests
{
    [Fact]
    public async Task Gives_a_fetcher_that_says_who_to_write_to()
    {
        await using var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        await using var services = new ServiceCollection().AddCrawling(o => o.Contact = "https://news.example/bot").BuildServiceProvider();

        await services.GetRequiredService<PageFetcher>().FetchAsync(Fetching.Request(site.Url), CancellationToken.None);

        Assert.NotNull(services.GetRequiredService<RobotsReader>());
        Assert.Equal("TrendGrainsBot/0.1 (+https://news.example/bot)", site.Requests[0].Headers["User-Agent"]);
    }

    [Fact]
    public void Refuses_options_out_of_range_by_name()
    {
        using var services = new ServiceCollection().AddCrawling(o =>
        {
            o.MaxBytes = 0;
            o.TotalTimeout = TimeSpan.FromDays(1);
            o.Contact = "evil\r\nX: 1";
        }).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(services.GetRequiredService<PageFetcher>);

        Assert.All((string[])["MaxBytes", "TotalTimeout", "Contact"], name => Assert.Contains(refused.Failures, f => f.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reads_a_folder_served_as_a_site()
    {
        var folder = Directory.CreateTempSubdirectory("site-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<html><p>Home");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "feed.xml"), "<rss/>");
            await using var site = await LoopbackSite.ServeAsync(folder.FullName);
            using var fetcher = Fetching.Fetcher();

            var home = await fetcher.FetchAsync(Fetching.Request(site.Url), CancellationToken.None);
            var again = await fetcher.FetchAsync(Fetching.Request(site.Url) with { IfNoneMatch = home.ETag }, CancellationToken.None);
            var feed = await fetcher.FetchAsync(Fetching.Request(site.At("feed.xml"), FetchPurpose.Feed), CancellationToken.None);
            var feedAsPage = await fetcher.FetchAsync(Fetching.Request(site.At("feed.xml")), CancellationToken.None);
            var outside = await fetcher.FetchAsync(Fetching.Request(site.At("%2e%2e/%2e%2e/etc/passwd")), CancellationToken.None);

            Assert.Equal(("text/html", "utf-8"), (home.MediaType, home.Charset));
            Assert.Equal("application/xml", feed.MediaType);
            Assert.Equal(
                [CrawlReason.Fetched, CrawlReason.NotModified, CrawlReason.Fetched, CrawlReason.NotReadable, CrawlReason.NotFound],
                new[] { home, again, feed, feedAsPage, outside }.Select(p => p.Reason));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
