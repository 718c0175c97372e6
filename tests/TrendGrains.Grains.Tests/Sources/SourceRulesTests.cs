using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.Grains.Sources;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class SourceRulesTests
{
    private static readonly SourceDefinition good = new() { Slug = "a", Kind = SourceKind.Feed, Url = "https://example.com/feed" };

    private static readonly SourceDefinition reddit = good with { Kind = SourceKind.Reddit, Url = "https://www.reddit.com/r/korea/", Access = AccessMode.Api };

    [Theory]
    [InlineData(SourceKind.Feed, AccessMode.Feed)]
    [InlineData(SourceKind.Site, AccessMode.Crawl)]
    [InlineData(SourceKind.Reddit, AccessMode.Feed)]
    [InlineData(SourceKind.Netflix, AccessMode.Feed)]
    [InlineData(SourceKind.TikTok, AccessMode.YtDlp)]
    public void What_was_recorded_may_be_replayed(SourceKind kind, AccessMode access) =>
        Check(good with { Kind = kind, Access = access, Url = "file:///tmp", Internal = true }, "a");

    [Fact]
    public void A_good_source_passes() => Check(good, "a");

    [Fact]
    public void Credentials_may_be_set() => Check(reddit, "a", "TRENDGRAINS_REDDIT_CLIENT_ID", "TRENDGRAINS_REDDIT_CLIENT_SECRET");

    [Fact]
    public void Names_the_credentials_that_are_not() => Assert.Equal(
        "Source 'a': access api needs TRENDGRAINS_REDDIT_CLIENT_SECRET in the environment of the process that crawls.",
        Assert.Throws<ArgumentException>(() => Check(reddit, "a", "TRENDGRAINS_REDDIT_CLIENT_ID")).Message);

    [Fact]
    public void A_crawl_may_be_bounded_in_bytes_and_time() => Check(good with { MaxBytes = 1, MaxTime = TimeSpan.FromSeconds(1) }, "a");

    [Fact]
    public void A_file_needs_no_address() => Check(good with { Kind = SourceKind.File, Url = "" }, "a");

    [Theory]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/@news")]
    [InlineData(SourceKind.Instagram, "https://www.instagram.com/a.b/")]
    [InlineData(SourceKind.TikTok, "https://www.tiktok.com/@a")]
    public void Yt_dlp_may_read_what_it_knows(SourceKind kind, string url) =>
        Check(good with { Kind = kind, Url = url, Access = AccessMode.YtDlp }, "a");

    public static TheoryData<string, SourceDefinition> Wrong() => new()
    {
        { "the id is", good with { Slug = "A!" } },
        { "was sent to", good with { Slug = "b" } },
        { "not an absolute http", good with { Url = "ftp://example.com" } },
        { "not an absolute http", good with { Url = "feed.xml" } },
        { "interval", good with { Interval = TimeSpan.FromMilliseconds(10) } },
        { "max pages", good with { MaxPages = -1 } },
        { "max depth", good with { MaxDepth = 5000 } },
        { "max bytes", good with { MaxBytes = -1 } },
        { "max time", good with { MaxTime = TimeSpan.FromMilliseconds(10) } },
        { "max time", good with { MaxTime = TimeSpan.FromDays(32) } },
        { "delay", good with { Delay = TimeSpan.FromHours(2) } },
        { "kind reddit is read with access feed or api, not crawl.", reddit with { Access = AccessMode.Crawl } },
        { "kind site is read with access crawl, not feed.", good with { Kind = SourceKind.Site, Access = AccessMode.Feed } },
        { "needs --internal", good with { Url = "file:///tmp" } },
        { "there is no /nowhere", good with { Url = "file:///nowhere", Internal = true } },
        { "names a path of this machine", good with { Url = "file://server/share", Internal = true } },
        { "follows nothing", good with { Url = "file:///tmp", Internal = true, FollowEntries = true } },
        { "filled by import", good with { Url = "file:///tmp", Internal = true, Kind = SourceKind.File } },
        { "needs a mapping", good with { Url = "file:///tmp", Internal = true, Kind = SourceKind.Json } },
        { "not YouTube", good with { Kind = SourceKind.YouTube, Access = AccessMode.YtDlp } },
        { "with access ytdlp", good with { Kind = SourceKind.Instagram, Url = "https://www.instagram.com/a.b/", Access = AccessMode.Crawl } },
        { "with access ytdlp", good with { Kind = SourceKind.TikTok, Url = "https://www.tiktok.com/@a", Access = AccessMode.Feed } },
        { "unknown kind", good with { Kind = (SourceKind)99 } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Says_which_field_is_out_of_range(string said, SourceDefinition source) =>
        Assert.Contains(said, Assert.Throws<ArgumentException>(() => Check(source, "a")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_order_without_a_page_to_fetch_is_none(int budget) =>
        Assert.Contains("budget", Assert.Throws<ArgumentException>(() => new CrawlOrder { Budget = budget }.Check()).Message, StringComparison.Ordinal);

    private static void Check(SourceDefinition source, string key, params string[] variables) =>
        SourceRules.Check(source, key, new SiteAdapters(new SiteSecrets(v => variables.Contains(v) ? "set" : null), Options.Create(new SearchOptions())));
}
