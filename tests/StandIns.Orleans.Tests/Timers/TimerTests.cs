using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Timers;

[Trait("Build", "contract")]
public sealed class TimerTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task A_timer_waits_for_a_running_call_unless_it_interleaves()
    {
        var grain = silo.Grains.GetGrain<ITimerGrain>("busy");
        await grain.StartAsync("busy interleaving", interleave: true, failing: false).Within("the timer starts");
        await grain.StartAsync("busy plain", interleave: false, failing: false).Within("the other timer starts");

        Assert.Equal(0, await grain.BusyUntilAsync("busy interleaving", 10, "busy plain").Within("the interleaving timer ticks ten times"));

        var ticks = await grain.TicksAsync("busy plain").Within("the grain answers");
        await Signals.Raised($"busy plain tick {ticks + 2}").Within("the plain timer ticks after the call");
    }

    [Fact]
    public async Task A_tick_is_a_turn_and_a_failing_one_does_not_end_the_timer()
    {
        var grain = silo.Grains.GetGrain<ITimerGrain>("failing");
        await grain.StartAsync("failing", interleave: false, failing: true).Within("the timer starts");

        Assert.Equal("on the activation", await Signals.Raised("failing tick 3").Within("it ticks three times"));
    }

    [Fact]
    public async Task Disposing_a_timer_ends_it()
    {
        var grain = silo.Grains.GetGrain<ITimerGrain>("disposed");
        await grain.StartAsync("disposed", interleave: false, failing: false).Within("the timer starts");
        await grain.StartAsync("witness", interleave: false, failing: false).Within("the other timer starts");
        await Signals.Raised("disposed tick 1").Within("it ticks");

        await grain.StopAsync("disposed").Within("it is disposed");
        var ticks = await grain.TicksAsync("disposed").Within("the grain answers");
        var witness = await grain.TicksAsync("witness").Within("the grain answers");
        await Signals.Raised($"witness tick {witness + 5}").Within("the other goes on");

        Assert.Equal(ticks, await grain.TicksAsync("disposed").Within("the grain answers"));
    }

    [Fact]
    public async Task Change_starts_a_timer_anew()
    {
        var grain = silo.Grains.GetGrain<ITimerGrain>("changed");

        await grain.StartLateThenNowAsync("changed").Within("the timer starts");

        await Signals.Raised("changed tick 1").Within("it ticks now and not in an hour");
    }

    [Fact]
    public async Task Refuses_a_negative_time() =>
        Assert.Equal("refused", await silo.Grains.GetGrain<ITimerGrain>("wrong").StartWrongAsync().Within("the grain answers"));
}
