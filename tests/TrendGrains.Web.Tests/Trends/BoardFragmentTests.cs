using TrendGrains.Storage.Trends;
using TrendGrains.Web.Trends;

namespace TrendGrains.Web.Tests.Trends;

public sealed class BoardFragmentTests
{
    [Fact]
    public void A_trend_shows_rank_label_stage_counts_ages_and_headlines()
    {
        var html = Draw(Samples.View(Samples.Trend()));

        Assert.Contains("<b>1</b>", html, StringComparison.Ordinal);
        Assert.Contains("<h2 lang=\"en\"><a href=\"/trends/00000001-0000-0000-0000-000000000000\">Storm at the coast</a></h2>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"stage climbing\">climbing</span>", html, StringComparison.Ordinal);
        Assert.Contains("<b>7</b> items", html, StringComparison.Ordinal);
        Assert.Contains("<b>3</b> sources", html, StringComparison.Ordinal);
        Assert.Contains(">3 h ago</time>", html, StringComparison.Ordinal);
        Assert.Contains("title=\"2026-01-01 11:48 UTC\">12 min ago</time>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://news1.example/story\" rel=\"noreferrer nofollow\">Headline 1</a>", html, StringComparison.Ordinal);
        Assert.Equal(3, Count(html, "rel=\"noreferrer nofollow\""));
    }

