using System.Text;
using System.Text.Json;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Json;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Tests.Sites;

/// <summary>JSON may write half of a surrogate pair, which no text can hold.</summary>
public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d"}""", null)]
    [InlineData("""{"\ud83d":"x","a":"y"}""", "y")]
    [InlineData("""{"a":"y","\ud83d":"x"}""", "y")]
    [InlineData("""{"b":"y","\ud83d":"x"}""", null)]
    public void Reads_past_half_of_a_surrogate_pair(string json, string? text)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(text, document.RootElement.Text("a"));
        Assert.Null(document.RootElement.Count("a"));
        Assert.Null(document.RootElement.Field("a")?.Moment());
        Assert.Equal(text, JsonPointer.Parse("/a")!.In(document.RootElement)?.String());
    }

    [Fact]
    public void Loses_no_more_of_a_listing_than_the_field()
    {
        var source = new SourceDefinition { Slug = "a", Kind = SourceKind.Json, Url = "https://a.example/", Access = AccessMode.Feed, Mapping = "items: ''\nurl: /u\ntitle: /t\ntext: /x\ntime: /d" };
        var body = Encoding.UTF8.GetBytes("""[{"u":"/1","t":"\ud83d","x":"said","d":"\udc00"},{"u":"/2","t":"two","\ud83d":1}]""");

        var reading = new JsonListingAdapter().Read(source, new SiteAnswer(new Uri(source.Url), body, "utf-8"), null);

        Assert.Equal([(null, "said"), ("two", null)], reading.Entries.Select(e => (e.Title, e.Content)));
    }

    [Fact]
    public void Loses_no_more_of_a_recorded_page_or_listing_than_the_field()
    {
        var line = """{"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaaa","url":"https://www.youtube.com/watch?v=aaaaaaaaaaa","title":"One","description":"\ud83d","tags":["\ud83d","sea"]}""";
        var page = """{"\ud83d":{},"videoDetails":{"videoId":"aaaaaaaaaaa","title":"One","keywords":["\ud83d","sea"]}}""";

        var listed = YtDlpListing.Read(new SourceDefinition { Slug = "a", Kind = SourceKind.YouTube, Url = "https://www.youtube.com/@a", Access = AccessMode.YtDlp }, Encoding.UTF8.GetBytes(line), null);
        var recorded = TrendGrains.Crawling.Sites.YouTube.YouTubePage.Read(new SiteAnswer(new Uri("https://www.youtube.com/"), Encoding.UTF8.GetBytes(page), "utf-8"));

        Assert.Empty(listed.Skipped);
        Assert.Equal(["sea"], Assert.Single(listed.Entries).Tags);
        Assert.Equal(["sea"], Assert.Single(recorded.Entries).Tags);
    }
}
