using System.Numerics;
using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.Batching;

/// <summary>
/// What waits for one model, in two lanes. Interactive goes before bulk, of which one item in four is bulk while both wait; within a lane
/// order is by arrival. One batch holds items of one length bucket: that of the item whose turn it is. Not safe for several threads.
/// </summary>
internal sealed class WaitingLine<TIn, TOut>(BatchingOptions options, Func<TIn, int> length)
{
    /// <summary>Interactive items for each bulk item while both wait.</summary>
    private const int Before = 3;

    /// <summary>What a lane can be ahead or behind by at most, or a long quiet spell would be paid back for minutes.</summary>
    private const int MostOwed = 64 * Before;

    private readonly Lane<TIn, TOut> interactive = new();
    private readonly Lane<TIn, TOut> bulk = new();
    private long number;
    private int owed;

    /// <summary>Items that wait.</summary>
    public int Count => interactive.Count + bulk.Count;

    /// <summary>The sum of their lengths.</summary>
    public long Cells { get; private set; }

    public long CellsOf(IReadOnlyList<TIn> items)
    {
        var cells = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            cells += length(items[i]);
        }
        return cells;
    }

    public void Add(BatchRequest<TIn, TOut> request)
    {
        request.Number = ++number;
        var lane = LaneOf(request);
        for (var i = 0; i < request.Items.Count; i++)
        {
            var cells = length(request.Items[i]);
            (Cells, request.WaitingCells) = (Cells + cells, request.WaitingCells + cells);
            lane.Add(new Ticket<TIn, TOut>(request, i), BucketOf(cells));
        }
    }

    /// <summary>Up to one batch of items, whose requests are counted down.</summary>
    public List<Ticket<TIn, TOut>> Take()
    {
        var batch = new List<Ticket<TIn, TOut>>(Math.Min(Count, options.MaxBatch));
        var (bucket, longest) = (-1, 0);
        while (batch.Count < options.MaxBatch && Next(ref bucket) is { } lane && lane.TryPeek(bucket, out var ticket))
        {
            var cells = length(ticket.Item);
            longest = Math.Max(longest, cells);
            if (batch.Count > 0 && (batch.Count + 1L) * longest > options.MostCells)
            {
                break;
            }
            Account(lane);
            (Cells, ticket.Request.WaitingCells) = (Cells - cells, ticket.Request.WaitingCells - cells);
            batch.Add(lane.Take(bucket));
        }
        return batch;
    }

    /// <summary>Takes out what waits of a request; how many items that were.</summary>
    public int Leave(BatchRequest<TIn, TOut> request)
    {
        var (waiting, lane) = (request.Waiting, LaneOf(request));
        Cells -= request.WaitingCells;
        lane.Leave(request);
        if (lane.Stale > options.QueueLimit)
        {
            lane.Sweep();
        }
        return waiting;
    }

    /// <summary>Each request of which something waits.</summary>
    public IEnumerable<BatchRequest<TIn, TOut>> Requests() => interactive.Sweep().Concat(bulk.Sweep());

    /// <summary>When the item that has waited longest came; null when nothing waits.</summary>
    public long? Oldest()
    {
        long? since = null;
        foreach (var lane in new[] { interactive, bulk })
        {
            if (lane.OldestBucket() is >= 0 and var bucket && lane.TryPeek(bucket, out var head))
            {
                since = Math.Min(since ?? long.MaxValue, head.Request.Since);
            }
        }
        return since;
    }

    /// <summary>The lane whose turn it is, and with it the batch's bucket where that is still open; null when nothing fits.</summary>
    private Lane<TIn, TOut>? Next(ref int bucket)
    {
        var (first, second) = bulk.Count > 0 && owed >= Before ? (bulk, interactive) : (interactive, bulk);
        if (bucket < 0)
        {
            bucket = (first.Count > 0 ? first : second).OldestBucket();
        }
        return bucket < 0 ? null : first.TryPeek(bucket, out _) ? first : second.TryPeek(bucket, out _) ? second : null;
    }

    /// <summary>Keeps the account of who goes before whom, while both wait.</summary>
    private void Account(Lane<TIn, TOut> taken)
    {
        if (interactive.Count > 0 && bulk.Count > 0)
        {
            owed = Math.Clamp(owed + (taken == bulk ? -Before : 1), -MostOwed, MostOwed);
        }
    }

    private Lane<TIn, TOut> LaneOf(BatchRequest<TIn, TOut> request) => request.Priority == CallPriority.Interactive ? interactive : bulk;

    private int BucketOf(int cells) => options.BucketStep <= 0 || cells <= options.BucketStep
        ? 0
        : Math.Min(BitOperations.Log2((uint)((cells - 1) / options.BucketStep)) + 1, Lane<TIn, TOut>.Buckets - 1);
}
