using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Calls;

[Trait("Build", "contract")]
public sealed class CallTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Answers_with_the_result_of_the_method()
    {
        var grain = silo.Grains.GetGrain<IEchoGrain>("answers");

        Assert.Equal("hello", await grain.SayAsync("hello").Within("a Task<T> answers"));
        Assert.Equal(5, await grain.AddAsync(2, 3).AsTask().Within("a ValueTask<T> answers"));
        await grain.DoneAsync().AsTask().Within("a ValueTask answers");
    }

    [Fact]
    public async Task Brings_an_exception_to_the_caller_with_its_own_type()
    {
        var grain = silo.Grains.GetGrain<IEchoGrain>("fails");

        var late = await Assert.ThrowsAsync<OddException>(() => grain.FailAsync("odd").Within("the failure arrives"));
        var early = await Assert.ThrowsAsync<OddException>(() => grain.FailEarlyAsync().Within("the failure arrives"));

        Assert.Equal("odd", late.Message);
        Assert.Equal("before any await", early.Message);
        Assert.Equal("still here", await grain.SayAsync("still here").Within("the grain lives on"));
    }

    [Fact]
    public async Task Names_a_grain_by_its_class_and_key() =>
        Assert.Equal("echo/a key a key", await silo.Grains.GetGrain<IEchoGrain>("a key").WhoAmIAsync().Within("the grain answers"));

    [Fact]
    public async Task Cancels_the_wait_of_the_caller_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var call = silo.Grains.GetGrain<IEchoGrain>("cancelled").ReceivedAfterCancellationAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Within("the caller is let go"));
    }
}
