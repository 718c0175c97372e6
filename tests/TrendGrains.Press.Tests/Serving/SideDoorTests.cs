using System.Net;
using System.Text.Json;

namespace TrendGrains.Press.Tests.Serving;

public sealed class SideDoorTests(RunningPress press) : IClassFixture<RunningPress>
{
    private string Door(string path) => new Uri(press.Host.SideDoor, path).AbsoluteUri;

    [Fact]
    public async Task The_truth_tells_story_kind_and_advert_of_every_url()
    {
        var items = await press.LinesAsync("/truth/items");
        var flood = items.Single(i => i.GetProperty("publication").GetString() == SmallWorld.Flood.Id);
        Assert.Equal("s1", flood.GetProperty("story").GetString());
        Assert.Equal("report", flood.GetProperty("kind").GetString());
        Assert.Equal("en", flood.GetProperty("language").GetString());
        Assert.Equal(SmallWorld.At(60), flood.GetProperty("published").GetDateTimeOffset());
        Assert.Equal(["ad000001", "ad000002"], items.Where(i => i.GetProperty("isAdvert").GetBoolean()).Select(i => i.GetProperty("publication").GetString()));
        Assert.Equal(SmallWorld.World.Publications.Length, items.Length);
        Assert.Contains(items.Single(i => i.GetProperty("publication").GetString() == SmallWorld.OldKorean.Id).GetProperty("aliases").EnumerateArray(), a => a.GetString()!.Contains("utm_source", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_truth_of_the_stories_has_their_course()
    {
        var stories = await press.LinesAsync("/truth/stories");
        Assert.Equal(2, stories.Length);
        Assert.Equal("breaking", stories[0].GetProperty("shape").GetString());
        Assert.Equal(SmallWorld.At(90), stories[0].GetProperty("peak").GetDateTimeOffset());
        Assert.Equal(0.8, stories[0].GetProperty("severity").GetDouble());
    }

    [Fact]
    public async Task Items_can_be_asked_for_up_to_a_moment()
    {
        var items = await press.LinesAsync("/truth/items?until=2026-03-02T01:00:00Z");
        Assert.Equal(SmallWorld.World.Publications.Count(p => p.Published <= SmallWorld.At(60)), items.Length);
        Assert.Equal(HttpStatusCode.BadRequest, await press.StatusAsync(Door("/truth/items?until=tomorrow")));
    }

    [Fact]
    public async Task The_whole_truth_is_one_document()
    {
        var truth = await press.JsonAsync(Door("/truth"));
        Assert.Equal(7, truth.GetProperty("seed").GetInt32());
        Assert.Equal(9, truth.GetProperty("outlets").GetArrayLength());
        Assert.Contains(truth.GetProperty("pages").EnumerateArray(), p => p.GetProperty("url").GetString() == press.At("herald", "/about") && p.GetProperty("page").GetString() == "service");
    }

    [Fact]
    public async Task Every_standing_page_is_there()
    {
        press.GoTo(24 * 60);
        foreach (var page in await press.LinesAsync("/truth/pages"))
        {
            Assert.Equal(HttpStatusCode.OK, await press.StatusAsync(page.GetProperty("url").GetString()!));
        }
    }

    [Fact]
    public async Task The_clock_can_be_set_and_stepped()
    {
        using var set = await press.PostAsync(Door("/clock"), """{"now":"2026-03-02T05:00:00Z"}""");
        using var stepped = await press.PostAsync(Door("/clock"), """{"advance":"PT1H"}""");
        Assert.Equal(SmallWorld.At(360), press.Host.Clock.Now);
        var reading = JsonDocument.Parse(await stepped.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(SmallWorld.At(360), reading.GetProperty("now").GetDateTimeOffset());
        Assert.True(reading.GetProperty("frozen").GetBoolean());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"advance\":\"an hour\"}")]
    [InlineData("{\"now\":\"noon\"}")]
    [InlineData("{\"speed\":0}")]
    [InlineData("{\"speed\":\"fast\"}")]
    [InlineData("not json")]
    public async Task An_order_to_the_clock_that_makes_no_sense_changes_nothing(string order)
    {
        var before = press.Host.Clock.Read();
        using var refused = await press.PostAsync(Door("/clock"), order);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(before, press.Host.Clock.Read());
    }

    [Fact]
    public async Task Requests_are_counted_by_outlet_and_status()
    {
        press.GoTo(24 * 60);
        var before = await CountsAsync();
        await press.StatusAsync(press.At("quarterly", "/about"));
        await press.StatusAsync(press.At("quarterly", "/nothing"));
        await press.StatusAsync(press.At("quarterly", "/search?q=x"));
        var after = await CountsAsync();

        Assert.Equal((3, 2, 1, 1), (after.Requests - before.Requests, after.Ok - before.Ok, after.Missing - before.Missing, after.Disallowed - before.Disallowed));
    }

    [Fact]
    public async Task The_note_says_what_to_add_as_a_source()
    {
        var note = await press.JsonAsync(Door("/"));
        var herald = note.GetProperty("outlets").EnumerateArray().Single(o => o.GetProperty("slug").GetString() == "herald");
        Assert.Equal(press.At("herald", "/rss.xml"), herald.GetProperty("source").GetProperty("url").GetString());
        foreach (var source in note.GetProperty("outlets").EnumerateArray().SelectMany(o => o.GetProperty("sources").EnumerateArray()))
        {
            Assert.Equal(HttpStatusCode.OK, await press.StatusAsync(source.GetProperty("url").GetString()!));
        }
    }

    private async Task<(int Requests, int Ok, int Missing, int Disallowed)> CountsAsync()
    {
        var outlets = (await press.JsonAsync(Door("/requests"))).GetProperty("outlets").EnumerateArray();
        foreach (var outlet in outlets.Where(o => o.GetProperty("outlet").GetString() == "quarterly"))
        {
            var statuses = outlet.GetProperty("byStatus");
            return (outlet.GetProperty("requests").GetInt32(), Count(statuses, "200"), Count(statuses, "404"), outlet.GetProperty("disallowed").GetInt32());
        }

        return default;
    }

    private static int Count(JsonElement statuses, string status) => statuses.TryGetProperty(status, out var count) ? count.GetInt32() : 0;
}