    [Fact]
    public void Whatever_an_item_says_stays_text()
    {
        var trend = Samples.Trend(label: "<img src=x onerror=alert(1)>") with { Keywords = ["<b>"], Stage = "\"><script>" };
        var view = Samples.View(trend) with { Members = new[] { Samples.Member(trend, 1, "</a><script>") with { SourceTitle = "<i>" } }.ToLookup(m => m.TrendId) };

        var html = Draw(view);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_comes_only_from_a_host_of_the_items_and_tells_it_nothing()
    {
        Assert.Contains("<img src=\"https://news2.example/1.jpg\" alt=\"\" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"",
            Draw(Samples.View(Samples.Trend() with { PictureUrl = "https://news2.example/1.jpg" })), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Draw(Samples.View(Samples.Trend() with { PictureUrl = "https://elsewhere.example/1.jpg" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Headlines_are_of_different_sources_and_do_not_repeat_the_label()
    {
        var trend = Samples.Trend();
        var members = new[]
        {
            Samples.Member(trend, 1, trend.Label), Samples.Member(trend, 2), Samples.Member(trend, 2, "Again from the same"), Samples.Member(trend, 3),
        };

        var html = Draw(Samples.View(trend) with { Members = members.ToLookup(m => m.TrendId) });

        Assert.Equal(["Headline 2", "Headline 3"], Between(html, "nofollow\">", "</a>"));
    }

    [Theory]
    [InlineData(5, "up </span>4")]
    [InlineData(1, "–")]
    [InlineData(null, ">new<")]
    public void The_way_a_rank_moved_is_shown(int? before, string expected) =>
        Assert.Contains(expected, Draw(Samples.View(Samples.Trend() with { PreviousRank = before })), StringComparison.Ordinal);

    [Fact]
    public void A_replay_says_as_of_when_and_counts_ages_from_there()
    {
        var html = Draw(Samples.View(Samples.Trend()) with { Clock = new PageClock(Samples.Noon.AddYears(1), Samples.Noon) });

        Assert.Contains("as of 2026-01-01 12:00 UTC", html, StringComparison.Ordinal);
        Assert.Contains(">3 h ago</time>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Made_up_news_is_called_so()
    {
        var real = Samples.View(Samples.Trend());
        var demo = Samples.View(Samples.Trend() with { Synthetic = true });
        demo = demo with { Health = demo.Health with { Synthetic = true } };

        Assert.DoesNotContain("ynthetic", Draw(real), StringComparison.Ordinal);
        Assert.DoesNotContain("Demonstration", Draw(real), StringComparison.Ordinal);
        Assert.Contains(">synthetic</span>", Draw(demo), StringComparison.Ordinal);
        Assert.Contains("Demonstration", Draw(demo), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_board_says_what_to_do()
    {
        var view = Samples.View();
        var empty = view.Health with { Trends = new TrendHealth(null, 0, 0, 0) };

        Assert.Contains("trendgrains sources add", Draw(view with { Health = empty with { Sources = 0 } }), StringComparison.Ordinal);
        Assert.Contains("trendgrains crawl", Draw(view with { Health = empty }), StringComparison.Ordinal);
        Assert.Contains("second source", Draw(view), StringComparison.Ordinal);
        Assert.Contains("All languages", Draw(view with { Filter = BoardFilter.All[1], Health = view.Health with { Trends = new TrendHealth(Samples.Noon, 0, 0, 3) } }), StringComparison.Ordinal);
        Assert.Contains("Waiting for the database", Draw(view with { Health = new BoardHealth("no answer", null, 0, false, null) }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_health_line_counts_what_waits_for_a_board()
    {
        var view = Samples.View(Samples.Trend());

        var html = Draw(view with { Health = view.Health with { Activations = null, Trends = new TrendHealth(Samples.Noon, 1240, 32, 1) } });

        Assert.Contains("<b>1,240</b> items in the last hour", html, StringComparison.Ordinal);
        Assert.Contains("<b>32</b> not yet on a board", html, StringComparison.Ordinal);
        Assert.Contains("silo does not answer", html, StringComparison.Ordinal);
        Assert.Contains("database answers", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trend_shows_what_it_is_about_how_it_sounds_and_how_grave_it_is()
    {
        var drawn = Draw(Samples.View(Samples.Trend() with { Topic = "it-science", TopicShare = 0.8f, Tone = -0.42f, Severity = 0.83f }));

        Assert.Contains("""<a class="topic" href="/?topic=it-science" title="80 % of the topic weight of its items">IT &amp; science</a>""", drawn, StringComparison.Ordinal);
        Assert.Contains("gauge tone negative", drawn, StringComparison.Ordinal);
        Assert.Contains("tone −0.42", drawn, StringComparison.Ordinal);
        Assert.Contains("gauge severity grave", drawn, StringComparison.Ordinal);
        Assert.Equal(4, drawn.Split("class=\"on\"").Length - 1);
    }

    [Fact]
    public void What_no_model_has_said_is_not_shown() => Assert.DoesNotContain("gauge", Draw(Samples.View(Samples.Trend())), StringComparison.Ordinal);

    [Fact]
    public void A_label_that_is_no_topic_of_ours_leads_nowhere()
    {
        var drawn = Draw(Samples.View(Samples.Trend() with { Topic = "<weather>" }));

        Assert.Contains("<span class=\"topic\">&lt;weather&gt;</span>", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("topic=", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "sports", "/?topic=sports", "Sports")]
    [InlineData("ko", "it-science", "/?language=ko&topic=it-science", "IT & science, 한국어")]
    [InlineData("en", null, "/?language=en", "English")]
    [InlineData("", "", "/", null)]
    public void A_board_is_of_a_language_and_a_topic(string? language, string? topic, string address, string? title)
    {
        var filter = BoardFilter.Parse(language, topic)!;

        Assert.Equal((address, title), (filter.Address, filter.Title));
    }

    [Theory]
    [InlineData("xx", null)]
    [InlineData(null, "weather")]
    public void A_board_of_anything_else_is_not_offered(string? language, string? topic) => Assert.Null(BoardFilter.Parse(language, topic));

    private static string Draw(BoardView view) => BoardFragment.Draw(view).ToString();

    private static int Count(string html, string part) => html.Split(part).Length - 1;

    private static string[] Between(string html, string before, string after) => [.. html.Split(before)[1..].Select(p => p.Split(after)[0])];
}
