namespace TrendGrains.Inference.Batching;

/// <summary>Items of one priority that wait, apart by length. Those whose caller has left stay until they are met, or swept. Not safe for several threads.</summary>
internal sealed class Lane<TIn, TOut>
{
    public const int Buckets = 16;

    private readonly Queue<Ticket<TIn, TOut>>[] buckets = [.. Enumerable.Range(0, Buckets).Select(_ => new Queue<Ticket<TIn, TOut>>())];

    /// <summary>Items that somebody still wants.</summary>
    public int Count { get; private set; }

    /// <summary>Items that nobody wants and that still take up room.</summary>
    public int Stale { get; private set; }

    public void Add(Ticket<TIn, TOut> ticket, int bucket)
    {
        buckets[bucket].Enqueue(ticket);
        Count++;
    }

    /// <summary>The first that waits in a bucket.</summary>
    public bool TryPeek(int bucket, out Ticket<TIn, TOut> ticket)
    {
        while (buckets[bucket].TryPeek(out ticket))
        {
            if (!ticket.Request.HasLeft)
            {
                return true;
            }
            buckets[bucket].Dequeue();
            Stale--;
        }
        return false;
    }

    public Ticket<TIn, TOut> Take(int bucket)
    {
        Count--;
        var ticket = buckets[bucket].Dequeue();
        ticket.Request.Waiting--;
        return ticket;
    }

    /// <summary>The bucket of what has waited longest; -1 when nothing waits.</summary>
    public int OldestBucket()
    {
        var (oldest, number) = (-1, long.MaxValue);
        for (var i = 0; i < Buckets; i++)
        {
            if (TryPeek(i, out var head) && head.Request.Number < number)
            {
                (oldest, number) = (i, head.Request.Number);
            }
        }
        return oldest;
    }

    /// <summary>A caller has left: what waits of its request is stale.</summary>
    public void Leave(BatchRequest<TIn, TOut> request)
    {
        request.HasLeft = true;
        Count -= request.Waiting;
        Stale += request.Waiting;
        (request.Waiting, request.WaitingCells) = (0, 0);
    }

    /// <summary>Each request of which something waits, in no order; what is stale is gone afterwards.</summary>
    public List<BatchRequest<TIn, TOut>> Sweep()
    {
        var requests = new HashSet<BatchRequest<TIn, TOut>>();
        foreach (var bucket in buckets)
        {
            for (var left = bucket.Count; left > 0; left--)
            {
                var ticket = bucket.Dequeue();
                if (!ticket.Request.HasLeft)
                {
                    bucket.Enqueue(ticket);
                    requests.Add(ticket.Request);
                }
            }
        }
        Stale = 0;
        return [.. requests];
    }
}
