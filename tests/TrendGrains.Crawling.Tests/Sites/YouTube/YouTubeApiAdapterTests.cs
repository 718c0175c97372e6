using System.Text;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.YouTube;

namespace TrendGrains.Crawling.Tests.Sites.YouTube;

public sealed class YouTubeApiAdapterTests
{
    private const string Base = "https://youtube.googleapis.com/youtube/v3/";
    private const string List = $"{Base}playlistItems?part=contentDetails&maxResults=50&playlistId=UU1";

    private static readonly SourceDefinition channel = new() { Slug = "y", Kind = SourceKind.YouTube, Url = "https://www.youtube.com/@harbour", Access = AccessMode.Api };

    private readonly YouTubeApiAdapter adapter = new();

    [Theory]
    [InlineData("https://www.youtube.com/@harbour", null, "channels?part=contentDetails&forHandle=%40harbour")]
    [InlineData("https://www.youtube.com/channel/UC1", null, "channels?part=contentDetails&id=UC1")]
    [InlineData("https://www.youtube.com/user/harbour", null, "channels?part=contentDetails&forUsername=harbour")]
    [InlineData("https://www.youtube.com/playlist?list=PL1", null, "playlistItems?part=contentDetails&maxResults=50&playlistId=PL1")]
    [InlineData("https://www.youtube.com/results?search_query=a+b&hl=ko&gl=KR", "1780000000", "search?part=id&type=video&order=date&maxResults=50&q=a%20b&relevanceLanguage=ko&regionCode=KR&publishedAfter=2026-05-28T20%3A26%3A40Z")]
    public void Asks_for_a_channel_a_playlist_or_what_is_newer_of_a_search(string url, string? cursor, string asked) =>
        Assert.Equal(Base + asked, adapter.FirstPage(channel with { Url = url }, cursor));

