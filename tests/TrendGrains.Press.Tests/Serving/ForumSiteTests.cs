using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace TrendGrains.Press.Tests.Serving;

public sealed class ForumSiteTests(RunningPress press) : IClassFixture<RunningPress>
{
    [Fact]
    public async Task A_link_post_has_the_fields_of_a_real_one_and_links_to_the_article()
    {
        press.GoTo(24 * 60);
        var post = (await ListAsync("/r/worldfeed/new.json?limit=100&raw_json=1")).Single(p => p.GetProperty("title").GetString() == SmallWorld.LinkPost.Title);

        Assert.Equal(press.Host.UrlOf(SmallWorld.Flood).AbsoluteUri, post.GetProperty("url").GetString());
        Assert.False(post.GetProperty("is_self").GetBoolean());
        Assert.Equal("worldfeed", post.GetProperty("subreddit").GetString());
        Assert.Equal("brask_12", post.GetProperty("author").GetString());
        Assert.Equal(SmallWorld.LinkPost.Published.ToUnixTimeSeconds(), post.GetProperty("created_utc").GetDouble());
        Assert.Equal(press.Host.UrlOf(SmallWorld.LinkPost).AbsolutePath, post.GetProperty("permalink").GetString());
        Assert.Equal($"t3_{post.GetProperty("id").GetString()}", post.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Text_is_escaped_unless_asked_for_raw()
    {
        press.GoTo(76);
        Assert.Equal("Homes flooded in Dunmore &lt;video &amp; photos&gt;", (await ListAsync("/r/worldfeed/new.json"))[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Paging_by_after_visits_every_post_once_and_in_order()
    {
        press.GoTo(24 * 60);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await press.JsonAsync(press.At("worldfeed", $"/r/worldfeed/new.json?limit=10{(after is null ? "" : $"&after={after}")}"));
            Assert.Equal("Listing", page.GetProperty("kind").GetString());
            seen.AddRange(page.GetProperty("data").GetProperty("children").EnumerateArray().Select(c => c.GetProperty("data").GetProperty("name").GetString()!));
            after = page.GetProperty("data").GetProperty("after").GetString();
        }
        while (after is not null);

        Assert.Equal(32, seen.Count);
        Assert.Equal(32, seen.Distinct().Count());
        Assert.Equal((await ListAsync("/r/worldfeed/new.json?limit=100")).Select(p => p.GetProperty("name").GetString()), seen);
    }

    [Fact]
    public async Task Scores_and_comments_grow_with_the_clock()
    {
        var url = press.At("worldfeed", press.Host.UrlOf(SmallWorld.LinkPost).AbsolutePath.TrimEnd('/') + ".json?raw_json=1");
        var counts = new List<(int Score, int Comments)>();
        foreach (var minutes in new[] { 75, 81, 140, 24 * 60 })
        {
            press.GoTo(minutes);
            var thread = await press.JsonAsync(url);
            var score = thread[0].GetProperty("data").GetProperty("children")[0].GetProperty("data").GetProperty("score").GetInt32();
            counts.Add((score, thread[1].GetProperty("data").GetProperty("children").GetArrayLength()));
        }

        Assert.Equal([0, 1, 2, 2], counts.Select(c => c.Comments));
        Assert.Equal(1, counts[0].Score);
        Assert.True(counts[0].Score < counts[1].Score && counts[1].Score < counts[2].Score && counts[2].Score < counts[3].Score, string.Join(", ", counts));
        Assert.InRange(counts[3].Score, 380, 401);
    }

    [Fact]
    public async Task Top_is_by_score_within_its_window()
    {
        press.GoTo(24 * 60);
        Assert.Equal(SmallWorld.LinkPost.Title, (await ListAsync("/r/worldfeed/top.json?t=all&raw_json=1"))[0].GetProperty("title").GetString());
        press.GoTo(560);
        Assert.DoesNotContain(await ListAsync("/r/worldfeed/top.json?t=hour&raw_json=1&limit=100"), p => p.GetProperty("title").GetString() == SmallWorld.LinkPost.Title);
    }

    [Fact]
    public async Task The_atom_listing_carries_link_and_comments_as_the_real_one()
    {
        press.GoTo(76);
        var atom = await press.TextAsync(press.At("worldfeed", "/r/worldfeed/new/.rss"));

        Assert.Contains($"&lt;a href=&quot;{press.Host.UrlOf(SmallWorld.Flood)}&quot;&gt;[link]&lt;/a&gt;", atom);
        Assert.Contains($"<link href=\"{press.Host.UrlOf(SmallWorld.LinkPost)}\"/>", atom);
        Assert.Contains("<title>Homes flooded in Dunmore &lt;video &amp; photos&gt;</title>", atom);
    }

    [Fact]
    public async Task The_page_of_a_post_shows_text_and_comments()
    {
        press.GoTo(24 * 60);
        Assert.Contains("<p>Mine leak.</p>", await press.TextAsync(SmallWorld.SelfPost));
        Assert.Contains("My cellar is under water &amp; cold.", await press.TextAsync(SmallWorld.LinkPost));
    }

    [Fact]
    public async Task Any_credentials_buy_a_token_and_none_do_not()
    {
        var url = press.At("worldfeed", "/api/v1/access_token");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "Y2xpZW50OnNlY3JldA==");
        using var given = await press.Client.SendAsync(request);
        var token = JsonDocument.Parse(await given.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("bearer", token.GetProperty("token_type").GetString());

        using var listing = new HttpRequestMessage(HttpMethod.Get, press.At("worldfeed", "/r/worldfeed/new"));
        listing.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        using var answered = await press.Client.SendAsync(listing);
        Assert.Equal("application/json", answered.Content.Headers.ContentType!.MediaType);

        using var refused = await press.PostAsync(url, "");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Other_boards_and_posts_of_the_future_are_not_found()
    {
        press.GoTo(74);
        Assert.Equal(HttpStatusCode.NotFound, await press.StatusAsync(press.Host.UrlOf(SmallWorld.LinkPost).AbsoluteUri));
        Assert.Equal(HttpStatusCode.NotFound, await press.StatusAsync(press.At("worldfeed", "/r/elsewhere/new.json")));
    }

    private async Task<JsonElement[]> ListAsync(string path) =>
        [.. (await press.JsonAsync(press.At("worldfeed", path))).GetProperty("data").GetProperty("children").EnumerateArray().Select(c => c.GetProperty("data"))];
}
