namespace TrendGrains.Crawling.Policies;

/// <summary>The first found first: by depth, then by number.</summary>
internal sealed class BreadthFirst : IFrontierPolicy
{
    private readonly PriorityQueue<FrontierLink, (int Depth, long Id)> pool = new();
    private readonly HashSet<long> waiting = [];

    public int Count => waiting.Count;

    public void Add(FrontierLink link)
    {
        if (waiting.Add(link.Id))
        {
            pool.Enqueue(link, (link.Depth, link.Id));
        }
    }

    public PolicyChoice? Choose()
    {
        if (!pool.TryDequeue(out var link, out _))
        {
            return null;
        }

        waiting.Remove(link.Id);
        return new PolicyChoice(link, 1, $"depth {link.Depth}", null);
    }

    public void Learn(PolicyChoice choice, double reward)
    {
    }

    public byte[] Save() => [];
}
