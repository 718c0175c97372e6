namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>The symbols of a piece under byte-pair merging and the merges that wait: the lowest rank first, then the leftmost.</summary>
internal sealed class MergeQueue
{
    private Symbol[] symbols = new Symbol[64];
    private ulong[] heap = new ulong[64];
    private int waiting;

    public const int End = -1;

    /// <summary>One symbol, its units in the piece and its neighbours; one that was merged away has the id −1.</summary>
    public struct Symbol
    {
        public int Id;
        public int Start;
        public int Stop;
        public int Previous;
        public int Next;
    }

    public int Count { get; private set; }

    public Span<Symbol> Symbols => symbols.AsSpan(0, Count);

    public void Begin() => (Count, waiting) = (0, 0);

    public void Add(int id, int start, int stop)
    {
        if (Count == symbols.Length)
        {
            Array.Resize(ref symbols, Count * 2);
        }
        if (Count > 0)
        {
            symbols[Count - 1].Next = Count;
        }
        symbols[Count] = new Symbol { Id = id, Start = start, Stop = stop, Previous = Count - 1, Next = End };
        Count++;
    }

    public void Wait(int rank, int place)
    {
        if (waiting == heap.Length)
        {
            Array.Resize(ref heap, waiting * 2);
        }
        var entry = ((ulong)(uint)rank << 32) | (uint)place;
        var at = waiting++;
        while (at > 0 && heap[(at - 1) / 2] > entry)
        {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = entry;
    }

    public bool Take(out int rank, out int place)
    {
        if (waiting == 0)
        {
            (rank, place) = (0, 0);
            return false;
        }
        var top = heap[0];
        (rank, place) = ((int)(top >> 32), (int)(uint)top);
        var last = heap[--waiting];
        var at = 0;
        while ((at * 2) + 1 is var child && child < waiting)
        {
            if (child + 1 < waiting && heap[child + 1] < heap[child])
            {
                child++;
            }
            if (heap[child] >= last)
            {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return true;
    }
}
