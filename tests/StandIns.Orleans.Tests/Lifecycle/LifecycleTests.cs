using Orleans.Configuration;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Lifecycle;

[Trait("Build", "contract")]
public sealed class LifecycleTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task A_failure_to_activate_reaches_every_caller_and_the_next_call_tries_again()
    {
        var grain = silo.Grains.GetGrain<IFailingLifeGrain>("fails to activate");

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => grain.PingAsync().Within("the first caller hears of it"));
        Signals.Raise("fails to activate heal");

        await grain.PingAsync().Within("the next activation succeeds");
    }

    [Fact]
    public async Task DeactivateOnIdle_lets_the_running_call_end_and_sends_waiting_ones_to_the_next_activation()
    {
        var grain = silo.Grains.GetGrain<ILifeGrain>("on idle");
        var before = await grain.IncarnationAsync().Within("the grain answers");
        var ending = grain.EndAfterThisAsync();
        await Signals.Raised("on idle ending").Within("the end is asked for");
        var waiting = grain.IncarnationAsync();
        Assert.False(Signals.IsRaised("on idle ended"));

        Signals.Raise("on idle go");

        await ending.Within("the running call ends");
        Assert.Equal("ApplicationRequested", await Signals.Raised("on idle ended").Within("OnDeactivateAsync runs"));
        Assert.NotEqual(before, await waiting.Within("the next activation answers"));
    }

    [Fact]
    public async Task Stopping_the_host_deactivates_with_ShuttingDown()
    {
        var stopping = await TestSilo.StartAsync();
        await stopping.Grains.GetGrain<ILifeGrain>("shut down").IncarnationAsync().Within("the grain answers");

        await stopping.DisposeAsync();

        Assert.Equal("ShuttingDown", await Signals.Raised("shut down ended").Within("OnDeactivateAsync runs"));
    }

    [Fact]
    public async Task Collects_a_grain_that_nobody_calls()
    {
        await using var tidy = await TestSilo.StartAsync(builder => builder.Configure<GrainCollectionOptions>(options =>
            (options.CollectionQuantum, options.CollectionAge) = (TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1))));

        await tidy.Grains.GetGrain<ILifeGrain>("idle").IncarnationAsync().Within("the grain answers");

        Assert.Equal("ActivationIdle", await Signals.Raised("idle ended").Within("the grain is collected"));
    }
}
