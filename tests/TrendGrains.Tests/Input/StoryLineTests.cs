using System.Text;
using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class StoryLineTests
{
    [Fact]
    public void Reads_a_line_and_ignores_unknown_fields()
    {
        Assert.True(Parse("""{"id":7,"time":"2026-01-05T10:00:00+09:00","title":"항구","text":"글","language":"ko","url":"https://a.example/1","source":"wire","mood":1,"story":"s"}""", out var line, out _));

        Assert.Equal(7, line.Id!.Value.GetInt32());
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), line.Time);
        Assert.Equal(("항구", "글", "ko", "https://a.example/1", "wire", "s"), (line.Title, line.Text, line.Language, line.Url, line.Source, line.Story));
    }

    [Theory]
    [InlineData("{\"id\":1,\"story\":null}")]
    [InlineData("{\"id\":1}")]
    public void A_story_that_is_null_is_none(string line)
    {
        Assert.True(Parse(line, out var story, out _));
        Assert.Null(story.Story);
    }

    [Theory]
    [InlineData("{\"id\":1,\"cluster\":4}", "4")]
    [InlineData("{\"id\":1,\"story\":\"a\",\"cluster\":\"b\"}", "a")]
    public void The_gold_cluster_may_be_called_cluster(string line, string story)
    {
        Assert.True(Parse(line, out var read, out _));
        Assert.Equal(story, read.Story);
    }

    [Theory]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"id\":1,\"time\":\"soon\"}", "'soon' is not a date and time")]
    [InlineData("{\"id\":1,\"title\":\"\\ud800\"}", "not JSON")]
    [InlineData("{\"id\":\"\\ud800\"}", "not JSON")]
    [InlineData("{\"id\":", "not JSON")]
    public void Says_what_is_wrong(string line, string problem)
    {
        Assert.False(Parse(line, out _, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    private static bool Parse(string line, out StoryLine story, out string? problem) =>
        StoryLine.TryParse(new InputLine(1, Encoding.UTF8.GetBytes(line)), out story, out problem);
}
