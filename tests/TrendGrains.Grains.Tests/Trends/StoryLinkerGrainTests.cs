using TrendGrains.Abstractions.Trends;
using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Grains.Tests.Trends.BoardSilo;

namespace TrendGrains.Grains.Tests.Trends;

public sealed class StoryLinkerGrainTests
{
    [DatabaseFact]
    public async Task Trends_of_all_boards_stand_in_one_order_the_fresher_and_wider_before_the_older()
    {
        await using var silo = await StartAsync();
        await silo.IngestAsync(
            Entry("https://a.example/1", "Castle burns down overnight", Fetched.AddDays(-2), source: "a"),
            Entry("https://b.example/1", "Castle burns down overnight", Fetched.AddDays(-2), source: "b"),
            Entry("https://a.example/2", "항구에 태풍이 닥쳐 배 세 척이 가라앉았다", Fetched.AddMinutes(-50), language: "ko", source: "c"),
            Entry("https://b.example/2", "항구에 태풍이 닥쳐 배 세 척이 가라앉았다", Fetched.AddMinutes(-40), language: "ko", source: "d"),
            Entry("https://c.example/2", "항구에 태풍이 닥쳐 배 세 척이 가라앉았다", Fetched.AddMinutes(-30), language: "ko", source: "e"),
            Entry("https://a.example/3", "Bridge opens to the public", Fetched, source: "a"));
        await silo.CatchUpAsync("en");
        await silo.CatchUpAsync("ko");

        await silo.Silo.Grains.GetGrain<IStoryLinkerGrain>(0).RankAsync(default);

        var top = await silo.Silo.Get<TrendStore>().TopAsync(new TrendQuery(10), default);
        Assert.Equal([("ko", 1, 3, 3), ("en", 2, 2, 2)], top.Select(t => (t.Board, t.Rank!.Value, t.Items, t.Sources)));
        Assert.True(top[0].Score > top[1].Score);
        Assert.Equal("over", top[1].Stage);
        Assert.NotEqual("over", top[0].Stage);
        Assert.Equal(3, top[0].Points.Sum(p => p.Items));
    }

    [DatabaseFact]
    public async Task Ranking_twice_changes_nothing_and_tells_nobody()
    {
        await using var silo = await StartAsync();
        await silo.IngestAsync([.. Enumerable.Range(0, 6).Select(i => Entry($"https://{i}.example/1", "Castle burns down overnight", Fetched, source: $"s{i}"))]);
        await silo.CatchUpAsync("en");
        var linker = silo.Silo.Grains.GetGrain<IStoryLinkerGrain>(0);
        await linker.RankAsync(default);
        var told = await silo.ScalarAsync<long>("SELECT count(*) FROM trend_events");

        await linker.RankAsync(default);

        Assert.Equal(told, await silo.ScalarAsync<long>("SELECT count(*) FROM trend_events"));
        Assert.Equal(1, await silo.ScalarAsync<long>("SELECT count(*) FROM trend_events WHERE kind = 'rank'"));
    }
}
