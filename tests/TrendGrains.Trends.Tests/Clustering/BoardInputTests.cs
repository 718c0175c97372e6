using TrendGrains.Trends.Clustering;

namespace TrendGrains.Trends.Tests.Clustering;

/// <summary>What a board does with items as the world sends them.</summary>
public sealed class BoardInputTests
{
    private const string Flood = "Flood in Harrowfen forces 1,200 people from their homes";
    private const string FloodText = "The river Teval broke its banks near Harrowfen on Monday night. Mayor Ilse Brandt said 1,200 people left their homes.";

    private readonly Board board = new("en", new BoardOptions());

    [Fact]
    public void Items_without_a_title_and_without_a_text_join_nothing()
    {
        var trends = Enumerable.Range(1, 5).Select(i => board.Assign(PretendStream.Item(i, i % 2 == 0 ? null : " ", ""))).ToArray();

        Assert.All(trends, a => Assert.True(a.IsNew));
        Assert.Equal(5, trends.Select(a => a.Trend).Distinct().Count());
        Assert.Equal("", board.Find(trends[0].Trend)!.Label);
    }

    [Fact]
    public void An_item_without_a_title_joins_by_its_text_and_is_labelled_by_how_it_begins()
    {
        var first = board.Assign(PretendStream.Item(1, null, FloodText));
        var second = board.Assign(PretendStream.Item(2, Flood, FloodText, "beta"));

        Assert.Equal("The river Teval broke its banks near Harrowfen on Monday night.", board.Open.First().Label);
        Assert.Equal(first.Trend, second.Trend);
    }

    [Fact]
    public void A_headline_without_a_text_joins_the_article_it_is_about()
    {
        var article = board.Assign(PretendStream.Item(1, Flood, FloodText));
        var headline = board.Assign(PretendStream.Item(2, "Harrowfen flood: 1,200 people leave homes", "", "beta"));

        Assert.Equal(article.Trend, headline.Trend);
        Assert.Equal(PretendStream.Item(1, null).Id, headline.Nearest);
    }

    [Fact]
    public void The_same_text_from_five_sources_is_one_trend_and_hardly_more_than_one_voice()
    {
        var trends = Enumerable.Range(1, 5).Select(i => board.Assign(PretendStream.Item(i, Flood, FloodText, $"source {i}", PretendStream.Start)).Trend).Distinct();
        var state = board.Find(Assert.Single(trends))!;

        Assert.Equal((5, 5), (state.Items, state.Sources));
        Assert.InRange(state.Heat.ScoreAt(PretendStream.Start), 1, 1.65);
    }

    [Fact]
    public void Fifty_copies_of_one_wire_text_count_less_than_three_reports_of_its_own_words_each()
    {
        var other = new Board("en", new BoardOptions());
        for (var i = 1; i <= 50; i++)
        {
            board.Assign(PretendStream.Item(i, Flood, FloodText, $"paper {i}", PretendStream.Start));
        }

        string[] own =
        [
            "Harrowfen flood: river Teval forces 1,200 people out",
            "Teval bursts its banks, Harrowfen homes under water after flood",
            "Mayor Ilse Brandt: Harrowfen flood damage to homes is grave",
        ];
        for (var i = 0; i < own.Length; i++)
        {
            other.Assign(PretendStream.Item(i + 1, own[i], FloodText[..60], $"paper {i}", PretendStream.Start));
        }

        var (copied, reported) = (Assert.Single(board.Open), Assert.Single(other.Open));
        Assert.Equal((50, 50), (copied.Items, copied.Sources));
        Assert.True(reported.Heat.ScoreAt(PretendStream.Start) > copied.Heat.ScoreAt(PretendStream.Start));
    }

    [Fact]
    public void Ten_thousand_items_at_once_from_one_source_are_below_four_voices()
    {
        for (var i = 1; i <= 10_000; i++)
        {
            board.Assign(PretendStream.Item(i, $"Win a phone in Harrowfen now, offer {i % 7}", $"Offer {i} of the Harrowfen phone shop ends tonight, call now", "spam", PretendStream.Start));
        }

        Assert.InRange(board.Open.Max(t => t.Heat.ScoreAt(PretendStream.Start)), 0.9, 4);
        Assert.Equal(10_000, board.Open.Sum(t => t.Items));
    }

