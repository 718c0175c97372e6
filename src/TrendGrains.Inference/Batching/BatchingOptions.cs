namespace TrendGrains.Inference.Batching;

/// <param name="MaxBatch">Items in one run at most.</param>
/// <param name="QueueLimit">Items waiting at most; what would go beyond is refused at once.</param>
/// <param name="Linger">How long a free runner waits for a fuller batch, counted from its oldest item; zero runs whatever waits.</param>
/// <param name="QueueTimeout">How long an item may wait for its run to begin.</param>
public sealed record BatchingOptions(int MaxBatch, int QueueLimit, TimeSpan Linger, TimeSpan QueueTimeout);
