using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Grains.Tests.Trends.BoardSilo;

namespace TrendGrains.Grains.Tests.Trends;

public sealed class TrendBoardGrainTests
{
    private static readonly string[] places = ["Harbour", "Station", "Bridge", "Market", "Library", "Airport", "Stadium", "Castle"];
    private static readonly string[] events = ["floods after the storm", "closes for repairs", "opens to the public", "burns down overnight", "wins a design prize"];

    [DatabaseFact]
    public async Task Every_item_belongs_to_a_trend_in_the_order_of_arrival_whatever_it_lacks()
    {
        await using var silo = await StartAsync();
        var documents = new[]
        {
            Entry("https://a.example/1", "Harbour floods after the storm", Fetched.AddHours(-3)),
            Entry("https://a.example/no-time", "Harbour floods again after the storm", null),
            Entry("https://a.example/future", "Harbour floods after the next storm", Fetched.AddYears(3)),
            Entry("https://a.example/old", "Castle burns down overnight", Fetched.AddYears(-10)),
            Entry("https://a.example/no-text", "Library opens to the public", Fetched.AddHours(-2), text: ""),
            Entry("https://a.example/no-title", null, Fetched.AddHours(-2), text: "The stadium closes for repairs until the spring of next year."),
            Entry("https://a.example/last", "Market closes for repairs", Fetched.AddHours(-1)),
        };

        await silo.IngestAsync(documents);
        await silo.CatchUpAsync("en");

        await silo.AssertAsUndisturbedAsync("en", documents.Length);
        Assert.Equal(2, await silo.ScalarAsync<long>("SELECT count(*) FROM items WHERE event_time_clamped AND event_time = fetched_at"));
        Assert.Equal(Fetched, await silo.ScalarAsync<DateTime>("SELECT now FROM boards WHERE board = 'en'"));
        Assert.Equal(1, await silo.ScalarAsync<long>(
            "SELECT count(*) FROM trends t JOIN trend_items m ON m.trend_id = t.id WHERE t.items = 1 AND m.item_id = $1", ItemKey.FromUrl("https://a.example/old")));
        Assert.Equal(documents.Length, await silo.ScalarAsync<long>("SELECT sum(items) FROM trend_points"));
    }

    [DatabaseFact]
    public async Task An_item_in_a_language_that_nobody_knows_has_a_board_too()
    {
        await using var silo = await StartAsync();

        await silo.IngestAsync(Entry("https://a.example/1", "12 : 7", Fetched, language: "x-none"), Entry("https://a.example/2", "3 - 0", Fetched, language: null));
        await silo.CatchUpAsync("und");

        await silo.AssertAsUndisturbedAsync("und", 2);
    }

    [DatabaseFact]
    public async Task A_thing_with_nothing_to_compare_is_kept_and_joins_no_board()
    {
        await using var silo = await StartAsync();

        await silo.IngestAsync(Entry("https://a.example/1", null, Fetched, text: ""), Entry("https://a.example/2", "Bridge opens to the public", Fetched));
        await silo.CatchUpAsync("en");

        await silo.AssertAsUndisturbedAsync("en", 1);
        Assert.Equal(2, await silo.ScalarAsync<long>("SELECT count(*) FROM items WHERE arrival_seq IS NOT NULL"));
    }

    [DatabaseFact]
    public async Task The_same_item_from_five_sources_is_one_trend_of_five_voices()
    {
        await using var silo = await StartAsync();
        var sources = Enumerable.Range(1, 5).Select(i => $"source-{i}").ToArray();

        await silo.IngestAsync([.. sources.Select(s => Entry($"https://{s}.example/wire", "Harbour floods after the storm", Fetched, source: s))]);
        await silo.IngestAsync([.. sources.Select(s => Entry("https://one.example/address", "Castle wins a design prize", Fetched, source: s))]);
        await silo.CatchUpAsync("en");

        await silo.AssertAsUndisturbedAsync("en", 6);
        Assert.Equal(1, await silo.ScalarAsync<long>("SELECT count(*) FROM trends WHERE items = 5 AND sources = 5"));
        Assert.Equal(1, await silo.ScalarAsync<long>("SELECT count(*) FROM trends WHERE items = 1 AND sources = 1"));
    }

