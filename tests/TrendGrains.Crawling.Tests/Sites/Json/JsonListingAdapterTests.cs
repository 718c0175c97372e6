using System.Text;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Json;

namespace TrendGrains.Crawling.Tests.Sites.Json;

public sealed class JsonListingAdapterTests
{
    private const string News =
        """
        list: /api/v1/search_by_date?tags=story
        items: /hits
        id: /objectID
        url: /url
        link: https://news.example/item?id={id}
        title: /title
        text: /story_text
        time: /created_at_i
        author: /author
        next: /next
        """;

    private const string Page =
        """
        {"hits": [
          {"objectID": "41", "url": "https://paper.example/harbour", "title": "The harbour opens", "author": "ann", "created_at_i": 1780000300, "story_text": null},
          {"objectID": "40", "url": null, "title": "Ask: who sails?", "author": "bo", "created_at_i": 1780000200, "story_text": "<p>We do.</p>"},
          {"objectID": "39", "url": "https://paper.example/untitled", "title": null, "created_at_i": 1780000100},
          {"title": "nowhere", "created_at_i": 1780000000},
          "not an object"
        ], "next": "/api/v1/search_by_date?page=2"}
        """;

    private static readonly SourceDefinition source = new()
    {
        Slug = "news", Kind = SourceKind.Json, Url = "https://news.example/", Access = AccessMode.Feed, Mapping = News,
    };

    private readonly JsonListingAdapter adapter = new();

