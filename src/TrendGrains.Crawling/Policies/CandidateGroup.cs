namespace TrendGrains.Crawling.Policies;

/// <summary>The waiting links of one group as a heap, the best score on top and of equals the first found; and what the group's links were worth so far.</summary>
internal sealed class CandidateGroup(uint key)
{
    private readonly List<Candidate> heap = [];

    public uint Key => key;

    /// <summary>For the log; what is saved has none until a link of the group is seen again.</summary>
    public string Name { get; set; } = "";

    public int Count => heap.Count;

    /// <summary>The group sleeps while it is empty.</summary>
    public Candidate Top => heap[0];

    /// <summary>Fetches that count, the older ones less.</summary>
    public double Weight { get; private set; }

    /// <summary>Sum of their worths.</summary>
    public double Sum { get; private set; }

    public double Mean => Weight > 0 ? Sum / Weight : 0;

    public Candidate this[int index] => heap[index];

    public void Learn(double worth, double keep) => (Weight, Sum) = ((Weight * keep) + 1, (Sum * keep) + worth);

    public void Restore(double weight, double sum) => (Weight, Sum) = (weight, sum);

    public void Add(Candidate candidate)
    {
        heap.Add(candidate);
        Rise(heap.Count - 1);
    }

    public Candidate RemoveAt(int index)
    {
        var removed = heap[index];
        var last = heap[^1];
        heap.RemoveAt(heap.Count - 1);
        if (index < heap.Count)
        {
            heap[index] = last;
            Moved(index);
        }

        return removed;
    }

    /// <summary>Puts a candidate whose score has changed where it belongs.</summary>
    public void Moved(int index)
    {
        Sink(index);
        Rise(index);
    }

    private void Rise(int at)
    {
        while (at > 0 && IsBefore(heap[at], heap[(at - 1) / 2]))
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink(int at)
    {
        while (true)
        {
            var best = at;
            for (var child = (at * 2) + 1; child <= (at * 2) + 2 && child < heap.Count; child++)
            {
                best = IsBefore(heap[child], heap[best]) ? child : best;
            }

            if (best == at)
            {
                return;
            }

            (heap[at], heap[best]) = (heap[best], heap[at]);
            at = best;
        }
    }

    private static bool IsBefore(Candidate one, Candidate other) => one.Score > other.Score || (one.Score == other.Score && one.Link.Id < other.Link.Id);
}
