using TrendGrains.Storage.Items;
using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Trends;

public sealed class BoardStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private BoardStore Boards => database.Get<BoardStore>();

    [DatabaseFact]
    public async Task A_turn_that_does_not_begin_where_the_board_stands_stores_nothing()
    {
        await Boards.StoreAsync(Turn("qaa", 0, 1), default);

        await Assert.ThrowsAsync<BoardConflictException>(() => Boards.StoreAsync(Turn("qaa", 0, 2), default));

        Assert.Equal(1, await Boards.PositionAsync("qaa", default));
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM trend_items WHERE board = 'qaa'"));
    }

    [DatabaseFact]
    public async Task Two_snapshots_are_kept_and_one_with_a_wrong_checksum_is_named_and_passed_over()
    {
        await Boards.StoreAsync(Turn("qab", 0, 11) with { Snapshot = [1] }, default);
        await Boards.StoreAsync(Turn("qab", 11, 12) with { Snapshot = [2] }, default);
        await Boards.StoreAsync(Turn("qab", 12, 13) with { Snapshot = [3] }, default);
        await database.ExecuteAsync("UPDATE board_snapshots SET body = '\\x09' WHERE board = 'qab' AND seq = 13");
        var corrupt = new List<long>();

        var read = await Boards.ReadSnapshotAsync("qab", 13, corrupt.Add, default);

        Assert.Equal([13], corrupt);
        Assert.Equal((12, (byte)2), (read!.Seq, read.Body.Single()));
        Assert.Null(await Boards.ReadSnapshotAsync("qab", 11, corrupt.Add, default));
    }

    [DatabaseFact]
    public async Task Points_of_one_bucket_add_up_in_any_month()
    {
        var longAgo = MigratedDatabase.Start.AddYears(-10);
        await Boards.StoreAsync(Turn("qac", 0, 21, longAgo), default);
        await Boards.StoreAsync(Turn("qac", 21, 22, longAgo), default);

        Assert.Equal(2, await database.ScalarAsync<int>("SELECT items FROM trend_points WHERE bucket = $1", longAgo));
    }

    [DatabaseFact]
    public async Task What_a_person_deletes_is_gone_from_what_boards_read()
    {
        var source = UniqueSource();
        var url = $"https://{source}.example/1";
        await database.Get<IngestStore>().AcceptAsync(Batch(source, Document(url)), default);
        await database.Get<IngestStore>().UnderstandAsync(source, [Understood(url) with { Board = "qad" }], [], [], default);
        Assert.Equal("Title", Assert.Single(await database.Get<ArrivalStore>().ReadAsync("qad", 0, 10, default)).Title);

        await database.Get<ItemStore>().DeleteAsync(Abstractions.Items.ItemKey.FromUrl(url), default);

        var left = Assert.Single(await database.Get<ArrivalStore>().ReadAsync("qad", 0, 10, default));
        Assert.Equal((null, "", true), (left.Title, left.Text, left.Embedding is null));
    }

    private static BoardTurn Turn(string board, long after, long seq, DateTimeOffset? bucket = null)
    {
        var trend = TrendGrains.Text.TextHash.Hash128(board);
        return new BoardTurn
        {
            Board = board,
            After = after,
            Seq = seq,
            Now = MigratedDatabase.Start,
            Items = [new TrendItemRow { ItemId = Guid.NewGuid(), TrendId = trend, Seq = seq, Board = board }],
            Trends = [new TrendUpdate(trend, trend, "Label", ["word"], MigratedDatabase.Start, MigratedDatabase.Start, 1, 1, 1, 1, 1)],
            Points = [new TrendPointUpdate(trend, bucket ?? MigratedDatabase.Start, 1, 1, 1)],
        };
    }
}
