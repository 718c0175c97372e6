using System.Runtime.CompilerServices;
using TrendGrains.StandIns.Orleans.Tests.Calls;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Streaming;

public interface ICountingGrain : IGrainWithStringKey
{
    /// <summary>Counts up to a number; raises "key closed" when it ends.</summary>
    IAsyncEnumerable<int> CountAsync(int upTo, CancellationToken cancellationToken = default);

    IAsyncEnumerable<int> FailAfterAsync(int count);

    Task<string> BesideAsync();
}

public sealed class CountingGrain : Grain, ICountingGrain
{
    public async IAsyncEnumerable<int> CountAsync(int upTo, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var key = this.GetPrimaryKeyString();
        try
        {
            for (var number = 1; number <= upTo; number++)
            {
                if (number % 100 == 0)
                {
                    await Task.Delay(1, cancellationToken);
                }

                yield return number;
            }

            if (upTo < 0)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        }
        finally
        {
            Signals.Raise($"{key} closed", cancellationToken.IsCancellationRequested ? "cancelled" : "ran out");
        }
    }

    public async IAsyncEnumerable<int> FailAfterAsync(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            yield return number;
        }

        await Task.Yield();
        throw new OddException("ran dry");
    }

    public Task<string> BesideAsync() => Task.FromResult("beside");
}

[Trait("Build", "contract")]
public sealed class StreamingTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Brings_every_item_in_order()
    {
        var seen = new List<int>();

        await foreach (var number in silo.Grains.GetGrain<ICountingGrain>("all").CountAsync(1234))
        {
            seen.Add(number);
        }

        Assert.Equal(Enumerable.Range(1, 1234), seen);
    }

    [Fact]
    public async Task Brings_what_came_before_a_failure_and_then_the_failure()
    {
        var seen = new List<int>();

        await Assert.ThrowsAsync<OddException>(async () =>
        {
            await foreach (var number in silo.Grains.GetGrain<ICountingGrain>("failing").FailAfterAsync(3))
            {
                seen.Add(number);
            }
        });

        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task Leaving_early_closes_the_sequence_on_the_grain()
    {
        await foreach (var number in silo.Grains.GetGrain<ICountingGrain>("left").CountAsync(1_000_000))
        {
            if (number == 150)
            {
                break;
            }
        }

        await Signals.Raised("left closed").Within("the grain's side is closed");
    }

    [Fact]
    public async Task A_waiting_sequence_lets_other_calls_in_and_ends_with_its_token()
    {
        var grain = silo.Grains.GetGrain<ICountingGrain>("waiting");
        using var cancellation = new CancellationTokenSource();
        var items = grain.CountAsync(-1).GetAsyncEnumerator(cancellation.Token);
        var next = items.MoveNextAsync().AsTask();

        Assert.Equal("beside", await grain.BesideAsync().Within("another call is answered"));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Within("the reader is let go"));
        await items.DisposeAsync().AsTask().Within("the reader is disposed");
        Assert.Equal("cancelled", await Signals.Raised("waiting closed").Within("the grain's side is closed"));
    }
}
