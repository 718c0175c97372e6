using System.Text;
using TrendGrains.Grouping;
using TrendGrains.Input;
using TrendGrains.TestKit;

namespace TrendGrains.Tests.Grouping;

public sealed class StoryGroupingTests
{
    private const string Storm = "\"title\":\"Strong storm hits the harbour of Lisbon\",\"text\":\"A strong storm hit the harbour of Lisbon on Monday and tore boats from their moorings.\"";
    private const string Typhoon = "\"title\":\"태풍이 부산 항구를 강타했다\",\"text\":\"강한 태풍이 월요일 부산 항구를 강타해 어선들이 떠내려갔다.\"";

    [Fact]
    public async Task Copies_are_one_trend_and_the_first_begins_it()
    {
        var grouped = await GroupAsync($$"""{"id":1,"time":"2026-01-05T10:00:00Z",{{Storm}}}""", $$"""{"id":2,"time":"2026-01-05T10:05:00Z",{{Storm}}}""");

        Assert.Equal([true, false], grouped.Select(g => g.Assignment.IsNew));
        Assert.Equal(grouped[0].Assignment.Trend, grouped[1].Assignment.Trend);
        Assert.Equal(grouped[0].Key, grouped[1].Assignment.Nearest);
    }

    [Fact]
    public async Task Each_language_has_a_board_of_its_own()
    {
        var grouped = await GroupAsync(
            $$"""{"id":1,"time":"2026-01-05T10:00:00Z","language":"en-GB",{{Storm}}}""",
            $$"""{"id":2,"time":"2026-01-05T10:01:00Z","language":"nl",{{Storm}}}""",
            $$"""{"id":3,"time":"2026-01-05T10:02:00Z","language":"en",{{Storm}}}""");

        Assert.Equal([true, true, false], grouped.Select(g => g.Assignment.IsNew));
        Assert.Equal(grouped[0].Assignment.Trend, grouped[2].Assignment.Trend);
    }

    [Fact]
    public async Task A_line_that_names_no_language_goes_where_its_words_belong()
    {
        var grouped = await GroupAsync(
            $$"""{"id":1,"time":"2026-01-05T10:00:00Z","language":"ko",{{Typhoon}}}""",
            $$"""{"id":2,"time":"2026-01-05T10:01:00Z",{{Typhoon}}}""");

        Assert.Equal(grouped[0].Assignment.Trend, grouped[1].Assignment.Trend);
    }

    [Fact]
    public async Task An_id_that_comes_again_stays_where_it_was()
    {
        var grouped = await GroupAsync(
            $$"""{"id":"a","time":"2026-01-05T10:00:00Z",{{Storm}}}""",
            $$"""{"id":"a","time":"2026-01-05T10:01:00Z",{{Typhoon}}}""");

        Assert.Equal(grouped[0].Assignment.Trend, grouped[1].Assignment.Trend);
        Assert.False(grouped[1].Assignment.IsNew);
    }

    [Fact]
    public async Task Items_without_id_time_text_or_language_and_ones_from_the_future_are_all_grouped()
    {
        var grouped = await GroupAsync(
            "{}", "{}", """{"id":1,"time":"2099-01-01"}""", """{"id":2,"title":"ㅋㅋ","language":"xx-unknown"}""", """{"id":3,"time":"1950-01-01","title":"old"}""",
            $$"""{"id":4,"time":"2026-01-05T10:00:00Z",{{Storm}}}""", $$"""{"id":5,"time":"2099-01-01",{{Storm}}}""", $$"""{"id":6,{{Storm}}}""");

        Assert.Equal(8, grouped.Length);
        Assert.Equal(grouped[5].Assignment.Trend, grouped[6].Assignment.Trend);
        Assert.Equal(grouped[5].Assignment.Trend, grouped[7].Assignment.Trend);
    }

    [Fact]
    public async Task The_same_lines_give_the_same_trends()
    {
        string[] lines = [.. Enumerable.Range(0, 50).Select(i => $$"""{"id":{{i}},"time":"2026-01-05T10:00:00Z","title":"Team {{i % 7}} wins match {{i % 5}}"}""")];

        var first = await GroupAsync(lines);
        var second = await GroupAsync(lines);

        Assert.Equal(first.Select(g => g.Assignment), second.Select(g => g.Assignment));
    }

    private static Task<GroupedStory[]> GroupAsync(params string[] lines) =>
        new StoryGrouping(null, new ManualTimeProvider(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero))).AddAsync([.. lines.Select(Parse)], default);

    private static StoryLine Parse(string text)
    {
        Assert.True(StoryLine.TryParse(new InputLine(1, Encoding.UTF8.GetBytes(text)), out var line, out var problem), problem);
        return line;
    }
}
