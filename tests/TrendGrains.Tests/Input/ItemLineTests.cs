using System.Text;
using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class ItemLineTests
{
    [Fact]
    public void Reads_an_item_and_ignores_unknown_fields()
    {
        var item = Parse("""{"id":5,"url":"https://example.com/a","time":"2026-01-05T10:00:00+09:00","title":"항구","text":"글","language":"ko","source":"wire","mood":1}""");

        Assert.Equal("5", item.Entry.Id);
        Assert.Equal("항구", item.Entry.Title);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), item.Entry.Published);
        Assert.Equal(("wire", null), (item.Source, item.SourceTitle));
    }

    [Fact]
    public void Reads_a_recorded_headline()
    {
        var item = Parse("""{"first_seen":"2024-10-02T19:19:25","last_seen":"2024-10-03T12:17:11","source":"BBC News","category":"World","headline":"Storm"}""");

        Assert.Equal("Storm", item.Entry.Title);
        Assert.Equal(new DateTimeOffset(2024, 10, 2, 19, 19, 25, TimeSpan.Zero), item.Entry.Published);
        Assert.Equal(("bbc-news", "BBC News"), (item.Source, item.SourceTitle));
        Assert.Equal("bbc-news.invalid", new Uri(item.Entry.Url!).Host);
    }

    [Fact]
    public void An_address_of_its_own_is_the_same_for_the_same_headline_and_another_for_another()
    {
        const string line = """{"date":"2025-12-08","source":"한국경제","headline":"공장"}""";

        Assert.Equal(Parse(line).Entry.Url, Parse(line).Entry.Url);
        Assert.NotEqual(Parse(line).Entry.Url, Parse(line.Replace("공장", "항구", StringComparison.Ordinal)).Entry.Url);
        Assert.NotEqual(Parse(line).Entry.Url, Parse(line.Replace("한국", "매일", StringComparison.Ordinal)).Entry.Url);
        Assert.NotEqual(Parse(line).Entry.Url, Parse(line.Replace("08", "09", StringComparison.Ordinal)).Entry.Url);
    }

    [Theory]
    [InlineData("{\"url\":\"https://example.com\"}")]
    [InlineData("{\"url\":\"https://example.com\",\"time\":null}")]
    public void An_item_may_lack_a_time(string line) => Assert.Null(Parse(line).Entry.Published);

    [Theory]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"time\":\"2026-01-05T10:00:00Z\"}", "no \"url\"")]
    [InlineData("{\"url\":\" \"}", "no \"url\"")]
    [InlineData("{\"url\":\"https://example.com\",\"time\":\"soon\"}", "'soon' is not a date and time")]
    [InlineData("{\"url\":\"https://example.com\",\"title\":\"\\ud800\"}", "not JSON")]
    [InlineData("{\"url\":", "not JSON")]
    public void Says_what_is_wrong(string line, string problem)
    {
        Assert.False(TryParse(line, out _, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_overflow()
    {
        Assert.False(TryParse(new string('[', 100_000), out _, out var said));
        Assert.Contains("not JSON", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"url\":1}", true)]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\"}", false)]
    [InlineData("<rss/>", false)]
    public void Tells_items_from_feeds(string start, bool items) => Assert.Equal(items, ItemLine.LooksLikeItems(start));

    private static ItemLine Parse(string line)
    {
        Assert.True(TryParse(line, out var item, out var problem), problem);
        return item;
    }

    private static bool TryParse(string line, out ItemLine item, out string? problem) =>
        ItemLine.TryParse(new InputLine(1, Encoding.UTF8.GetBytes(line)), out item, out problem);
}
