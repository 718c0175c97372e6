using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Trends;

public sealed class TrendStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset now = MigratedDatabase.Start;

    [DatabaseFact]
    public async Task A_rank_is_compared_with_that_of_a_quarter_of_an_hour_ago()
    {
        var (moved, fresh) = (Guid.NewGuid(), Guid.NewGuid());
        await TrendAsync(moved, "qts", rank: 2);
        await TrendAsync(fresh, "qts", rank: 1);
        await PointAsync(moved, now.AddMinutes(-50), rank: 7);
        await PointAsync(moved, now.AddMinutes(-20), rank: 4);
        await PointAsync(moved, now.AddMinutes(-10), rank: 2);
        await PointAsync(fresh, now.AddMinutes(-10), rank: 1);

        Assert.Equal((2, 4), await RanksAsync(moved));
        Assert.Equal((1, null), await RanksAsync(fresh));
    }

    [DatabaseFact]
    public async Task A_trend_that_is_asked_for_tells_its_whole_life_and_one_of_many_its_last_two_days()
    {
        var trend = Guid.NewGuid();
        await TrendAsync(trend, "qtv", rank: 1);
        await PointAsync(trend, now.AddDays(-40), rank: 1);
        await PointAsync(trend, now.AddHours(-1), rank: 1);

        Assert.Equal([now.AddDays(-40), now.AddHours(-1)], (await database.Get<TrendStore>().FindAsync(trend, default))!.Points.Select(p => p.Bucket));
        Assert.Equal([now.AddHours(-1)], Assert.Single(await database.Get<TrendStore>().TopAsync(new TrendQuery(1, "qtv"), default)).Points.Select(p => p.Bucket));
    }

    [DatabaseFact]
    public async Task Items_wait_also_on_a_board_that_has_taken_none_yet()
    {
        var before = (await database.Get<TrendStore>().HealthAsync(default)).Waiting;
        await ArrivalAsync("qtw", 3_000_001);
        await ArrivalAsync("qtw", 3_000_002);
        Assert.Equal(before + 2, (await database.Get<TrendStore>().HealthAsync(default)).Waiting);

        await database.ExecuteAsync("INSERT INTO boards (board, seq, now) VALUES ('qtw', 3000001, $1)", now);
        Assert.Equal(before + 1, (await database.Get<TrendStore>().HealthAsync(default)).Waiting);
    }

    [DatabaseFact]
    public async Task A_trend_is_synthetic_while_all_its_items_are()
    {
        var (madeUp, real) = (UniqueSource(), UniqueSource());
        foreach (var source in new[] { madeUp, real })
        {
            await database.Get<SourceStore>().UpsertAsync(new() { Slug = source, Kind = Abstractions.Sources.SourceKind.File, Url = "", Synthetic = source == madeUp }, default);
        }

        var trend = Guid.NewGuid();
        await TrendAsync(trend, "qtu", rank: 1);
        await MemberAsync(trend, madeUp, 1_000_001);
        Assert.True((await database.Get<TrendStore>().FindAsync(trend, default))!.Synthetic);

        await MemberAsync(trend, real, 1_000_002);
        Assert.False((await database.Get<TrendStore>().FindAsync(trend, default))!.Synthetic);
        Assert.Equal([false, true], (await database.Get<TrendStore>().MembersAsync([trend], 5, default)).Select(m => m.Synthetic));
    }

    private async Task<(int?, int?)> RanksAsync(Guid trend) =>
        await database.Get<TrendStore>().FindAsync(trend, default) is { } found ? (found.Rank, found.PreviousRank) : default;

    private async Task TrendAsync(Guid id, string board, int rank)
    {
        await database.ExecuteAsync("INSERT INTO boards (board, seq, now) VALUES ($1, 1, $2) ON CONFLICT (board) DO NOTHING", board, now);
        await database.ExecuteAsync(
            """
            INSERT INTO trends (id, board, first_item, label, first_seen, last_seen, items, sources, heat_fast, heat, heat_slow, rank)
            VALUES ($1, $2, $1, 'Label', $3, $3, 2, 2, 1, 1, 1, $4)
            """, id, board, now, rank);
    }

    private Task PointAsync(Guid trend, DateTimeOffset bucket, int rank) =>
        database.ExecuteAsync("INSERT INTO trend_points (trend_id, bucket, items, sources, score, rank) VALUES ($1, $2, 1, 1, 1, $3)", trend, bucket, rank);

    private Task ArrivalAsync(string board, long seq) => database.ExecuteAsync(
        "INSERT INTO arrivals (seq, board, item_id, source, url, language, event_time, text) VALUES ($1, $2, $3, 's', 'https://example.com/', 'en', $4, '')",
        seq, board, Guid.NewGuid(), now);

    private async Task MemberAsync(Guid trend, string source, long seq)
    {
        var item = Guid.NewGuid();
        await database.ExecuteAsync(
            "INSERT INTO items (id, source, state, url, fetched_at, content_hash) VALUES ($1, $2, 'understood', 'https://example.com/', $3, $1)", item, source, now);
        await database.ExecuteAsync(
            """
            INSERT INTO trend_items (item_id, trend_id, seq, board, similarity, title_part, body_part, dense_part, recency_part)
            VALUES ($1, $2, $3, 'qtu', 1, 1, 1, 1, 1)
            """, item, trend, seq);
    }
}
