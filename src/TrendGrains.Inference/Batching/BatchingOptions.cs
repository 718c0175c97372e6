namespace TrendGrains.Inference.Batching;

/// <param name="MaxBatch">Items in one run at most.</param>
/// <param name="QueueLimit">Items waiting at most; what would go beyond is refused at once.</param>
/// <param name="Linger">How long a free runner waits for a fuller batch, counted from its oldest item; zero runs whatever waits.</param>
/// <param name="QueueTimeout">How long an item may wait for its run to begin.</param>
public sealed record BatchingOptions(int MaxBatch, int QueueLimit, TimeSpan Linger, TimeSpan QueueTimeout)
{
    /// <summary>Batches that may run at once, each on a thread of its own.</summary>
    public int Runners { get; init; } = 1;

    /// <summary>A second runner joins when what waits would take so long at the present speed: smaller batches on more threads would only cost more runs.</summary>
    public TimeSpan WorthARunner { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Items up to this length share a bucket, then up to twice, four times…; a batch holds one bucket's items, so that short ones do not pay for long ones. 0 is one bucket.</summary>
    public int BucketStep { get; init; }

    /// <summary>Rows times the longest row of one batch at most; a single item may be longer.</summary>
    public int MostCells { get; init; } = int.MaxValue;

    /// <summary>Whether a fault is every item's, whichever stood beside it: it is told to the whole batch, and none of it is tried again.</summary>
    public Func<Exception, bool> FailsAll { get; init; } = static _ => false;

    /// <summary>Whether a run can be cut short: its token is then cancelled once nobody waits for its items, or the queue is closed.</summary>
    public bool CutsShort { get; init; }

    /// <summary>Lengths of all that waits at most: what bounds the queue's memory.</summary>
    public long WaitingCells { get; init; } = long.MaxValue;
}
