namespace TrendGrains.Trends.Clustering;

/// <summary>
/// Where the trends that spoke last stand in the embedding space, a row each, for a look at all of them. A trend beyond the window is still
/// found by its words.
/// </summary>
internal sealed class VectorWindow
{
    /// <summary>512 KB at 128 dimensions, which a core's cache holds; a look costs some 40 µs.</summary>
    public const int Rows = 4096;

    private readonly OpenTrend?[] trends = new OpenTrend?[Rows];
    private readonly LinkedListNode<int>?[] places = new LinkedListNode<int>?[Rows];
    private readonly LinkedList<int> byTouch = new();
    private readonly Stack<int> free = new();
    private sbyte[] vectors = [];
    private int used;

    /// <summary>Length of the vectors held; 0 before the first.</summary>
    public int Dimensions { get; private set; }

    /// <summary>The trend now stands there. One that spoke longest ago makes room; another dimension empties the window.</summary>
    public void Touch(OpenTrend trend, sbyte[] vector)
    {
        if (vector.Length != Dimensions)
        {
            Clear(vector.Length);
        }

        var row = trend.Row;
        if (row < 0)
        {
            row = trend.Row = Take();
            trends[row] = trend;
            places[row] = byTouch.AddLast(row);
        }
        else
        {
            byTouch.Remove(places[row]!);
            byTouch.AddLast(places[row]!);
        }

        vector.CopyTo(vectors.AsSpan(row * Dimensions));
    }

    public void Remove(OpenTrend trend)
    {
        if (trend.Row >= 0)
        {
            byTouch.Remove(places[trend.Row]!);
            (trends[trend.Row], places[trend.Row]) = (null, null);
            free.Push(trend.Row);
            trend.Row = -1;
        }
    }

    /// <summary>Adds the slots of the nearest trends, at most <paramref name="most"/>, none below <paramref name="least"/>.</summary>
    public void Nearest(ReadOnlySpan<sbyte> vector, int most, float least, List<int> slots)
    {
        if (vector.Length != Dimensions || most == 0)
        {
            return;
        }

        // Score above, then the older trend: a total order, whatever rows they stand in.
        Span<(int Score, long Ordinal, int Slot)> best = stackalloc (int, long, int)[most];
        var count = 0;
        var floor = (int)(least * 127 * 127);
        for (var row = 0; row < used; row++)
        {
            var score = DenseDot.Of(vector, vectors.AsSpan(row * Dimensions, Dimensions));
            if (score < floor || trends[row] is not { } trend)
            {
                continue;
            }

            if (count == most && !Before((score, trend.Ordinal), best[^1]))
            {
                continue;
            }

            count = Math.Min(count + 1, most);
            var at = count - 1;
            while (at > 0 && Before((score, trend.Ordinal), best[at - 1]))
            {
                best[at] = best[at - 1];
                at--;
            }

            best[at] = (score, trend.Ordinal, trend.Slot);
        }

        for (var i = 0; i < count; i++)
        {
            slots.Add(best[i].Slot);
        }
    }

    private static bool Before((int Score, long Ordinal) a, (int Score, long Ordinal, int Slot) b) =>
        a.Score > b.Score || (a.Score == b.Score && a.Ordinal < b.Ordinal);

    private int Take()
    {
        if (free.TryPop(out var row))
        {
            return row;
        }

        if (used < Rows)
        {
            return used++;
        }

        var oldest = trends[byTouch.First!.Value]!;
        Remove(oldest);
        return free.Pop();
    }

    private void Clear(int dimensions)
    {
        foreach (var trend in trends)
        {
            if (trend is not null)
            {
                trend.Row = -1;
            }
        }

        Array.Clear(trends);
        Array.Clear(places);
        byTouch.Clear();
        free.Clear();
        (used, Dimensions, vectors) = (0, dimensions, new sbyte[Rows * dimensions]);
    }
}
