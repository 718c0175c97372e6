using System.Text;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Tests.YtDlp;

public sealed class YtDlpListingTests
{
    [Fact]
    public void Reads_a_channel_of_youtube()
    {
        var reading = Read(SourceKind.YouTube,
            """
            {"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaaa","url":"https://www.youtube.com/watch?v=aaaaaaaaaaa","title":"항구에 폭풍 <속보>","description":"배들이 떠났다","duration":61.0,"channel":null,"uploader":null,"thumbnails":[{"url":"https://i.ytimg.com/vi/a/small.jpg","height":94},{"url":"https://i.ytimg.com/vi/a/large.jpg","height":188}],"timestamp":1770000000,"view_count":12345,"live_status":null,"playlist_uploader":"News","webpage_url":"https://www.youtube.com/watch?v=aaaaaaaaaaa"}
            {"_type":"url","ie_key":"Youtube","id":"bbbbbbbbbbb","url":"https://www.youtube.com/shorts/bbbbbbbbbbb","title":"Short","timestamp":null,"availability":null,"channel":"News"}
            """);

        Assert.Empty(reading.Skipped);
        var entry = reading.Entries[0];
        Assert.Equal("aaaaaaaaaaa", entry.Id);
        Assert.Equal("https://www.youtube.com/watch?v=aaaaaaaaaaa", entry.Url);
        Assert.Equal("<p>항구에 폭풍 &lt;속보&gt;</p>", entry.Title);
        Assert.Equal("배들이 떠났다", entry.Summary);
        Assert.Equal("News", entry.Author);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1770000000), entry.Published);
        Assert.Equal("https://i.ytimg.com/vi/a/large.jpg", Assert.Single(entry.Media).Url);
        Assert.Equal("https://www.youtube.com/watch?v=bbbbbbbbbbb", reading.Entries[1].Url);
        Assert.Null(reading.Entries[1].Published);
    }

    [Fact]
    public void Reads_a_profile_of_tiktok_that_lists_whole_videos()
    {
        // As older versions list them: the address of the video file is in url, of the page in webpage_url.
        var entry = Assert.Single(Read(SourceKind.TikTok,
            """
            {"id":"7000000000000000001","title":"ferry #harbour","description":"ferry #harbour","timestamp":1770000000,"uploader":"harbourlife","uploader_id":"1","webpage_url":"https://www.tiktok.com/@1/video/7000000000000000001","url":"https://v16.tiktokcdn.com/x.mp4","view_count":900,"like_count":80,"repost_count":7,"comment_count":6,"thumbnails":[{"url":"https://p16.tiktokcdn.com/a.jpeg"}],"tags":["harbour",3]}
            """).Entries);

        Assert.Equal("https://www.tiktok.com/@1/video/7000000000000000001", entry.Url);
        Assert.Equal("harbourlife", entry.Author);
        Assert.Equal(["harbour"], entry.Tags);
        Assert.Equal(new Engagement { Views = 900, Likes = 80, Shares = 7, Comments = 6 }, entry.Engagement);
    }

    [Fact]
    public void Titles_a_post_of_instagram_by_its_own_words()
    {
        var entry = Assert.Single(Read(SourceKind.Instagram,
            """
            {"id":"CabcD","title":"Post by harbourlife","description":"\nStorm over the harbour\nmore #sea","timestamp":1770000000,"channel":"harbourlife","uploader":"Harbour Life","like_count":10,"comment_count":2,"webpage_url":"https://www.instagram.com/p/CabcD/","thumbnail":"https://scontent.cdninstagram.com/a.jpg"}
            """).Entries);

        Assert.Equal("Storm over the harbour", entry.Title);
        Assert.Equal("Harbour Life", entry.Author);
    }

    [Theory]
    [InlineData("""{"id":"a","url":"https://evil.example/a","_type":"url"}""", CrawlReason.InvalidUrl)]
    [InlineData("""{"id":"a","url":"http://127.0.0.1/a","_type":"url"}""", CrawlReason.InvalidUrl)]
    [InlineData("""{"id":"a","url":"file:///etc/passwd","_type":"url"}""", CrawlReason.InvalidUrl)]
    [InlineData("""{"url":"https://www.youtube.com/watch?v=a","_type":"url"}""", CrawlReason.InvalidUrl)]
    [InlineData("""{"id":"a","_type":"url"}""", CrawlReason.InvalidUrl)]
    [InlineData("""{"id":"a","url":"https://www.youtube.com/@n/shorts","_type":"url","ie_key":"YoutubeTab"}""", CrawlReason.NotReadable)]
    [InlineData("""{"id":"a","url":"https://www.youtube.com/watch?v=a","_type":"url","title":"[Private video]"}""", CrawlReason.Gone)]
    [InlineData("""{"id":"a","url":"https://www.youtube.com/watch?v=a","_type":"url","availability":"subscriber_only"}""", CrawlReason.Gone)]
    [InlineData("""{"id":"a","url":"https://www.youtube.com/watch?v=a","_type":"url","live_status":"is_upcoming"}""", CrawlReason.NotReadable)]
    [InlineData("[1]", CrawlReason.InvalidUrl)]
    [InlineData("{\"id\":", CrawlReason.Malformed)]
    [InlineData("Deleting original file", CrawlReason.Malformed)]
    public void Skips_what_is_no_video_and_says_why(string line, CrawlReason reason)
    {
        var reading = Read(SourceKind.YouTube, line + "\n" + """{"id":"ok","url":"https://www.youtube.com/watch?v=ok","_type":"url"}""");

        Assert.Equal(reason, Assert.Single(reading.Skipped).Reason);
        Assert.Equal("ok", Assert.Single(reading.Entries).Id);
    }

    [Fact]
    public void A_time_stays_as_first_heard()
    {
        var first = Read(SourceKind.YouTube, Video("a", 1770000300));
        var second = Read(SourceKind.YouTube, Video("b", 1770090000) + "\n" + Video("a", 1769990000), first.Cursor);
        var third = Read(SourceKind.YouTube, Video("b", 1770000000), second.Cursor);

        Assert.Equal([1770090000, 1770000300], second.Entries.Select(e => e.Published!.Value.ToUnixTimeSeconds()));
        Assert.Equal(1770090000, Assert.Single(third.Entries).Published!.Value.ToUnixTimeSeconds());
    }

    private static string Video(string id, long time) => $$"""{"id":"{{id}}","url":"https://www.youtube.com/watch?v={{id}}","_type":"url","timestamp":{{time}}}""";

    private static SiteReading Read(SourceKind kind, string output, string? cursor = null) => YtDlpListing.Read(
        new SourceDefinition { Slug = "a", Kind = kind, Url = "https://site.example/", Access = AccessMode.YtDlp }, Encoding.UTF8.GetBytes(output), cursor);
}
