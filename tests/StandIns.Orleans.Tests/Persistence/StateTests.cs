using Orleans.Storage;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Persistence;

/// <summary>What holds for state whoever keeps it.</summary>
public abstract class StateTests
{
    protected abstract IStateGrain Grain(string key);

    protected async Task Tells_fresh_from_written_state_and_the_next_activation_reads_it_Async()
    {
        var grain = Grain("fresh");

        Assert.Equal(new(0, false, false), await grain.SeeAsync().Within("fresh state is seen"));
        Assert.Equal(new(3, true, true), await grain.WriteAsync(3).Within("state is written"));
        Assert.Equal(new(4, true, true), await grain.WriteAsync(4).Within("state is written again"));
        await grain.EndAsync().Within("the activation ends");
        Assert.Equal(new(4, true, true), await grain.SeeAsync().Within("the next activation has read it"));
    }

    protected async Task Clearing_makes_state_fresh_and_it_can_be_written_again_Async()
    {
        var grain = Grain("cleared");
        await grain.WriteAsync(3).Within("state is written");

        var cleared = await grain.ClearAsync().Within("state is cleared");
        Assert.Equal((0, false), (cleared.Count, cleared.Exists));
        var read = await grain.ReadAgainAsync().Within("state is read");
        Assert.Equal((0, false), (read.Count, read.Exists));
        Assert.Equal(new(5, true, true), await grain.WriteAsync(5).Within("state is written again"));
    }

    protected async Task Refuses_to_write_or_clear_over_a_newer_version_Async()
    {
        var grain = Grain("conflict");
        await grain.WriteAsync(1).Within("state is written");

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.WriteStaleAsync().Within("a write without version is refused"));

        // A conflict ends the activation, so that both copies are up to date again.
        await grain.WriteAsync(2).Within("the next activation writes");
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.WriteStaleAsync().Within("a write of an old version is refused"));
        await grain.WriteAsync(3).Within("the next activation writes");
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.ClearStaleAsync().Within("so is a clear"));
        Assert.Equal(new(3, true, true), await grain.SeeAsync().Within("the newest version is still there"));
    }
}

[Trait("Build", "contract")]
public sealed class MemoryStateTests(SharedSilo silo) : StateTests, IClassFixture<SharedSilo>
{
    [Fact]
    public Task Tells_fresh_from_written_state_and_the_next_activation_reads_it() => Tells_fresh_from_written_state_and_the_next_activation_reads_it_Async();

    [Fact]
    public Task Clearing_makes_state_fresh_and_it_can_be_written_again() => Clearing_makes_state_fresh_and_it_can_be_written_again_Async();

    [Fact]
    public Task Refuses_to_write_or_clear_over_a_newer_version() => Refuses_to_write_or_clear_over_a_newer_version_Async();

    protected override IStateGrain Grain(string key) => silo.Grains.GetGrain<IMemoryStateGrain>(key);
}
