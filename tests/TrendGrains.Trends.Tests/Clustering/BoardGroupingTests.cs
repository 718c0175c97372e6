using TrendGrains.Trends.Clustering;

namespace TrendGrains.Trends.Tests.Clustering;

public sealed class BoardGroupingTests
{
    [Fact]
    public void Groups_reports_of_one_event_and_keeps_its_like_elsewhere_apart()
    {
        var board = new Board("en", new BoardOptions());
        string[][] told =
        [
            ["Wildfire near Quelby forces evacuation", "A wildfire near Quelby has forced 340 people out, fire chief Dana Orlo said. Crews from Quelby fight the flames."],
            ["Wildfire near Ostrin spreads", "Wind drove flames into the hills above Ostrin, where 90 homes burned. Fire chief Paul Stenn asked for planes."],
            ["Quelby wildfire: 340 people evacuated", "Fire chief Dana Orlo said crews had the Quelby wildfire half contained. 340 people left."],
            ["Ostrin wildfire burns 90 homes", "Paul Stenn, the fire chief, said the Ostrin wildfire had burned 90 homes."],
            ["Evacuated people return after Quelby wildfire", "Dana Orlo said people of Quelby may return, the wildfire is out."],
        ];
        var trends = told.Select((t, i) => board.Assign(PretendStream.Item(i + 1, t[0], t[1], $"source {i}")).Trend).ToArray();

        Assert.Equal([trends[0], trends[1], trends[0], trends[1], trends[0]], trends);
        Assert.NotEqual(trends[0], trends[1]);
    }

    [Fact]
    public void Groups_Korean_reports_whatever_particles_their_nouns_carry()
    {
        var board = new Board("ko", new BoardOptions());
        string[][] told =
        [
            ["도원진 산불로 주민 1천200명 대피", "도원진에서 산불이 나 주민 1천200명이 대피했다고 소방 당국이 밝혔다."],
            ["한국은행, 기준금리 동결 발표", "한국은행이 기준금리를 연 2.5%로 동결했다고 발표했다."],
            ["도원진의 산불, 1,200명이 집을 떠나", "산불은 도원진을 덮쳤고 대피한 주민은 1,200명에 이른다고 소방 당국은 밝혔다."],
            ["기준금리 2.5% 동결한 한국은행", "한국은행은 기준금리를 2.5%로 동결하기로 했다."],
        ];
        var trends = told.Select((t, i) => board.Assign(PretendStream.Item(i + 1, t[0], t[1], $"source {i}")).Trend).ToArray();

        Assert.Equal([trends[0], trends[1], trends[0], trends[1]], trends);
        Assert.NotEqual(trends[0], trends[1]);
    }

    [Fact]
    public void Columns_that_share_only_their_frame_do_not_chain()
    {
        var board = new Board("en", new BoardOptions());
        string[] today = ["Marlow council budget and Quelby wildfire", "Ostrin merger and Teval ferry delay", "Harrowfen school strike and Brandt resignation", "Lindmoor museum theft and Castor cup final", "Velden harbour deal and Orlo trial"];
        var trends = today.Select((t, i) => board.Assign(PretendStream.Item(i + 1, $"Morning briefing: {t}", $"Good morning. Here is what you need to know: {t}. Have a good day.", $"source {i}", PretendStream.Start.AddDays(i))).Trend);

        Assert.Equal(today.Length, trends.Distinct().Count());
    }

    [Fact]
    public void A_table_that_one_source_prints_every_day_is_a_new_trend_every_day()
    {
        var board = new Board("ko", new BoardOptions());
        var trends = Enumerable.Range(0, 6).Select(day => board.Assign(PretendStream.Item(
            day + 1, "[표] 외국환율고시표", "", "alpha", PretendStream.Start.AddDays(day))).Trend);

        Assert.Equal(6, trends.Distinct().Count());
    }

    [Fact]
    public void Says_why_an_item_joined()
    {
        var board = new Board("en", new BoardOptions());
        board.Assign(PretendStream.Item(1, "Ferry sinks off Teval, 14 missing", "A ferry sank off Teval with 14 people missing.") with { Vector = [1, 0] });
        var joined = board.Assign(PretendStream.Item(2, "Teval ferry sinks: 14 missing", "14 people are missing after a ferry sank off Teval.", "beta") with { Vector = [1, 0] });

        Assert.False(joined.IsNew);
        Assert.InRange(joined.Similarity, 0.5f, 1);
        Assert.InRange(joined.Parts.Title, 0.5f, 1);
        Assert.InRange(joined.Parts.Body, 0.5f, 1);
        Assert.Equal(1, joined.Parts.Dense, 2);
        Assert.InRange(joined.Parts.Recency, 0.9f, 1);
        Assert.Equal(PretendStream.Item(1, null).Id, joined.Nearest);
    }

    [Fact]
    public void A_trend_has_its_key_from_its_first_item()
    {
        var item = PretendStream.Item(1, "Ferry sinks off Teval");

        Assert.Equal(TrendKey.Of("en", item.Id), new Board("en", new BoardOptions()).Assign(item).Trend);
        Assert.NotEqual(TrendKey.Of("en", item.Id), new Board("ko", new BoardOptions()).Assign(item).Trend);
    }
}
