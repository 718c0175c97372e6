using TrendGrains.Inference.Batching;

namespace TrendGrains.Grains.Tests.ModelWorkers;

/// <summary>Keeps every thread of the models busy, so that a test decides what piles up behind them.</summary>
internal sealed class HeldThreads : IBatchSource, IDisposable
{
    private readonly int count;
    private readonly SemaphoreSlim entered = new(0);
    private readonly SemaphoreSlim gate = new(0);

    public HeldThreads(ModelThreads threads)
    {
        count = threads.Count;
        for (var i = 0; i < count; i++)
        {
            threads.Enter(this);
        }
    }

    public async Task HeldAsync()
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await entered.WaitAsync(TimeSpan.FromSeconds(30)), "a thread of the models is busy with something else");
        }
    }

    public void Release() => gate.Release(count);

    public void RunNext()
    {
        entered.Release();
        // Bounded, so that a test that failed first does not leave the silo without its models.
        gate.Wait(TimeSpan.FromSeconds(60));
    }

    public void Dispose() => gate.Release(count);
}
