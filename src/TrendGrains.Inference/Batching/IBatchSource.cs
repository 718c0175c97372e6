namespace TrendGrains.Inference.Batching;

/// <summary>What stands in line for a thread of <see cref="ModelThreads"/>.</summary>
internal interface IBatchSource
{
    /// <summary>Runs one batch of what waits now, if anything still does.</summary>
    void RunNext();
}
