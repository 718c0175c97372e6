using System.Text;
using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class ItemLineTests
{
    [Fact]
    public void Reads_an_item_and_ignores_unknown_fields()
    {
        Assert.True(Parse("""{"id":5,"url":"https://example.com/a","time":"2026-01-05T10:00:00+09:00","title":"항구","text":"글","language":"ko","source":"wire","mood":1}""", out var item, out _));

        Assert.Equal("5", item.Entry.Id);
        Assert.Equal("항구", item.Entry.Title);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), item.Entry.Published);
        Assert.Equal("wire", item.Source);
    }

    [Theory]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"time\":\"2026-01-05T10:00:00Z\"}", "no \"url\"")]
    [InlineData("{\"url\":\"https://example.com\"}", "no \"time\"")]
    [InlineData("{\"url\":\"https://example.com\",\"time\":\"soon\"}", "'soon' is not a date and time")]
    [InlineData("{\"url\":\"https://example.com\",\"time\":\"2026-01-05T10:00:00Z\",\"source\":\"Not A Slug\"}", "not a source id")]
    [InlineData("{\"url\":", "not JSON")]
    public void Says_what_is_wrong(string line, string problem)
    {
        Assert.False(Parse(line, out _, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_overflow()
    {
        Assert.False(Parse(new string('[', 100_000), out _, out var said));
        Assert.Contains("not JSON", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"url\":1}", true)]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\"}", false)]
    [InlineData("<rss/>", false)]
    public void Tells_items_from_feeds(string start, bool items) => Assert.Equal(items, ItemLine.LooksLikeItems(start));

    private static bool Parse(string line, out ItemLine item, out string? problem) =>
        ItemLine.TryParse(new InputLine(1, Encoding.UTF8.GetBytes(line)), out item, out problem);
}
