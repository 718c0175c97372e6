namespace TrendGrains.Inference.Serving;

/// <summary>
/// One version of a model as the pool serves it. An item is made ready on its caller's thread (a text is cut into tokens there), waits as such,
/// and runs in a batch with others of like length.
/// </summary>
/// <typeparam name="TIn">What callers bring: a text, a row of features.</typeparam>
/// <typeparam name="TReady">What a run takes; bounded in size, since thousands of them may wait.</typeparam>
internal interface IBatchModel<TIn, TReady> : IDisposable
{
    BatchShape Shape { get; }

    /// <summary>Safe for several threads. What it throws is this item's fault alone.</summary>
    TReady Ready(TIn item);

    /// <summary>Cells or tokens: what the item costs, and what others beside it are padded to.</summary>
    int Length(TReady item);

    /// <summary>The numbers of each item, in order. Safe for several threads.</summary>
    IReadOnlyList<float[]> Run(IReadOnlyList<TReady> items);

    /// <param name="unwanted">Cancelled when nobody waits for the run any more; of use to one that takes long and computes nothing here.</param>
    /// <inheritdoc cref="Run(IReadOnlyList{TReady})"/>
    IReadOnlyList<float[]> Run(IReadOnlyList<TReady> items, CancellationToken unwanted) => Run(items);

    /// <summary>Items whose run plans memory and compiles paths, so that no caller waits for that.</summary>
    IEnumerable<TIn> WarmUp();
}

/// <param name="BucketStep">See <see cref="Batching.BatchingOptions.BucketStep"/>; 0 where a run itself parts short from long.</param>
/// <param name="MostCells">See <see cref="Batching.BatchingOptions.MostCells"/>.</param>
/// <param name="MaxBatch">Items in one run at most, where the model wants fewer than the options allow.</param>
internal sealed record BatchShape(int BucketStep = 0, int MostCells = int.MaxValue, int MaxBatch = int.MaxValue);