    [DatabaseFact]
    public async Task Ten_thousand_items_of_one_source_at_once_all_belong_somewhere_and_a_restart_goes_on_from_the_snapshot()
    {
        await using var silo = await StartAsync();
        var documents = Enumerable.Range(0, 10_000)
            .Select(i => Entry($"https://a.example/{i}", $"{places[i % 8]} {i / 40} {events[i / 8 % 5]}", Fetched.AddSeconds(i - 20_000), source: "torrent")).ToArray();

        await Task.WhenAll(documents.Chunk(2_500).Select(part => silo.IngestAsync(part)));
        await silo.CatchUpAsync("en");
        await silo.RestartAsync();
        await silo.IngestAsync(Entry("https://a.example/after", "Harbour 7 floods after the storm", Fetched));
        await silo.CatchUpAsync("en");

        await silo.AssertAsUndisturbedAsync("en", 10_001);
        Assert.InRange(await silo.ScalarAsync<long>("SELECT count(*) FROM board_snapshots"), 1, 2);
    }

    [DatabaseTheory]
    [InlineData("UPDATE board_snapshots SET body = body || 'x'::bytea WHERE seq = (SELECT max(seq) FROM board_snapshots)")]
    [InlineData("UPDATE board_snapshots SET body = 'no board'::bytea, checksum = sha256('no board'::bytea) WHERE seq = (SELECT max(seq) FROM board_snapshots)")]
    [InlineData("UPDATE board_snapshots SET body = ''::bytea")]
    [InlineData("DELETE FROM board_snapshots")]
    public async Task A_board_whose_snapshot_is_corrupt_comes_back_from_what_was_decided(string damage)
    {
        await using var silo = await StartAsync();
        var titles = Enumerable.Range(0, 4_500).Select(i => $"{places[i % 8]} {i / 40} {events[i / 8 % 5]}").ToArray();
        var documents = titles.Select((title, i) => Entry($"https://a.example/{i}", title, Fetched.AddSeconds(i - 20_000), source: $"s{i % 3}")).ToArray();
        await silo.IngestAsync(documents[..4_400]);
        await silo.CatchUpAsync("en");
        Assert.InRange(await silo.ScalarAsync<long>("SELECT count(*) FROM board_snapshots"), 1, 2);
        await using (var command = silo.Database.DataSource.CreateCommand(damage))
        {
            Assert.InRange(await command.ExecuteNonQueryAsync(), 1, 2);
        }

        await silo.RestartAsync();
        await silo.IngestAsync(documents[4_400..]);
        await silo.CatchUpAsync("en");

        await silo.AssertAsUndisturbedAsync("en", documents.Length);
    }

    [DatabaseFact]
    public async Task A_second_activation_that_wrote_in_between_makes_the_first_read_again()
    {
        await using var silo = await StartAsync();
        await silo.IngestAsync(Entry("https://a.example/1", "Harbour floods after the storm", Fetched));
        await silo.CatchUpAsync("en");

        await using (var other = await GrainSilo.StartAsync(silo.Database))
        {
            await silo.Silo.Get<Storage.Items.IngestStore>().AcceptAsync(
                new Abstractions.Ingest.IngestBatch { Source = Hosting.Sources.File(), Documents = [Entry("https://a.example/2", "Harbour floods after the storm", Fetched)] }, default);
            await silo.IngestAsync(Entry("https://a.example/2", "Harbour floods after the storm", Fetched));
            await other.Grains.GetGrain<ITrendBoardGrain>("en").CatchUpAsync(default);
        }

        await silo.IngestAsync(Entry("https://a.example/3", "Castle opens to the public", Fetched));
        await silo.CatchUpAsync("en");

        await silo.AssertAsUndisturbedAsync("en", 3);
    }

    [DatabaseFact]
    public async Task What_an_item_says_later_does_not_change_where_it_belongs()
    {
        await using var silo = await StartAsync();
        var first = Entry("https://a.example/1", "Harbour floods after the storm", Fetched);
        await silo.IngestAsync(first);
        await silo.IngestAsync(Entry("https://a.example/1", "Castle wins a design prize", Fetched));
        await silo.CatchUpAsync("en");

        Assert.Equal("Harbour floods after the storm", await silo.ScalarAsync<string>("SELECT label FROM trends"));
        await silo.AssertAsUndisturbedAsync("en", 1);
    }
}
