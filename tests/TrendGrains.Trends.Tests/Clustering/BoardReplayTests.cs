using FsCheck;
using FsCheck.Fluent;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Trends.Tests.Clustering;

/// <summary>However a board came to where it is, it is the same board: byte for byte, and in everything that it decides from there.</summary>
public sealed class BoardReplayTests
{
    private static readonly Config config = Config.QuickThrowOnFailure.WithMaxTest(30);
    private static readonly BoardOptions small = new() { Memory = TimeSpan.FromDays(2), LargestBoard = 40, LargestVocabulary = 1024 };

    [Fact]
    public void The_same_items_give_the_same_board() => Check.One(config, Prop.ForAll<int>(seed =>
    {
        var (one, other) = (new Board("en", small), new Board("en", small));
        var items = PretendStream.Of(seed, 150);

        Assert.Equal(items.Select(one.Assign), items.Select(other.Assign));
        Assert.Equal(one.Save(), other.Save());
    }));

    [Fact]
    public void Restoring_what_was_decided_is_deciding_it() => Check.One(config, Prop.ForAll<int>(seed =>
    {
        var (decided, restored) = (new Board("en", small), new Board("en", small));
        foreach (var item in PretendStream.Of(seed, 150))
        {
            restored.Restore(item, decided.Assign(item).Trend);
        }

        Assert.Equal(decided.Save(), restored.Save());
    }));

    [Fact]
    public void A_board_read_from_a_snapshot_goes_on_as_if_it_had_never_stopped() => Check.One(config, Prop.ForAll<int, byte>((seed, cut) =>
    {
        var (running, stopped) = (new Board("en", small), new Board("en", small));
        var items = PretendStream.Of(seed, 200);
        for (var i = 0; i < items.Length; i++)
        {
            if (i == cut % items.Length)
            {
                stopped = Board.Load(stopped.Save(), small);
            }

            Assert.Equal(running.Assign(items[i]), stopped.Assign(items[i]));
            AssertSame(running.Find(running.Open.Last().Id)!, stopped.Find(running.Open.Last().Id)!);
        }

        Assert.Equal(running.Save(), stopped.Save());
    }));

    [Fact]
    public void Never_holds_more_than_it_may_and_closes_what_rests() => Check.One(config, Prop.ForAll<int>(seed =>
    {
        var board = new Board("en", small);
        foreach (var item in PretendStream.Of(seed, 150))
        {
            var trend = board.Assign(item).Trend;

            Assert.InRange(board.OpenCount, 1, small.LargestBoard);
            Assert.NotNull(board.Find(trend));
            Assert.All(board.Open, t => Assert.True(t.LastSeen >= board.Now - small.Memory || t.Id == trend));
        }
    }));

    private static void AssertSame(TrendState expected, TrendState actual)
    {
        Assert.Equal(expected with { Keywords = actual.Keywords }, actual);
        Assert.Equal(expected.Keywords, actual.Keywords);
    }
}
