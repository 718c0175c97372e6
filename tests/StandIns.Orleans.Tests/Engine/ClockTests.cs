using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using TrendGrains.StandIns.Orleans.Tests.Hosting;
using TrendGrains.StandIns.Orleans.Tests.Lifecycle;
using TrendGrains.StandIns.Orleans.Tests.Reminders;
using TrendGrains.StandIns.Orleans.Tests.Timers;
using TrendGrains.StandIns.Orleans.Tests.Turns;
using TrendGrains.TestKit;

namespace TrendGrains.StandIns.Orleans.Tests.Engine;

/// <summary>Every clock of the silo is the container's, so that a test can move it.</summary>
[Trait("Build", "engine")]
public sealed class ClockTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private TestSilo? _silo;

    private TestSilo Silo => _silo!;

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync(silo =>
    {
        silo.Services.AddSingleton<TimeProvider>(_clock);
        silo.UseInMemoryReminderService().Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromHours(3));
    });

    public async Task DisposeAsync() => await _silo!.DisposeAsync();

    [Fact]
    public async Task Collects_what_is_idle_for_the_collection_age_and_not_before()
    {
        var grain = Silo.Grains.GetGrain<ILifeGrain>("clock idle");
        var first = await grain.IncarnationAsync().Within("the grain answers");

        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(first, await grain.IncarnationAsync().Within("the grain is still the same, and now used again"));
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(first, await grain.IncarnationAsync().Within("the grain is still the same"));
        _clock.Advance(TimeSpan.FromMinutes(17));

        Assert.Equal("ActivationIdle", await Signals.Raised("clock idle ended").Within("the grain is collected"));
        Assert.NotEqual(first, await grain.IncarnationAsync().Within("the next activation answers"));
    }

    [Fact]
    public async Task DelayDeactivation_puts_idle_collection_off()
    {
        var grain = Silo.Grains.GetGrain<ILifeGrain>("clock delayed");
        var first = await grain.IncarnationAsync().Within("the grain answers");
        await grain.DelayDeactivationAsync(TimeSpan.FromHours(1)).Within("the delay is set");

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(Signals.IsRaised("clock delayed ended"));
        Assert.Equal(first, await grain.IncarnationAsync().Within("the grain is still the same"));
        _clock.Advance(TimeSpan.FromMinutes(20));

        await Signals.Raised("clock delayed ended").Within("the grain is collected");
    }

    [Fact]
    public async Task A_grain_that_works_is_never_idle()
    {
        var grain = Silo.Grains.GetGrain<IPlainTurnGrain>("clock busy");
        var work = grain.WorkAsync("clock busy");
        await Signals.Raised("clock busy started").Within("the call starts");

        _clock.Advance(TimeSpan.FromHours(1));
        Signals.Raise("clock busy go");

        Assert.Equal(1, await work.Within("the call ends on the same activation"));
    }

    [Fact]
    public async Task A_call_times_out_after_the_response_timeout_and_not_before()
    {
        var grain = Silo.Grains.GetGrain<IPlainTurnGrain>("clock timeout");
        var work = grain.WorkAsync("clock timeout");
        var waiting = grain.WorkAsync("clock timeout waiting");
        await Signals.Raised("clock timeout started").Within("the call starts");

        _clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        Assert.False(work.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAsync<TimeoutException>(() => work.Within("the running call times out"));
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.Within("the waiting call times out"));

        // What was answered by the time-out is not begun any more.
        Signals.Raise("clock timeout go");
        Signals.Raise("clock timeout after go");
        await grain.WorkAsync("clock timeout after").Within("the grain lives on");
        Assert.False(Signals.IsRaised("clock timeout waiting started"));
    }

    [Fact]
    public async Task A_timer_counts_its_period_from_the_end_of_its_tick()
    {
        var grain = Silo.Grains.GetGrain<ITimerGrain>("clock timer");
        await grain.StartAsync("clock timer", interleave: false, failing: false).Within("the timer starts");

        _clock.Advance(TimeSpan.FromMilliseconds(9));
        Assert.Equal(0, await grain.TicksAsync("clock timer").Within("the grain answers"));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Signals.Raised("clock timer tick 1").Within("it ticks when it is due");
        Assert.Equal(1, await grain.TicksAsync("clock timer").Within("the tick has ended"));
        _clock.Advance(TimeSpan.FromMilliseconds(10));

        await Signals.Raised("clock timer tick 2").Within("it ticks again");
    }

    [Fact]
    public async Task A_reminder_ticks_at_its_due_time_and_keeps_to_its_beat()
    {
        var grain = Silo.Grains.GetGrain<IReminderGrain>("clock reminder");
        await grain.RegisterAsync("daily", TimeSpan.FromDays(3), TimeSpan.FromDays(1)).Within("it is registered");

        _clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await grain.TicksAsync("daily").Within("the grain answers"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        await Signals.Raised("clock reminder daily tick 1").Within("it ticks");
    }
}
