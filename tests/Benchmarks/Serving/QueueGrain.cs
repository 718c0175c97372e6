using Orleans.Concurrency;
using TrendGrains.Inference.Batching;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>The same door as a model worker's, to the made-up encoder's queue: that model is in no catalog.</summary>
public interface IQueueGrain : IGrainWithStringKey
{
    Task<float[]> RunAsync(long[] tokens);
}

[StatelessWorker, Reentrant]
internal sealed class QueueGrain : Grain, IQueueGrain
{
    public static BatchingQueue<long[], float[]>? Queue { get; set; }

    public Task<float[]> RunAsync(long[] tokens) => Queue!.RunAsync(tokens, default);
}
