using TrendGrains.Trends.Clustering;

namespace TrendGrains.Trends.Tests.Clustering;

/// <summary>Label and keywords: what a trend shows of itself.</summary>
public sealed class TrendFaceTests
{
    [Fact]
    public void The_label_is_the_title_that_most_of_the_others_share()
    {
        var state = Told(
            "Live: what we know so far about Tuesday night in Teval…",
            "Ferry sinks off Teval with 14 missing",
            "Divers search for 14 missing after ferry sinks off Teval",
            "Teval ferry: families of the 14 missing wait for news",
            "Teval ferry sinks, 14 missing");

        Assert.Contains(state.Label, new[] { "Ferry sinks off Teval with 14 missing", "Teval ferry sinks, 14 missing", "Divers search for 14 missing after ferry sinks off Teval" });
    }

    [Fact]
    public void The_label_does_not_change_with_every_item()
    {
        var board = new Board("en", new BoardOptions());
        var (labels, trend) = (new HashSet<string>(), TrendKey.Of("en", PretendStream.Item(1, null).Id));
        for (var i = 1; i <= 40; i++)
        {
            board.Restore(PretendStream.Item(i, $"Teval ferry sinks, {i} missing as search goes on", "A ferry sank off Teval.", $"source {i}"), trend);
            labels.Add(board.Find(trend)!.Label);
        }

        Assert.InRange(labels.Count, 1, 3);
    }

    [Fact]
    public void Keywords_are_words_as_they_are_written_and_the_shared_ones_come_first()
    {
        var state = Told("Ferry sinks off Teval with 14 missing", "Teval ferry's captain questioned", "Ferry captain of Teval charged");

        Assert.Equal(["Ferry", "Teval", "captain"], state.Keywords.Take(3).Order(StringComparer.Ordinal));
        Assert.InRange(state.Keywords.Length, 3, 8);
    }

    [Fact]
    public void Korean_keywords_carry_no_particle()
    {
        var state = Told("도원진에서 산불이 번져 주민들이 대피", "도원진의 산불로 주민 대피령", "산불은 도원진을 덮쳤다");

        Assert.Equal(["도원진", "산불"], state.Keywords.Take(2).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("주민들이", state.Keywords);
    }

    private static TrendState Told(params string[] titles)
    {
        var board = new Board("en", new BoardOptions());
        var trend = TrendKey.Of("en", PretendStream.Item(1, null).Id);
        for (var i = 0; i < titles.Length; i++)
        {
            board.Restore(PretendStream.Item(i + 1, titles[i], "", $"source {i}"), trend);
        }

        return board.Find(trend)!;
    }
}
