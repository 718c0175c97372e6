using System.Text;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Reddit;

namespace TrendGrains.Crawling.Tests.Sites.Reddit;

public sealed class RedditAdapterTests
{
    private static readonly SourceDefinition forum = new()
    {
        Slug = "forum", Kind = SourceKind.Reddit, Url = "http://127.0.0.1:9/r/harbour/", Access = AccessMode.Feed, Internal = true,
    };

    private readonly RedditAdapter adapter = new();

    [Theory]
    [InlineData("https://www.reddit.com/r/worldnews", "https://www.reddit.com/r/worldnews/new/.rss?limit=100")]
    [InlineData("https://www.reddit.com/r/worldnews/hot/.rss", "https://www.reddit.com/r/worldnews/hot/.rss?limit=100")]
    [InlineData("https://old.reddit.com/r/korea/top.json?t=week", "https://old.reddit.com/r/korea/top/.rss?limit=100&t=week")]
    [InlineData("https://www.reddit.com/", "https://www.reddit.com/new/.rss?limit=100")]
    public void Asks_the_web_for_the_listings_rss(string given, string asked) =>
        Assert.Equal(asked, adapter.FirstPage(forum with { Url = given, Internal = false }));

    [Fact]
    public void Asks_a_forum_of_the_operators_own_for_json() =>
        Assert.Equal("http://127.0.0.1:9/r/harbour/new.json?raw_json=1&limit=100", adapter.FirstPage(forum));

    [Theory]
    [InlineData("https://www.reddit.com/user/somebody")]
    [InlineData("https://www.reddit.com/r/korea/comments/abc/title/")]
    public void Refuses_what_is_no_listing(string url) => Assert.Contains("names no listing", adapter.Refuse(forum with { Url = url }), StringComparison.Ordinal);

    [Fact]
    public void Asks_the_interface_with_credentials()
    {
        var source = forum with { Url = "https://old.reddit.com/r/korea/top?t=week", Internal = false, Access = AccessMode.Api };
        var login = Assert.IsType<ClientLogin>(adapter.Login(source));

        Assert.Equal("https://oauth.reddit.com/r/korea/top?raw_json=1&limit=100&t=week", adapter.FirstPage(source));
        Assert.Equal(("https://oauth.reddit.com", "https://www.reddit.com/api/v1/access_token"), (login.Origin, login.TokenAddress));
        Assert.Equal(["TRENDGRAINS_REDDIT_CLIENT_ID", "TRENDGRAINS_REDDIT_CLIENT_SECRET"], login.Variables);
        Assert.Null(adapter.Login(source with { Access = AccessMode.Feed }));
    }

    [Fact]
    public void Sends_nothing_that_reddit_gave_to_a_forum_of_the_operators_own()
    {
        var login = Assert.IsType<ClientLogin>(adapter.Login(forum with { Access = AccessMode.Api }));

        Assert.Equal("http://127.0.0.1:9", login.Origin);
        Assert.Equal(["TRENDGRAINS_INTERNAL_API_ID", "TRENDGRAINS_INTERNAL_API_SECRET"], login.Variables);
    }

    [Fact]
    public void Says_why_a_listing_is_refused()
    {
        var refused = new FetchedPage { Url = new Uri("https://oauth.reddit.com/r/a/new"), Reason = CrawlReason.HttpRefused, Status = 403, Detail = "oauth.reddit.com answered 403.", Body = """{"message":"Forbidden","reason":"private","error":403}"""u8.ToArray() };

        Assert.Equal("oauth.reddit.com answered 403. Reddit says: private.", adapter.Judge(refused, default).Detail);
        Assert.Equal("oauth.reddit.com answered 403.", adapter.Judge(refused with { Body = "<html>"u8.ToArray() }, default).Detail);
    }

