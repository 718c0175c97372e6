using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Checks;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Rendering;
using TrendGrains.Crawling.Robots;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.Crawling.Tests.Fetch;
using TrendGrains.Crawling.YtDlp;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Checks;

public sealed class SourceChecksTests
{
    private static readonly SourceDefinition reddit = new() { Slug = "a", Kind = SourceKind.Reddit, Url = "https://www.reddit.com/r/korea/", Access = AccessMode.Feed };

    [Fact]
    public async Task Says_that_a_feed_is_read_and_where()
    {
        var check = await CheckAsync(reddit);

        Assert.Equal((CheckVerdict.Ok, "https://www.reddit.com/r/korea/new/.rss?limit=100"), (check.Verdict, check.First));
        Assert.Contains("Reddit's refuses all crawlers", Why(check, "robots"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, CheckVerdict.Refused, "TRENDGRAINS_REDDIT_CLIENT_ID and TRENDGRAINS_REDDIT_CLIENT_SECRET not set in the environment of the process that crawls.")]
    [InlineData(true, CheckVerdict.Ok, "TRENDGRAINS_REDDIT_CLIENT_ID and TRENDGRAINS_REDDIT_CLIENT_SECRET set.")]
    public async Task Says_of_credentials_whether_they_are_there_and_never_what_they_are(bool set, CheckVerdict verdict, string why)
    {
        var check = await CheckAsync(reddit with { Access = AccessMode.Api }, secret: set ? "s3cret" : null);

        Assert.Equal((verdict, why), (check.Verdict, Why(check, "credentials")));
        Assert.DoesNotContain("s3cret", string.Concat(check.Findings.Select(f => f.Why)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed", false, CheckVerdict.Refused, "127.0.0.1 is not a public address; --internal allows it.")]
    [InlineData("http://127.0.0.1/feed", true, CheckVerdict.Ok, "127.0.0.1 may be asked.")]
    [InlineData("http://169.254.169.254/latest", true, CheckVerdict.Refused, "169.254.169.254 is not a public address.")]
    [InlineData("https://paper.example:22/feed", false, CheckVerdict.Refused, "Port 22 of paper.example belongs to another protocol than the web's.")]
    [InlineData("https://paper.example/feed", false, CheckVerdict.Ok, "paper.example; --live resolves it.")]
    public async Task Judges_the_address(string url, bool isInternal, CheckVerdict verdict, string why)
    {
        var check = await CheckAsync(new SourceDefinition { Slug = "a", Kind = SourceKind.Feed, Url = url, Access = AccessMode.Feed, Internal = isInternal });

        Assert.Equal((verdict, why), (check.Verdict, Why(check, "address")));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /news", "/news/", CheckVerdict.Refused, "line 2 of robots.txt says 'Disallow: /news'")]
    [InlineData("User-agent: *\nDisallow: /news", "/", CheckVerdict.Ok, "no rule of robots.txt matches")]
    public async Task Reads_robots_txt_when_told_to_and_nothing_else(string robots, string path, CheckVerdict verdict, string why)
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync(robots));
        var source = new SourceDefinition { Slug = "a", Kind = SourceKind.Site, Url = site.At(path).AbsoluteUri, Access = AccessMode.Crawl, Internal = true };

        var quiet = await CheckAsync(source);
        var askedBefore = site.Requests.Count;
        var live = await CheckAsync(source, live: true);

        Assert.Equal((CheckVerdict.Ok, 0), (quiet.Verdict, askedBefore));
        Assert.Equal(verdict, live.Verdict);
        Assert.Contains(why, Why(live, "robots"), StringComparison.Ordinal);
        Assert.Equal("/robots.txt", Assert.Single(site.Requests).PathAndQuery);
    }

    [Fact]
    public async Task Says_what_a_definition_lacks_a_program_and_a_schedule()
    {
        var search = await CheckAsync(new SourceDefinition { Slug = "a", Kind = SourceKind.Search, Url = "https://www.google.com/search?q=a", Access = AccessMode.Api });
        var video = await CheckAsync(reddit with { Kind = SourceKind.YouTube, Url = "https://www.youtube.com/@harbour", Access = AccessMode.YtDlp, Paused = true });
        var rendered = await CheckAsync(new SourceDefinition { Slug = "a", Kind = SourceKind.Site, Url = "https://paper.example/", Access = AccessMode.Crawl, Render = true });

        Assert.Equal(CheckVerdict.Warning, rendered.Verdict);
        Assert.Contains("Search__Provider", Why(search, "definition"), StringComparison.Ordinal);
        Assert.Equal(CheckVerdict.Refused, video.Findings.Single(f => f.Subject == "program").Verdict);
        Assert.Equal(CheckVerdict.Warning, video.Findings.Single(f => f.Subject == "schedule").Verdict);
    }

    private static string Why(SourceCheck check, string subject) => Assert.Single(check.Findings, f => f.Subject == subject).Why;

    private static async Task<SourceCheck> CheckAsync(SourceDefinition source, bool live = false, string? secret = null)
    {
        using var fetcher = Fetching.Fetcher();
        var checks = new SourceChecks(
            new SiteAdapters(new SiteSecrets(_ => secret), Options.Create(new SearchOptions())),
            new YtDlpRunner(Options.Create(new YtDlpOptions { Executable = "/nowhere/yt-dlp" }), TimeProvider.System),
            new PageRenderer(Options.Create(new RenderingOptions { Executable = "/nowhere/chromium" }), Options.Create(new FetchOptions()), TimeProvider.System),
            new RobotsReader(fetcher), Options.Create(new FetchOptions()));
        return await checks.CheckAsync(new SourceStatus { Definition = source, Progress = new CrawlProgress { Source = source.Slug, Run = 0 } }, live, CancellationToken.None);
    }
}
