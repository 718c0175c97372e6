using TrendGrains.Press.Clock;
using TrendGrains.TestKit;

namespace TrendGrains.Press.Tests.Serving;

public sealed class PressClockTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Runs_at_its_speed_from_its_start()
    {
        var time = new ManualTimeProvider();
        var clock = new PressClock(time, start, 60, frozen: false, untilPresent: false);

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(start.AddHours(2), clock.Now);
    }

    [Fact]
    public void Stands_while_frozen_and_goes_on_from_there()
    {
        var time = new ManualTimeProvider();
        var clock = new PressClock(time, start, 60, frozen: true, untilPresent: false);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(start, clock.Now);

        clock.Change(new(Advance: TimeSpan.FromHours(1), Frozen: false));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(start.AddHours(2), clock.Now);
    }

    [Fact]
    public void Another_speed_counts_from_now_on()
    {
        var time = new ManualTimeProvider();
        var clock = new PressClock(time, start, 60, frozen: false, untilPresent: false);
        time.Advance(TimeSpan.FromMinutes(1));
        clock.Change(new(Speed: 1));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(start.AddMinutes(61), clock.Now);
    }

    [Fact]
    public void Hurries_to_the_present_and_then_walks_along_with_it()
    {
        var present = new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        var time = new ManualTimeProvider(present);
        var clock = new PressClock(time, present.AddHours(-36), 3600, frozen: false, untilPresent: true);

        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(present.AddHours(-6), clock.Now);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(present.AddMinutes(1), clock.Now);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(time.GetUtcNow(), clock.Now);
        Assert.Equal(time.GetUtcNow(), clock.Change(new(Advance: TimeSpan.FromHours(1))).Now);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void Refuses_a_speed_that_makes_no_sense(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PressClock(new ManualTimeProvider(), start, speed, frozen: false, untilPresent: false));
}
