using TrendGrains.Importing;
using TrendGrains.TestKit;

namespace TrendGrains.Tests.Importing;

public sealed class ReplayPaceTests
{
    private static readonly DateTimeOffset start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider clock = new();

    [Fact]
    public void An_hour_at_3600_times_is_a_second()
    {
        var pace = new ReplayPace(3600, clock);

        Assert.Equal(TimeSpan.Zero, pace.WaitFor(start));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.WaitFor(start.AddHours(1)));
        clock.Advance(TimeSpan.FromSeconds(0.75));
        Assert.Equal(TimeSpan.FromSeconds(1.25), pace.WaitFor(start.AddHours(2)));
    }

    [Fact]
    public void What_is_due_within_a_tick_waits_for_the_same_moment()
    {
        var pace = new ReplayPace(3600, clock);
        pace.WaitFor(start);

        Assert.Equal(TimeSpan.FromSeconds(0.25), pace.WaitFor(start.AddSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(0.25), pace.WaitFor(start.AddMinutes(15)));
        Assert.Equal(TimeSpan.FromSeconds(0.5), pace.WaitFor(start.AddMinutes(15.01)));
    }

    [Fact]
    public void A_stream_that_is_late_does_not_wait()
    {
        var pace = new ReplayPace(3600, clock);
        pace.WaitFor(start);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.Zero, pace.WaitFor(start.AddHours(4)));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.WaitFor(start.AddHours(6)));
    }

    [Fact]
    public void A_gap_of_ten_years_counts_as_a_day()
    {
        var pace = new ReplayPace(86_400, clock);
        pace.WaitFor(start);

        Assert.Equal(TimeSpan.FromSeconds(1), pace.WaitFor(start.AddYears(10)));
        Assert.Equal(TimeSpan.FromSeconds(1.5), pace.WaitFor(start.AddYears(10).AddHours(12)));
    }

    [Fact]
    public void Speed_nought_never_waits()
    {
        var pace = new ReplayPace(0, clock);
        pace.WaitFor(start);

        Assert.Equal(TimeSpan.Zero, pace.WaitFor(start.AddYears(1)));
    }
}
