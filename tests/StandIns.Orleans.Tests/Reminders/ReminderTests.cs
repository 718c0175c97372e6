using TrendGrains.StandIns.Orleans.Tests.Hosting;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.StandIns.Orleans.Tests.Reminders;

[Trait("Build", "contract")]
public sealed class ReminderTests(PostgresSilo silo) : IClassFixture<PostgresSilo>
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(200);

    [DatabaseFact]
    public async Task Ticks_again_and_again_until_it_is_unregistered()
    {
        var grain = silo.Grains.GetGrain<IReminderGrain>("ticking");

        Assert.Equal("often", await grain.RegisterAsync("often", s_soon, s_soon).Within("it is registered"));
        await grain.RegisterAsync("witness", s_soon, s_soon).Within("another is registered");
        Assert.Equal($"{s_soon} True Utc", await Signals.Raised("ticking often tick 2").Within("it ticks twice"));
        Assert.True(await grain.IsRegisteredAsync("often").Within("it is found"));

        await grain.UnregisterAsync("often").Within("it is unregistered");
        Assert.False(await grain.IsRegisteredAsync("often").Within("it is gone"));
        var ticks = await grain.TicksAsync("often").Within("the grain answers");
        var witness = await grain.TicksAsync("witness").Within("the grain answers");
        await Signals.Raised($"ticking witness tick {witness + 3}").Within("the other goes on");

        // A tick that was under way when the row went may still arrive.
        Assert.InRange(await grain.TicksAsync("often").Within("the grain answers"), ticks, ticks + 1);
    }

    [DatabaseFact]
    public async Task Registering_again_changes_the_times()
    {
        var grain = silo.Grains.GetGrain<IReminderGrain>("changed");
        await grain.RegisterAsync("late", TimeSpan.FromHours(1), TimeSpan.FromHours(1)).Within("it is registered");

        await grain.RegisterAsync("late", TimeSpan.Zero, s_soon).Within("it is registered again");

        await Signals.Raised("changed late tick 1").Within("it ticks by its new times");
        Assert.Equal("reminder/changed 200 1", await silo.Database.ReadAsync<string>(
            "select concat_ws(' ', grainid, period, version) from orleansreminderstable where remindername = 'late'"));
    }

    [DatabaseFact]
    public async Task Refuses_times_that_make_no_sense_and_grains_that_cannot_be_reminded()
    {
        var grain = silo.Grains.GetGrain<IReminderGrain>("refused");

        await Assert.ThrowsAsync<ArgumentException>(() => grain.RegisterAsync("a", s_soon, TimeSpan.FromMilliseconds(99)).Within("too short a period"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => grain.RegisterAsync("a", TimeSpan.FromSeconds(-5), s_soon).Within("a negative due time"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => grain.RegisterAsync("a", Timeout.InfiniteTimeSpan, s_soon).Within("an infinite due time"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => silo.Grains.GetGrain<IForgetfulGrain>("a").RegisterAsync().Within("a grain that is not IRemindable"));
    }

    /// <summary>The real provider shares reminders out by this hash.</summary>
    [DatabaseFact]
    public async Task Keeps_its_rows_under_the_hash_of_the_real_provider()
    {
        await silo.Grains.GetGrain<IReminderGrain>("hash").RegisterAsync("hashed", TimeSpan.FromHours(1), TimeSpan.FromHours(1)).Within("it is registered");

        Assert.Equal(1231508077, await silo.Database.ReadAsync<int>("select grainhash from orleansreminderstable where remindername = 'hashed'"));
    }
}
