using TrendGrains.Trends.Clustering;

namespace TrendGrains.Trends.Tests.Clustering;

public sealed class BoardSnapshotTests
{
    private static readonly BoardOptions options = new();

    [Fact]
    public void A_new_board_can_be_saved_and_loaded()
    {
        var loaded = Board.Load(new Board("ko", options).Save(), options);

        Assert.Equal(("ko", 0, DateTimeOffset.MinValue, 0), (loaded.Language, loaded.Seq, loaded.Now, loaded.OpenCount));
    }

    [Fact]
    public void Any_byte_that_differs_makes_it_no_snapshot()
    {
        var snapshot = Some().Save();
        for (var at = 0; at < snapshot.Length; at += 7)
        {
            var broken = (byte[])snapshot.Clone();
            broken[at] ^= 0x20;

            Assert.Throws<InvalidDataException>(() => Board.Load(broken, options));
        }
    }

    [Fact]
    public void A_snapshot_cut_short_anywhere_is_none()
    {
        var snapshot = Some().Save();
        for (var length = 0; length < snapshot.Length; length += 11)
        {
            Assert.Throws<InvalidDataException>(() => Board.Load(snapshot[..length], options));
        }
    }

    [Fact]
    public void A_whole_body_of_nonsense_is_refused_though_its_checksum_holds()
    {
        var random = new Random(5);
        var good = Some().Save()[..^32];
        for (var round = 0; round < 300; round++)
        {
            var body = (byte[])good.Clone();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            // It may be a board by chance, and is then one; what it must not do is fail in another way.
            try
            {
                Board.Load([.. body, .. System.Security.Cryptography.SHA256.HashData(body)], options);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        byte[] body = [.. Some().Save()[..^32], 0];

        Assert.Throws<InvalidDataException>(() => Board.Load([.. body, .. System.Security.Cryptography.SHA256.HashData(body)], options));
    }

    [Fact]
    public void Loads_with_less_room_than_it_was_saved_with()
    {
        var loaded = Board.Load(Some().Save(), options with { LargestBoard = 3, LargestVocabulary = 1024 });
        loaded.Assign(PretendStream.Item(10_000, "Something else happens"));

        Assert.InRange(loaded.OpenCount, 1, 3);
    }

    private static Board Some()
    {
        var board = new Board("en", options);
        foreach (var item in PretendStream.Of(3, 40))
        {
            board.Assign(item);
        }

        return board;
    }
}