    [Fact]
    public void Reads_the_fields_where_the_mapping_says()
    {
        var reading = Read(Page);

        Assert.Equal("https://news.example/api/v1/search_by_date?tags=story", adapter.FirstPage(source));
        Assert.Equal(["https://paper.example/harbour", "https://news.example/item?id=40"], reading.Entries.Select(e => e.Url));
        Assert.Equal(("41", "The harbour opens", "ann", 1780000300), (reading.Entries[0].Id, reading.Entries[0].Title, reading.Entries[0].Author, reading.Entries[0].Published!.Value.ToUnixTimeSeconds()));
        Assert.Equal("<p>We do.</p>", reading.Entries[1].Content);
        Assert.Equal([CrawlReason.NotReadable, CrawlReason.InvalidUrl, CrawlReason.InvalidUrl], reading.Skipped.Select(s => s.Reason));
        Assert.Equal("Item 4 has no address where 'url' and 'link' say.", reading.Skipped[1].Detail);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1779999999", true)]
    [InlineData("1780000200", false)]
    [InlineData("1780000300", false)]
    public void Pages_on_until_it_meets_what_it_knows(string? cursor, bool goesOn)
    {
        var reading = Read(Page, cursor);

        Assert.Equal(goesOn ? "https://news.example/api/v1/search_by_date?page=2" : null, reading.NextPage);
        Assert.Equal("1780000300", reading.Cursor);
    }

    [Fact]
    public void Stays_on_the_list_s_own_host()
    {
        var reading = Read(Page.Replace("\"/api/v1/search_by_date?page=2\"", "\"https://elsewhere.example/2\"", StringComparison.Ordinal));

        Assert.Null(reading.NextPage);
        Assert.Equal((CrawlReason.OffSite, "https://elsewhere.example/2"), (reading.Skipped[^1].Reason, reading.Skipped[^1].Url));
    }

    [Fact]
    public void Reads_a_bare_array_of_numbers_and_dates_of_every_kind()
    {
        var ids = Read("[7, 8]", mapping: "items: ''\nid: ''\nlink: /item/{id}\ntitle: ''");
        var dates = Read(
            """[{"u":"/a","t":"a","d":"2026-03-02T10:00:00Z"},{"u":"/b","t":"b","d":1772445600000},{"u":"/c","t":"c","d":"1772445600"},{"u":"/d","t":"d","d":"soon"},{"u":"/e","t":"e","d":[]}]""",
            mapping: "items: ''\nurl: /u\ntitle: /t\ntime: /d");

        Assert.Equal(["https://news.example/item/7", "https://news.example/item/8"], ids.Entries.Select(e => e.Url));
        Assert.Equal(new long?[] { 1772445600, 1772445600, 1772445600, null, null }, dates.Entries.Select(e => e.Published?.ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData("<html>", "no JSON")]
    [InlineData("{\"hits\": 3}", "leads to no array")]
    [InlineData("[]", "leads to no array")]
    public void Says_what_an_answer_is_that_does_not_fit(string body, string said) =>
        Assert.Contains(said, Assert.Single(Read(body).Skipped).Detail, StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_source_without_a_mapping() => Assert.Contains("--mapping", adapter.Refuse(source with { Mapping = null }), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "sites/a.yaml:1: 'items' is missing")]
    [InlineData("items: /hits\ntitle: /t\nurl: /u\ntime /t\n", "sites/a.yaml:")]
    [InlineData("items: /hits\ntitel: /t\n", "sites/a.yaml:2: 'titel' is no key of a mapping")]
    [InlineData("items: /hits\nurl: u\ntitle: /t\n", "sites/a.yaml:2: 'url' must be a JSON pointer such as /data/title, not 'u'.")]
    [InlineData("items: /hits\nurl: /a~2\ntitle: /t\n", "sites/a.yaml:2: 'url' must be a JSON pointer")]
    [InlineData("items: /hits\nurl: [/u]\ntitle: /t\n", "sites/a.yaml:2: 'url' must be one text.")]
    [InlineData("items: /hits\nurl: /u\n", "sites/a.yaml:1: 'title' is missing")]
    [InlineData("items: /hits\nlink: /x/{id}\ntitle: /t\n", "sites/a.yaml:1: 'url' is missing")]
    [InlineData("list: file:///etc/passwd\nitems: /hits\nurl: /u\ntitle: /t\n", "sites/a.yaml:1: 'list' must be an http or https address")]
    [InlineData("items: /a\nitems: /b\n", "sites/a.yaml:2: ")]
    [InlineData("items: /a\ntitle: /t\nurl: /u\nheader: Authorization\n", "sites/a.yaml:1: 'secret' is missing")]
    [InlineData("items: /a\ntitle: /t\nurl: /u\nheader: Authorization\nsecret: Bearer {TRENDGRAINS_DATABASE}\n", "sites/a.yaml:5: 'secret' must be {TRENDGRAINS_KEY_")]
    [InlineData("items: /a\ntitle: /t\nurl: /u\nheader: 'X: Y'\n", "sites/a.yaml:4: 'header' must be")]
    [InlineData("- items\n", "sites/a.yaml:1: a mapping is a list")]
    public void Says_file_line_and_key_of_a_bad_mapping(string yaml, string said) =>
        Assert.StartsWith(said, Assert.Throws<FormatException>(() => ListingMapping.Parse(yaml, "sites/a.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Lets_requests_in_by_a_key_of_the_environment()
    {
        var keyed = source with { Mapping = News + "\nheader: Authorization\nsecret: Bearer {TRENDGRAINS_KEY_NEWS}", Access = AccessMode.Api };
        var login = Assert.IsType<KeyLogin>(adapter.Login(keyed));

        Assert.Equal(("https://news.example", "Authorization", "Bearer ", "TRENDGRAINS_KEY_NEWS"), (login.Origin, login.Header, login.Prefix, login.Variable));
        Assert.Null(adapter.Refuse(keyed));
        Assert.Contains("--access api", adapter.Refuse(keyed with { Access = AccessMode.Feed }), StringComparison.Ordinal);
        Assert.Contains("'header' and 'secret'", adapter.Refuse(source with { Access = AccessMode.Api }), StringComparison.Ordinal);
        Assert.Null(adapter.Login(source));
    }

    [Fact]
    public void Counts_what_the_mapping_says() => Assert.Equal(
        new Engagement { Score = -2, Comments = 12, Views = 34 },
        Assert.Single(Read("[{\"u\":\"/a\",\"t\":\"a\",\"p\":-2,\"c\":\"12\",\"v\":34,\"l\":1.5}]", mapping: "items: ''\nurl: /u\ntitle: /t\nscore: /p\ncomments: /c\nviews: /v\nlikes: /l\nshares: /none").Entries).Engagement);

    private SiteReading Read(string body, string? cursor = null, string mapping = News) =>
        adapter.Read(source with { Mapping = mapping }, new SiteAnswer(new Uri("https://news.example/api/v1/list"), Encoding.UTF8.GetBytes(body), "utf-8"), cursor);
}
