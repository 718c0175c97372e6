using TrendGrains.Grains.Items;

namespace TrendGrains.Grains.Tests.Items;

public sealed class ItemRetryTests
{
    [Fact]
    public void A_batch_that_was_put_off_comes_back_spread_over_seconds()
    {
        var random = new Random(7);
        var pauses = Enumerable.Range(0, 256).Select(_ => ItemRetry.After(0, Item(random)).TotalSeconds).ToArray();

        Assert.All(pauses, p => Assert.InRange(p, 5, 10));
        Assert.All(pauses.GroupBy(p => Math.Floor(p)), second => Assert.InRange(second.Count(), 25, 80));
    }

    [Fact]
    public void The_same_item_waits_as_long_each_time_it_is_asked_and_longer_after_each_retry()
    {
        var item = Item(new Random(3));

        var pauses = Enumerable.Range(0, 9).Select(retries => ItemRetry.After(retries, item)).ToArray();

        Assert.Equal(pauses, Enumerable.Range(0, 9).Select(retries => ItemRetry.After(retries, item)));
        Assert.All(pauses.Zip(pauses.Skip(1)).Take(7), pair => Assert.True(pair.First < pair.Second));
        Assert.All(pauses, p => Assert.InRange(p, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(20)));
        Assert.InRange(pauses.Take(ItemRetry.Believing).Sum(p => p.TotalMinutes), 5, 12);
    }

    private static Guid Item(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
