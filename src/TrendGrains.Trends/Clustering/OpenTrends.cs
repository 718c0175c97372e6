namespace TrendGrains.Trends.Clustering;

/// <summary>The trends that may still take items, and every way to find one.</summary>
internal sealed class OpenTrends
{
    private readonly Dictionary<Guid, OpenTrend> byId = [];
    private readonly Stack<int> freeSlots = new();

    /// <summary>By the time each last spoke when it was queued; one that spoke since goes back when it comes up.</summary>
    private readonly PriorityQueue<OpenTrend, (DateTimeOffset LastSeen, long Ordinal)> byRest = new();

    public PostingIndex Index { get; } = new();

    public VectorWindow Window { get; } = new();

    public List<OpenTrend?> Slots { get; } = [];

    public int Count => byId.Count;

    /// <summary>How many were ever begun.</summary>
    public long Begun { get; set; }

    public OpenTrend? Find(Guid id) => byId.GetValueOrDefault(id);

    public IEnumerable<OpenTrend> InOrder() => byId.Values.OrderBy(t => t.Ordinal);

    public OpenTrend Begin(Guid id, Guid firstItem)
    {
        var trend = new OpenTrend { Id = id, Ordinal = Begun++, FirstItem = firstItem };
        Add(trend);
        return trend;
    }

    public void Add(OpenTrend trend)
    {
        if (!freeSlots.TryPop(out var slot))
        {
            slot = Slots.Count;
            Slots.Add(null);
        }

        (Slots[slot], trend.Slot) = (trend, slot);
        byId.Add(trend.Id, trend);
    }

    /// <summary>Takes an item in; true when it is held, false for a near-copy that is only counted.</summary>
    public bool Take(OpenTrend trend, HeldItem item)
    {
        var kept = trend.Take(item);
        if (trend.Items == 1)
        {
            byRest.Enqueue(trend, (trend.LastSeen, trend.Ordinal));
        }

        if (kept)
        {
            Hold(trend, item);
        }

        return kept;
    }

    /// <summary>Makes the item one of those that the trend is found by.</summary>
    private void Hold(OpenTrend trend, HeldItem item, bool show = true)
    {
        if (trend.Held.Count == OpenTrend.MostHeld)
        {
            Drop(trend);
        }

        foreach (var key in item.Keys)
        {
            // A second key of the same item may be the same number.
            if (!Holds(trend, key) && !trend.Nodes.Exists(n => Index.Key(n) == key))
            {
                trend.Nodes.Add(Index.Add(key, trend.Slot));
            }
        }

        trend.Held.Add(item);
        if (show && item.Vector is not null)
        {
            Window.Touch(trend, item.Vector);
        }
        else if (trend.Row >= 0 && trend.LastVector is null)
        {
            Window.Remove(trend);
        }
    }

    /// <summary>Closes what nobody added to since <paramref name="limit"/>.</summary>
    public void CloseBefore(DateTimeOffset limit)
    {
        while (byRest.TryPeek(out var trend, out var queued) && queued.LastSeen < limit)
        {
            byRest.Dequeue();
            if (trend.LastSeen < limit)
            {
                Close(trend);
            }
            else
            {
                byRest.Enqueue(trend, (trend.LastSeen, trend.Ordinal));
            }
        }
    }

    /// <summary>Closes those that rested longest until no more than <paramref name="most"/> are open; never <paramref name="kept"/>.</summary>
    public void Limit(int most, OpenTrend kept)
    {
        var aside = false;
        while (byId.Count > Math.Max(1, most) && byRest.TryDequeue(out var trend, out var queued))
        {
            if (trend == kept)
            {
                aside = true;
            }
            else if (queued.LastSeen != trend.LastSeen)
            {
                byRest.Enqueue(trend, (trend.LastSeen, trend.Ordinal));
            }
            else
            {
                Close(trend);
            }
        }

        if (aside)
        {
            byRest.Enqueue(kept, (kept.LastSeen, kept.Ordinal));
        }
    }

    /// <summary>Takes in a trend that was read from a snapshot, its items too.</summary>
    public void Restore(OpenTrend trend, IReadOnlyList<HeldItem> held)
    {
        Add(trend);
        byRest.Enqueue(trend, (trend.LastSeen, trend.Ordinal));
        foreach (var item in held)
        {
            Hold(trend, item, show: false);
        }
    }

    private void Close(OpenTrend trend)
    {
        foreach (var node in trend.Nodes)
        {
            Index.Remove(node);
        }

        Window.Remove(trend);
        byId.Remove(trend.Id);
        Slots[trend.Slot] = null;
        freeSlots.Push(trend.Slot);
    }

    private void Drop(OpenTrend trend)
    {
        var gone = trend.Held[0];
        trend.Held.RemoveAt(0);
        foreach (var key in gone.Keys)
        {
            if (Holds(trend, key))
            {
                continue;
            }

            for (var i = 0; i < trend.Nodes.Count; i++)
            {
                if (Index.Key(trend.Nodes[i]) == key)
                {
                    Index.Remove(trend.Nodes[i]);
                    trend.Nodes.RemoveAt(i);
                    break;
                }
            }
        }
    }

    private static bool Holds(OpenTrend trend, uint key)
    {
        foreach (var held in trend.Held)
        {
            if (held.Keys.AsSpan().Contains(key))
            {
                return true;
            }
        }

        return false;
    }
}