    [Fact]
    public void Sends_the_key_in_a_header_alone()
    {
        var login = Assert.IsType<KeyLogin>(adapter.Login(channel));

        Assert.Equal(("https://youtube.googleapis.com", "X-Goog-Api-Key", "TRENDGRAINS_YOUTUBE_API_KEY"), (login.Origin, login.Header, login.Variable));
        Assert.DoesNotContain("key", adapter.FirstPage(channel), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Sends_googles_key_to_nobody_who_plays_youtube() => Assert.Equal(
        ["TRENDGRAINS_INTERNAL_API_KEY"],
        adapter.Login(channel with { Url = "http://127.0.0.1:9/@harbour", Internal = true })!.Variables);

    [Fact]
    public void Goes_from_the_channel_to_its_uploads() => Assert.Equal(List, Read(
        $"{Base}channels", """{"kind":"youtube#channelListResponse","items":[{"id":"UC1","contentDetails":{"relatedPlaylists":{"likes":"","uploads":"UU1"}}}]}""").NextPage);

    [Fact]
    public void Says_when_there_is_no_such_channel() => Assert.Equal(
        (CrawlReason.NotFound, "YouTube knows no channel @harbour."),
        Assert.Single(Read($"{Base}channels", """{"kind":"youtube#channelListResponse","pageInfo":{"totalResults":0}}""").Skipped) is var skipped ? (skipped.Reason, skipped.Detail) : default);

    [Theory]
    [InlineData(null, false)]
    [InlineData("1767225599", true)]
    [InlineData("1767225600", false)]
    public void Reads_a_page_s_videos_and_then_the_next_while_all_of_it_is_new(string? cursor, bool goesOn)
    {
        var ids = Read(List, """
            {"kind":"youtube#playlistItemListResponse","nextPageToken":"EAAaBl A","pageInfo":{"totalResults":120,"resultsPerPage":50},"items":[
            {"contentDetails":{"videoId":"b","videoPublishedAt":"2026-01-02T00:00:00Z"}},{"contentDetails":{"videoId":"a","videoPublishedAt":"2026-01-01T00:00:00Z"}}]}
            """, cursor);
        var videos = Read(ids.NextPage!, """{"kind":"youtube#videoListResponse","items":[]}""", cursor);

        Assert.StartsWith($"{Base}videos?part=snippet,statistics&id=b,a", ids.NextPage, StringComparison.Ordinal);
        Assert.Equal(goesOn ? $"{List}&pageToken=EAAaBl%20A#2" : null, videos.NextPage);
        Assert.Equal(cursor is null ? ["About 70 further videos are history."] : [], ids.Skipped.Select(s => s.Detail));
    }

    [Fact]
    public void Makes_entries_with_figures_and_says_what_is_gone_or_to_come()
    {
        var reading = Read($"{Base}videos?part=snippet,statistics&id=a,b,c", """
            {"kind":"youtube#videoListResponse","items":[
            {"kind":"youtube#video","id":"a","snippet":{"publishedAt":"2026-01-02T10:00:00Z","channelTitle":"Harbour","title":"Tide <3","description":"It rises.\n1 < 2","defaultAudioLanguage":"ko",
             "tags":["sea"],"thumbnails":{"default":{"url":"https://i.ytimg.com/vi/a/default.jpg"},"high":{"url":"https://i.ytimg.com/vi/a/hqdefault.jpg"}},"liveBroadcastContent":"none"},
             "statistics":{"viewCount":"1234567890123","likeCount":"8910","favoriteCount":"0","commentCount":"321"}},
            {"kind":"youtube#video","id":"b","snippet":{"title":"Soon","liveBroadcastContent":"upcoming"}}]}
            """);

        var entry = Assert.Single(reading.Entries);
        Assert.Equal(("https://www.youtube.com/watch?v=a", "<p>Tide &lt;3</p>", "Harbour", "<p>It rises.<br>1 &lt; 2</p>", "ko"), (entry.Url, entry.Title, entry.Author, entry.Summary, entry.Language));
        Assert.Equal(new Engagement { Views = 1234567890123, Likes = 8910, Comments = 321 }, entry.Engagement);
        Assert.Equal("https://i.ytimg.com/vi/a/hqdefault.jpg", Assert.Single(entry.Media).Url);
        Assert.Equal([CrawlReason.NotReadable, CrawlReason.Gone], reading.Skipped.Select(s => s.Reason));
        Assert.Equal("https://www.youtube.com/watch?v=c", reading.Skipped[1].Url);
        Assert.Equal("1767348000", reading.Cursor);
    }

    [Fact]
    public void Goes_nowhere_that_a_redirect_puts_into_the_fragment() =>
        Assert.Null(Read($"{Base}videos?id=a#https%3A%2F%2Felsewhere.example%2F", """{"kind":"youtube#videoListResponse","items":[]}""").NextPage);

    [Theory]
    [InlineData("quotaExceeded", CrawlReason.RateLimited, "2026-01-15T20:00:00Z", 12.0)]
    [InlineData("dailyLimitExceeded", CrawlReason.RateLimited, "2026-07-15T06:00:00Z", 1.0)]
    [InlineData("rateLimitExceeded", CrawlReason.RateLimited, "2026-01-15T20:00:00Z", null)]
    [InlineData("accessNotConfigured", CrawlReason.HttpRefused, "2026-01-15T20:00:00Z", null)]
    public void Rests_until_midnight_in_California_when_the_day_s_quota_is_spent(string said, CrawlReason reason, string now, double? hours)
    {
        var refused = new FetchedPage
        {
            Url = new Uri(Base), Status = 403, Reason = CrawlReason.HttpRefused, Detail = "It answered 403.",
            Body = Encoding.UTF8.GetBytes("{\"error\":{\"code\":403,\"errors\":[{\"message\":\"m\",\"domain\":\"youtube.quota\",\"reason\":\"" + said + "\"}]}}"),
        };

        var judged = adapter.Judge(refused, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((reason, hours), (judged.Reason, judged.RetryAfter?.TotalHours));
        Assert.Contains(said, judged.Detail, StringComparison.Ordinal);
    }

    private SiteReading Read(string url, string json, string? cursor = null) =>
        adapter.Read(channel, new SiteAnswer(new Uri(url), Encoding.UTF8.GetBytes(json), "utf-8"), cursor);
}
