using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Turns;

[Trait("Build", "contract")]
public sealed class TurnTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Two_calls_to_one_grain_never_overlap()
    {
        var grain = silo.Grains.GetGrain<IPlainTurnGrain>("no overlap");
        var first = grain.WorkAsync("no overlap 1");
        await Signals.Raised("no overlap 1 started").Within("the first call starts");
        var second = grain.WorkAsync("no overlap 2");

        // An interleaving call is answered while the second still waits: the grain was free to start it and did not.
        Signals.Raise("no overlap probe go");
        await grain.InterleaveAsync("no overlap probe").Within("the probe is answered");
        Assert.False(Signals.IsRaised("no overlap 2 started"));

        Signals.Raise("no overlap 2 go");
        Signals.Raise("no overlap 1 go");
        Assert.Equal(1, await second.Within("the second call ends"));
        await first.Within("the first call ends");
    }

    [Fact]
    public async Task Calls_to_a_reentrant_grain_interleave()
    {
        var grain = silo.Grains.GetGrain<IReentrantTurnGrain>("reentrant");
        var first = grain.WorkAsync("reentrant 1");
        var second = grain.WorkAsync("reentrant 2");

        await Signals.Raised("reentrant 1 started").Within("the first call starts");
        await Signals.Raised("reentrant 2 started").Within("the second call starts beside it");

        Signals.Raise("reentrant 1 go");
        Assert.Equal(2, await first.Within("the first call ends"));
        Signals.Raise("reentrant 2 go");
        await second.Within("the second call ends");
    }

    [Fact]
    public async Task Turns_of_interleaving_calls_never_run_at_the_same_time()
    {
        var grain = silo.Grains.GetGrain<IReentrantTurnGrain>("crowd");

        var overlaps = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.CrowdAsync(100))).Within("all turns are taken");

        Assert.All(overlaps, overlap => Assert.Equal(0, overlap));
    }

    [Fact]
    public async Task Calls_of_one_caller_run_in_the_order_of_their_sending()
    {
        var grain = silo.Grains.GetGrain<IPlainTurnGrain>("in order");
        await grain.SchedulersAsync().Within("the grain is active");
        var calls = Enumerable.Range(0, 5).Select(call => grain.WorkAsync($"in order {call}")).ToArray();
        for (var call = 0; call < calls.Length; call++)
        {
            await Signals.Raised($"in order {call} started").Within($"call {call} starts");
            Assert.False(Signals.IsRaised($"in order {call + 1} started"));
            Signals.Raise($"in order {call} go");
        }

        await Task.WhenAll(calls).Within("all calls end");
    }

    [Fact]
    public async Task Read_only_calls_run_beside_each_other_but_not_beside_a_write()
    {
        var grain = silo.Grains.GetGrain<IPlainTurnGrain>("read only");
        var read1 = grain.ReadAsync("read only 1");
        await Signals.Raised("read only 1 started").Within("a read starts");
        var write = grain.WorkAsync("read only write");
        var read2 = grain.ReadAsync("read only 2");

        await Signals.Raised("read only 2 started").Within("another read starts beside it");
        Assert.False(Signals.IsRaised("read only write started"));

        Signals.Raise("read only 2 go");
        await read2.Within("the second read ends");
        Signals.Raise("read only 1 go");
        await read1.Within("the first read ends");
        await Signals.Raised("read only write started").Within("the write starts");
        var read3 = grain.ReadAsync("read only 3");
        Signals.Raise("read only probe go");
        await grain.InterleaveAsync("read only probe").Within("the probe is answered");
        Assert.False(Signals.IsRaised("read only 3 started"));

        Signals.Raise("read only write go");
        Signals.Raise("read only 3 go");
        await Task.WhenAll(write, read3).Within("the write and the last read end");
    }

    [Fact]
    public async Task One_way_calls_return_at_once_and_their_failures_stay_where_they_are()
    {
        var grain = silo.Grains.GetGrain<IPlainTurnGrain>("one way");

        await grain.TellAsync("one way").Within("the caller goes on");
        grain.Drop("one way void");

        await Signals.Raised("one way started").Within("the call runs all the same");
        Signals.Raise("one way go");
        await Signals.Raised("one way void dropped").Within("the void call runs too, after the first");
    }

    [Fact]
    public async Task Continuations_stay_on_the_activation()
    {
        var seen = await silo.Grains.GetGrain<IPlainTurnGrain>("schedulers").SchedulersAsync().Within("the grain answers");

        Assert.Equal("after a delay True, in Task.Run False, after it True, left by ConfigureAwait(false) True", seen);
    }

    [Fact]
    public async Task A_call_to_itself_through_a_reference_times_out()
    {
        await using var impatient = await TestSilo.StartAsync(builder =>
            builder.Configure<global::Orleans.Configuration.SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(1)));
        var grain = impatient.Grains.GetGrain<IPlainTurnGrain>("myself");

        await Assert.ThrowsAsync<TimeoutException>(() => grain.CallMyselfAsync().Within("the call times out"));

        Assert.StartsWith("after a delay True", await grain.SchedulersAsync().Within("the grain lives on"));
    }

    [Fact]
    public async Task A_stateless_worker_of_four_works_four_calls_at_once()
    {
        var grain = silo.Grains.GetGrain<IFourWorkersGrain>("four");
        var calls = Enumerable.Range(0, 5).Select(call => grain.WorkAsync($"four {call}")).ToArray();
        var started = Enumerable.Range(0, 5).Select(call => Signals.Raised($"four {call} started")).ToList();

        for (var count = 0; count < 4; count++)
        {
            started.Remove(await Task.WhenAny(started).Within($"{count + 1} calls run at once"));
        }

        Assert.False(Assert.Single(started).IsCompleted);
        Signals.Raise("four go");
        await Task.WhenAll(calls).Within("all five end");
    }
}