    [Fact]
    public void A_source_that_comes_back_a_day_later_is_heard_again()
    {
        board.Assign(PretendStream.Item(1, Flood, FloodText));
        var heat = board.Open.Single().Heat;
        board.Assign(PretendStream.Item(2, "Harrowfen flood: river Teval falls, 900 people return", "The Teval fell overnight. Mayor Ilse Brandt said 900 people of Harrowfen went home.", "alpha", PretendStream.Start.AddDays(1)));

        Assert.Equal(heat.Add(PretendStream.Start.AddDays(1), 1).Slow, board.Open.Single().Heat.Slow, 0.2);
    }

    [Fact]
    public void An_item_ten_years_old_begins_a_trend_that_closes_and_moves_no_clock()
    {
        board.Assign(PretendStream.Item(1, Flood, FloodText));
        var now = board.Now;
        var old = board.Assign(PretendStream.Item(2, Flood, FloodText, "beta", PretendStream.Start.AddYears(-10)));

        Assert.True(old.IsNew);
        Assert.Equal(now, board.Now);
        Assert.NotNull(board.Find(old.Trend));

        board.Assign(PretendStream.Item(3, "Bank merger approved", "", "beta"));
        Assert.Null(board.Find(old.Trend));
        Assert.Equal(2, board.OpenCount);
    }

    [Fact]
    public void An_item_hours_late_joins_its_story_and_moves_no_clock()
    {
        var first = board.Assign(PretendStream.Item(1, Flood, FloodText));
        var now = board.Now;
        var late = board.Assign(PretendStream.Item(2, "Harrowfen flood forces people from homes", FloodText, "beta", PretendStream.Start.AddHours(-5)));

        Assert.Equal(first.Trend, late.Trend);
        Assert.Equal(now, board.Now);
        Assert.Equal(PretendStream.Start.AddHours(-5), board.Find(first.Trend)!.FirstSeen);
    }

    [Fact]
    public void A_story_told_again_after_it_was_forgotten_is_a_new_trend()
    {
        var first = board.Assign(PretendStream.Item(1, Flood, FloodText));
        var again = board.Assign(PretendStream.Item(2, Flood, FloodText, "beta", PretendStream.Start.AddDays(8)));

        Assert.NotEqual(first.Trend, again.Trend);
        Assert.Equal(1, board.OpenCount);
    }

    [Fact]
    public void Refuses_an_item_that_came_before_the_last_one()
    {
        board.Assign(PretendStream.Item(5, Flood));

        Assert.Throws<ArgumentException>(() => board.Assign(PretendStream.Item(5, Flood)));
        Assert.Throws<ArgumentException>(() => board.Restore(PretendStream.Item(4, Flood), Guid.Empty));
        Assert.Equal((5, 1), (board.Seq, board.OpenCount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(384)]
    public void Vectors_of_any_length_do_no_harm(int length)
    {
        board.Assign(PretendStream.Item(1, Flood, FloodText) with { Vector = Enumerable.Repeat(0.1f, 16).ToArray() });
        var next = board.Assign(PretendStream.Item(2, Flood, FloodText, "beta") with { Vector = Enumerable.Repeat(0.05f, length).ToArray() });

        Assert.False(next.IsNew);
        Assert.Equal(0, next.Parts.Dense);
    }

    [Fact]
    public void A_vector_that_is_no_number_is_none()
    {
        board.Assign(PretendStream.Item(1, Flood, FloodText) with { Vector = [float.NaN, 1] });

        Assert.False(board.Assign(PretendStream.Item(2, Flood, FloodText, "beta") with { Vector = [float.NaN, 1] }).IsNew);
    }

    [Fact]
    public void Takes_text_in_any_script_and_of_any_shape()
    {
        string[] odd = ["\uD800", "😀😀😀", "東京で地震", "Պահանջ", new string('x', 200_000), new string('가', 9_000), "\0\0", string.Concat(Enumerable.Repeat("a b c ", 20_000))];
        var seq = 0L;
        foreach (var text in odd)
        {
            board.Assign(PretendStream.Item(++seq, text, text));
            board.Assign(PretendStream.Item(++seq, null, text));
        }

        Assert.Equal(odd.Length * 2, board.Open.Sum(t => t.Items));
        Assert.Equal(board.Save(), Board.Load(board.Save(), new BoardOptions()).Save());
    }
}
