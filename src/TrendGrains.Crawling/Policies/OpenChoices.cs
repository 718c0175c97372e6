namespace TrendGrains.Crawling.Policies;

/// <summary>What was chosen and whose worth is not yet known: the reward comes with Learn, the links of the page with Add.</summary>
internal sealed class OpenChoices
{
    private const int Most = 2048;
    private const int MostLinks = 64;

    private readonly Dictionary<string, OpenChoice> byUrl = new(StringComparer.Ordinal);
    private readonly Queue<OpenChoice> order = new();
    private List<OpenChoice> paid = [];

    public void Open(Candidate candidate)
    {
        var choice = new OpenChoice(candidate);
        byUrl[candidate.Link.Url] = choice;
        order.Enqueue(choice);
        if (order.Count > Most)
        {
            Forget(order.Dequeue());
        }
    }

    public void Pay(long id, string url, double reward)
    {
        if (byUrl.TryGetValue(url, out var choice) && choice.Candidate.Link.Id == id && choice.Reward is null)
        {
            choice.Reward = Math.Clamp(reward, 0, 1);
            paid.Add(choice);
        }
    }

    /// <summary>What the page was paid that a link stands on; null when that is not known or no longer.</summary>
    public double? PaidFor(string? referrer) => referrer is null ? null : byUrl.GetValueOrDefault(referrer)?.Reward;

    public void Found(string? referrer, Candidate link)
    {
        if (referrer is not null && byUrl.TryGetValue(referrer, out var choice) && choice.Links.Count < MostLinks)
        {
            choice.Links.Add(link);
        }
    }

    /// <summary>Takes out those that were paid, in the order of their payment.</summary>
    public List<OpenChoice> TakePaid()
    {
        var taken = paid;
        paid = [];
        taken.ForEach(Forget);
        return taken;
    }

    private void Forget(OpenChoice choice)
    {
        if (byUrl.GetValueOrDefault(choice.Candidate.Link.Url) == choice)
        {
            byUrl.Remove(choice.Candidate.Link.Url);
        }
    }
}

internal sealed class OpenChoice(Candidate candidate)
{
    public Candidate Candidate => candidate;
    public double? Reward { get; set; }

    /// <summary>New links of its page.</summary>
    public List<Candidate> Links { get; } = [];
}
