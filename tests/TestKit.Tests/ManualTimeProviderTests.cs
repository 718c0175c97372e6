namespace TrendGrains.TestKit.Tests;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        var before = clock.GetUtcNow();
        Assert.Equal(before, clock.GetUtcNow());

        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(before.AddSeconds(3), clock.GetUtcNow());
    }

    [Fact]
    public void Elapsed_time_follows_the_clock()
    {
        var start = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromMilliseconds(1500));
        Assert.Equal(TimeSpan.FromMilliseconds(1500), clock.GetElapsedTime(start));
    }

    [Fact]
    public void Refuses_to_go_back()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.SetUtcNow(clock.GetUtcNow().AddTicks(-1)));
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock);

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.Equal(0, clock.ArmedTimers);
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_each_period_in_one_move()
    {
        var moments = new List<TimeSpan>();
        var start = clock.GetTimestamp();
        using var timer = clock.CreateTimer(
            _ => moments.Add(clock.GetElapsedTime(start)), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5)], moments);
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_then_of_their_arming()
    {
        var order = new List<string>();
        using var late = Once("late", 2);
        using var first = Once("first", 1);
        using var second = Once("second", 1);

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(["first", "second", "late"], order);

        ITimer Once(string name, int seconds) =>
            clock.CreateTimer(_ => order.Add(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_timer_armed_by_a_callback_fires_within_the_same_move()
    {
        var fired = new List<TimeSpan>();
        var start = clock.GetTimestamp();
        ITimer? inner = null;
        using var outer = clock.CreateTimer(
            _ => inner = clock.CreateTimer(
                _ => fired.Add(clock.GetElapsedTime(start)), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([TimeSpan.FromSeconds(2)], fired);
        inner!.Dispose();
    }

    [Fact]
    public void A_disposed_timer_neither_fires_nor_can_be_armed_again()
    {
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        timer.Dispose();

        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, fired);
    }

    [Fact]
    public async Task The_barrier_opens_when_the_code_under_test_begins_to_wait()
    {
        var armed = clock.TimersArmedAsync();
        Assert.False(armed.IsCompleted);

        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);

        await armed;
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(cancellation.IsCancellationRequested);
    }
}
