using TrendGrains.StandIns.Orleans.Tests.Hosting;
using TrendGrains.StandIns.Orleans.Tests.Turns;

namespace TrendGrains.StandIns.Orleans.Tests.Engine;

/// <summary>Orleans cancels by a message of its own, which may come too late; here the cancellation is seen at once.</summary>
[Trait("Build", "engine")]
public sealed class CancellationTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task A_call_cancelled_while_it_waits_never_begins()
    {
        var grain = silo.Grains.GetGrain<IPlainTurnGrain>("cancelled");
        using var cancellation = new CancellationTokenSource();
        var work = grain.WorkAsync("cancelled work");
        await Signals.Raised("cancelled work started").Within("the first call starts");
        var waiting = grain.NoteAsync("cancelled", cancellation.Token);
        var last = grain.NoteAsync("not cancelled", CancellationToken.None);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Within("its caller is let go"));
        Signals.Raise("cancelled work go");

        await Task.WhenAll(work, last).Within("the other calls end");
        Assert.False(Signals.IsRaised("cancelled started"));
    }
}
