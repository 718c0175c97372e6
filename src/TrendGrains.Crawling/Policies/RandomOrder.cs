namespace TrendGrains.Crawling.Policies;

/// <summary>Any link, each as likely as the others.</summary>
internal sealed class RandomOrder(Random random) : IFrontierPolicy
{
    private readonly List<FrontierLink> pool = [];
    private readonly HashSet<long> waiting = [];

    public int Count => pool.Count;

    public void Add(FrontierLink link)
    {
        if (waiting.Add(link.Id))
        {
            pool.Add(link);
        }
    }

    public PolicyChoice? Choose()
    {
        if (pool.Count == 0)
        {
            return null;
        }

        var propensity = 1.0 / pool.Count;
        var at = random.Next(pool.Count);
        var link = pool[at];
        pool[at] = pool[^1];
        pool.RemoveAt(pool.Count - 1);
        waiting.Remove(link.Id);
        return new PolicyChoice(link, propensity, "all", null);
    }

    public void Learn(PolicyChoice choice, double reward)
    {
    }

    public byte[] Save() => [];
}