    [Fact]
    public void Carries_link_target_crosspost_gallery_and_flair()
    {
        var reading = Read(
            """
            {"id":"1","name":"t3_1","permalink":"/r/harbour/comments/1/a/","title":"Ships &amp; tides","author":"ann","created_utc":1000,"edited":1500.0,
             "is_self":false,"url":"https://news.example/a?b=1&c=2","link_flair_text":"Port","score":-4,"num_comments":12,"num_crossposts":1}
            """,
            """
            {"id":"2","permalink":"/r/harbour/comments/2/b/","title":"Seen elsewhere","author":"[deleted]","created_utc":900,"is_self":false,"url":"/r/sea/comments/9/x/",
             "crosspost_parent_list":[{"permalink":"/r/sea/comments/9/x/","is_self":true,"selftext_html":"<div>first words</div>"}]}
            """,
            """
            {"id":"3","permalink":"/r/harbour/comments/3/c/","title":"Pictures","author":"bo","created_utc":800,"is_gallery":true,"is_self":false,"url":"https://www.reddit.com/gallery/3",
             "gallery_data":{"items":[{"media_id":"m2","caption":"low tide"},{"media_id":"lost"},{"media_id":"m1"}]},
             "media_metadata":{"m1":{"m":"image/jpg","s":{"u":"https://preview.example/1.jpg?a=1&amp;b=2"}},"m2":{"m":"image/png","s":{"u":"https://preview.example/2.png"}}}}
            """);

        Assert.Equal(["Ships & tides", "Seen elsewhere", "Pictures"], reading.Entries.Select(e => e.Title));
        Assert.Contains("href=\"https://news.example/a?b=1&amp;c=2\"", reading.Entries[0].Content, StringComparison.Ordinal);
        Assert.Equal((1000, 1500), (reading.Entries[0].Published!.Value.ToUnixTimeSeconds(), reading.Entries[0].Updated!.Value.ToUnixTimeSeconds()));
        Assert.Equal(new Engagement { Score = -4, Comments = 12, Shares = 1 }, reading.Entries[0].Engagement);
        Assert.Null(reading.Entries[1].Engagement);
        Assert.Equal(["Port"], reading.Entries[0].Tags);
        Assert.Null(reading.Entries[1].Author);
        Assert.Contains("first words", reading.Entries[1].Content, StringComparison.Ordinal);
        Assert.Contains("href=\"http://127.0.0.1:9/r/sea/comments/9/x/\"", reading.Entries[1].Content, StringComparison.Ordinal);
        Assert.Equal(["https://preview.example/2.png", "https://preview.example/1.jpg?a=1&b=2"], reading.Entries[2].Media.Select(m => m.Url));
        Assert.Contains("low tide", reading.Entries[2].Content, StringComparison.Ordinal);
        Assert.Empty(reading.Skipped);
    }

    [Fact]
    public void Skips_what_is_gone_with_the_reason()
    {
        var reading = Read(
            """{"id":"1","permalink":"/r/harbour/comments/1/a/","title":"a","created_utc":3,"removed_by_category":"moderator"}""",
            """{"id":"2","permalink":"/r/harbour/comments/2/b/","title":"b","created_utc":2,"selftext":"[deleted]"}""",
            """{"id":"3","permalink":"/r/harbour/comments/3/c/","title":"c","created_utc":1,"promoted":true}""",
            """{"id":"4","title":"no address","created_utc":1}""");

        Assert.Empty(reading.Entries);
        Assert.Equal(["Removed (moderator).", "Deleted by its author.", "An advertisement.", "'4' has no address of its own."], reading.Skipped.Select(s => s.Detail));
        Assert.Equal("http://127.0.0.1:9/r/harbour/comments/1/a/", reading.Skipped[0].Url);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("500", true)]
    [InlineData("1000", false)]
    [InlineData("2000", false)]
    public void Pages_on_until_it_meets_what_it_knows(string? cursor, bool goesOn)
    {
        var reading = adapter.Read(forum, Answer("""{"id":"1","permalink":"/r/harbour/comments/1/a/","title":"a","created_utc":1000}"""), cursor);

        Assert.Equal(goesOn ? "http://127.0.0.1:9/r/harbour/new.json?raw_json=1&limit=100&after=t3_z" : null, reading.NextPage);
        Assert.Equal("1000", reading.Cursor);
    }

    [Fact]
    public void Reads_only_the_top_of_a_listing_by_rank() =>
        Assert.Null(adapter.Read(forum with { Url = "http://127.0.0.1:9/r/harbour/top?t=day" }, Answer("""{"id":"1","permalink":"/1/","title":"a","created_utc":1}"""), null).NextPage);

    [Theory]
    [InlineData("<html>blocked</html>", "no JSON")]
    [InlineData("""{"message":"Forbidden","error":403}""", "no listing")]
    [InlineData("[]", "no listing")]
    [InlineData("""{"kind":"Listing","data":null}""", "no listing")]
    public void Says_what_an_answer_is_that_is_no_listing(string body, string said)
    {
        var skipped = Assert.Single(adapter.Read(forum, new SiteAnswer(new Uri("http://127.0.0.1:9/"), Encoding.UTF8.GetBytes(body), null), null).Skipped);

        Assert.Equal(CrawlReason.Malformed, skipped.Reason);
        Assert.Contains(said, skipped.Detail, StringComparison.Ordinal);
    }

    private SiteReading Read(params string[] posts) => adapter.Read(forum, Answer(posts), null);

    private static SiteAnswer Answer(params string[] posts)
    {
        var children = string.Join(',', posts.Select(p => "{\"kind\":\"t3\",\"data\":" + p + "}"));
        var body = "{\"kind\":\"Listing\",\"data\":{\"after\":\"t3_z\",\"children\":[" + children + "]}}";
        using var parsed = JsonDocument.Parse(body);
        return new SiteAnswer(new Uri("http://127.0.0.1:9/r/harbour/new.json"), Encoding.UTF8.GetBytes(body), "utf-8");
    }
}
