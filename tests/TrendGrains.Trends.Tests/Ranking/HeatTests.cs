using FsCheck;
using FsCheck.Fluent;
using TrendGrains.Trends.Ranking;

namespace TrendGrains.Trends.Tests.Ranking;

public sealed class HeatTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Is_the_decayed_sum_whatever_the_order_of_arrival() => Check.QuickThrowOnFailure(Prop.ForAll<ushort[]>(minutes =>
    {
        var now = start.AddDays(2);
        var heat = minutes.Aggregate(Heat.None, (h, m) => h.Add(start.AddMinutes(m % 2880), 1));
        var expected = minutes.Sum(m => Math.Pow(0.5, (now - start.AddMinutes(m % 2880)) / Heat.MainHalfLife));

        Assert.Equal(expected, heat.ScoreAt(now), 1e-6);
    }));

    [Fact]
    public void An_arrival_that_weighs_nothing_changes_nothing()
    {
        var heat = Heat.None.Add(start, 1);

        Assert.Equal(heat, heat.Add(start.AddHours(1), 0));
        Assert.Equal(0, Heat.None.Add(start, 0).ScoreAt(start));
    }
}
