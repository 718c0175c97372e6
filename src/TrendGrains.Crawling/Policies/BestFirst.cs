namespace TrendGrains.Crawling.Policies;

/// <summary>The link that looks most like an article's to <see cref="StaticScore"/>, times its relevance where there is a focus; learns nothing.</summary>
internal sealed class BestFirst(Func<FrontierLink, double>? relevance) : IFrontierPolicy
{
    private readonly PriorityQueue<FrontierLink, (double Score, long Id)> pool = new();
    private readonly HashSet<long> waiting = [];

    public int Count => waiting.Count;

    public void Add(FrontierLink link)
    {
        if (waiting.Add(link.Id))
        {
            var score = StaticScore.Of(LinkShape.Of(link)) * (relevance?.Invoke(link) ?? 1);
            pool.Enqueue(link, (-score, link.Id));
        }
    }

    public PolicyChoice? Choose()
    {
        if (!pool.TryDequeue(out var link, out var rank))
        {
            return null;
        }

        waiting.Remove(link.Id);
        return new PolicyChoice(link, 1, "best", -rank.Score);
    }

    public void Learn(PolicyChoice choice, double reward)
    {
    }

    public byte[] Save() => [];
}
