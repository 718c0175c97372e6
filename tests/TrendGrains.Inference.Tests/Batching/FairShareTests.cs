using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;

namespace TrendGrains.Inference.Tests.Batching;

public sealed class FairShareTests
{
    private static readonly BatchingOptions options = new(8, 1_000_000, TimeSpan.Zero, TimeSpan.FromMinutes(1)) { BucketStep = 16, MostCells = 256 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bulk_keeps_a_quarter_of_the_places_and_nothing_starves_whatever_comes(int seed)
    {
        var random = new Random(seed);
        var line = new WaitingLine<int, int>(options, length => length);
        List<CallPriority> taken = [];
        for (var round = 0; round < 400; round++)
        {
            // More interactive items come than a batch holds: bulk would never be reached without its share.
            Add(line, CallPriority.Interactive, [.. Enumerable.Range(0, random.Next(8, 14)).Select(_ => random.Next(1, 100))]);
            Add(line, CallPriority.Bulk, [.. Enumerable.Range(0, random.Next(4, 8)).Select(_ => random.Next(1, 100))]);
            taken.AddRange(line.Take().Select(t => t.Request.Priority));
        }

        for (var start = 0; start + 400 <= taken.Count; start += 50)
        {
            // A batch holds one bucket, so a share is paid a batch or two late.
            Assert.InRange(taken.Skip(start).Take(400).Count(p => p == CallPriority.Bulk), 75, 125);
        }
    }

    [Fact]
    public void Alone_either_takes_all_places()
    {
        var line = new WaitingLine<int, int>(options, _ => 1);
        Add(line, CallPriority.Bulk, [.. Enumerable.Repeat(1, 8)]);
        Assert.Equal(8, line.Take().Count);
        Add(line, CallPriority.Interactive, [.. Enumerable.Repeat(1, 8)]);
        Assert.Equal(8, line.Take().Count);
    }

    [Fact]
    public void An_interactive_item_goes_before_bulk_that_came_earlier()
    {
        var line = new WaitingLine<int, int>(options, _ => 1);
        Add(line, CallPriority.Bulk, [.. Enumerable.Repeat(1, 100)]);
        Add(line, CallPriority.Interactive, [1]);

        Assert.Equal(CallPriority.Interactive, line.Take()[0].Request.Priority);
    }

    [Fact]
    public void A_batch_of_one_gives_bulk_every_fourth_turn()
    {
        var line = new WaitingLine<int, int>(options with { MaxBatch = 1 }, _ => 1);
        Add(line, CallPriority.Bulk, [.. Enumerable.Repeat(1, 50)]);
        Add(line, CallPriority.Interactive, [.. Enumerable.Repeat(1, 50)]);

        Assert.Equal(10, Enumerable.Range(0, 40).Count(_ => line.Take()[0].Request.Priority == CallPriority.Bulk));
    }

    [Fact]
    public void Short_and_long_items_do_not_share_a_batch_and_the_longest_wait_goes_first()
    {
        var line = new WaitingLine<int, int>(options, length => length);
        foreach (var length in new[] { 5, 100, 7, 90, 16, 17 })
        {
            Add(line, CallPriority.Bulk, [length]);
        }

        Assert.Equal([5, 7, 16], line.Take().Select(t => t.Item));
        Assert.Equal([100, 90], line.Take().Select(t => t.Item));
        Assert.Equal([17], line.Take().Select(t => t.Item));
        Assert.Equal((0, 0L), (line.Count, line.Cells));
    }

    [Fact]
    public void A_batch_holds_no_more_cells_than_allowed_but_always_one_item()
    {
        var line = new WaitingLine<int, int>(options with { BucketStep = 0 }, length => length);
        Add(line, CallPriority.Bulk, [100, 100, 100, 1000]);

        Assert.Equal([2, 1, 1], new[] { line.Take().Count, line.Take().Count, line.Take().Count });
    }

    [Fact]
    public void What_left_is_not_counted_and_not_kept_for_ever()
    {
        var line = new WaitingLine<int, int>(options with { QueueLimit = 100 }, length => length);
        for (var i = 0; i < 1000; i++)
        {
            var request = Add(line, CallPriority.Bulk, [10, 20, 30]);
            Assert.Equal(3, line.Leave(request));
            Assert.Equal((0, 0L), (line.Count, line.Cells));
        }
        Add(line, CallPriority.Bulk, [10]);

        Assert.Single(line.Requests());
        Assert.Single(line.Take());
    }

    private static BatchRequest<int, int> Add(WaitingLine<int, int> line, CallPriority priority, int[] items)
    {
        var request = new BatchRequest<int, int>(items, priority, 0, long.MaxValue);
        line.Add(request);
        return request;
    }
}
