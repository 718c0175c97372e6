using TrendGrains.Input;
using TrendGrains.TestKit;

namespace TrendGrains.Tests.Input;

public sealed class RunningTimeTests
{
    private static readonly DateTimeOffset today = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RunningTime running = new(new ManualTimeProvider(today));

    [Fact]
    public void What_is_stated_stands()
    {
        Assert.Equal(today.AddYears(-10), running.Next(today.AddYears(-10)));
        Assert.Equal(today.AddDays(-1), running.Next(today.AddDays(-1)));
        Assert.Equal(today, running.Next(today));
    }

    [Fact]
    public void An_item_without_time_or_from_the_future_takes_that_of_the_item_before()
    {
        running.Next(today.AddDays(-2));

        Assert.Equal(today.AddDays(-2), running.Next(null));
        Assert.Equal(today.AddDays(-2), running.Next(today.AddSeconds(1)));
        Assert.Equal(today.AddDays(-2), running.Next(null));
    }

    [Fact]
    public void Before_any_time_was_told_it_is_the_first_that_comes()
    {
        running.StartFrom([null, today.AddYears(70), today.AddDays(-3), today.AddDays(-2)]);

        Assert.Equal(today.AddDays(-3), running.Next(null));
    }

    [Fact]
    public void Where_nothing_has_told_a_time_there_is_none() => Assert.Null(running.Next(null));
}
