using TrendGrains.Abstractions.Items;
using TrendGrains.Grains.Items;
using TrendGrains.Storage.Items;

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
        Assert.All(pauses.Zip(pauses.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(pauses, p => Assert.InRange(p, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(45)));
        Assert.InRange(pauses.Take(ItemRetry.Believing).Sum(p => p.TotalMinutes), 5, 12);
    }

    [Fact]
    public void All_tries_of_an_item_span_days_and_the_last_ones_are_hours_apart()
    {
        var item = Item(new Random(5));
        var pauses = Enumerable.Range(0, ItemRetry.Most).Select(retries => ItemRetry.After(retries, item)).ToArray();

        Assert.InRange(pauses.Sum(p => p.TotalHours), 36, 84);
        Assert.InRange(pauses[^1], TimeSpan.FromHours(6), TimeSpan.FromHours(12));
        Assert.InRange(ItemRetry.AfterFailure(ItemRetry.Most, item), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20));
    }

    [Theory]
    [InlineData(new[] { "tone", "topic" }, true)]
    [InlineData(new[] { "topic" }, false)]
    [InlineData(new[] { "topic", "summary" }, false)]
    public void A_try_after_which_the_same_parts_are_missing_learnt_nothing(string[] missing, bool expected)
    {
        var known = new KnownParts(Guid.Empty, ["topic", "tone"], [], null, null, null);
        var understood = new UnderstoodItem
        {
            ItemId = Guid.NewGuid(), State = ItemState.Partial, ContentHash = Guid.Empty, Missing = [.. missing.Select(m => new MissingPart(m, "busy"))],
        };

        Assert.Equal(expected, ItemRetry.LearntNothing(known, understood));
        Assert.False(ItemRetry.LearntNothing(null, understood));
        Assert.False(ItemRetry.LearntNothing(known with { Summary = new ItemSummary("1", []) }, understood));
        Assert.False(ItemRetry.LearntNothing(known with { ContentHash = Guid.NewGuid() }, understood));
        Assert.False(ItemRetry.LearntNothing(known, understood with { State = ItemState.Understood }));
    }

    private static Guid Item(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
