using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// Which URLs a run fetches next. The source's first page comes before all, some of its sitemaps and feeds before its pages; pages come in the table's own order,
/// or as a policy chooses from a pool in memory. The pool is bounded: what does not fit waits in the table. Lives as long as one run.
/// </summary>
/// <param name="create">Makes the policy from what it learned before; null for the order found, which the table has already.</param>
/// <param name="learned">What the policy learned before; empty to begin anew.</param>
internal sealed class FrontierChoice(string source, FrontierStore frontier, TimeProvider clock, Func<byte[], IFrontierPolicy>? create, byte[] learned)
{
    /// <summary>Sitemaps and feeds that a run reads before any page; from then on they are a fourth of it, so that an index of hundreds leaves room for pages.</summary>
    private const int FirstEntrances = 8;
    private const int ShareOfEntrances = 4;

    /// <summary>Links in the pool; some 20 MB.</summary>
    public int MostInPool { get; init; } = 20_000;

    /// <summary>Weighs links before they are put into the pool; null without a focus.</summary>
    public LinkRelevance? Relevance { get; init; }

    private readonly Dictionary<long, FrontierUrl> pool = [];

    /// <summary>Pages that lie elsewhere than where they were asked for: their address, and the frontier's.</summary>
    private readonly Dictionary<string, string> moved = [];

    private IFrontierPolicy? policy = create?.Invoke(learned);

    /// <summary>Whatever was found before is in the pool, was chosen, or is not due.</summary>
    private long found;

    private DateTimeOffset asked = DateTimeOffset.MinValue;
    private bool spills;
    private int drawn;
    private int taken;
    private int entrances;

    /// <summary>True where a policy chooses from what it has learned.</summary>
    public bool Learns => policy is not null;

    /// <summary>At most so many URLs that are due, in the order to fetch them; none when nothing is.</summary>
    public async Task<IReadOnlyList<ChosenUrl>> NextAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var front = await frontier.FrontAsync(source, most, now, cancellationToken);
        var room = FirstEntrances + (taken / ShareOfEntrances) - entrances;
        var chosen = front.Where(u => u.Depth == 0 || room-- > 0).Select(ChosenUrl.InOrder).ToList();
        entrances += chosen.Count(c => c.Url.Depth > 0);
        if (create is null)
        {
            var rows = chosen.Count == most ? [] : await frontier.NextPagesAsync(source, most - chosen.Count, now, cancellationToken);
            chosen.AddRange(rows.Select(ChosenUrl.InOrder));
        }
        else
        {
            await FillAsync(create, now, cancellationToken);
        }

        while (chosen.Count < most && policy?.Choose() is { } choice)
        {
            pool.Remove(choice.Link.Id, out var url);
            chosen.Add(new ChosenUrl(url!, choice));
            drawn++;
        }

        // Where no page waits, all that is left leads to some.
        var next = chosen.Count > 0 ? chosen : [.. front.Select(ChosenUrl.InOrder)];
        taken += next.Count;
        return next;
    }

    /// <summary>Puts a URL back that was chosen and never asked for.</summary>
    public void Return(ChosenUrl chosen) => Put(chosen.Url);

    /// <summary>Takes in what a chosen URL was worth, 0…1.</summary>
    /// <param name="page">Address of the page that it led to; null when there was none.</param>
    public void Learn(ChosenUrl chosen, string? page, double reward)
    {
        if (page is not null && page != chosen.Url.Url && policy is not null)
        {
            moved[page] = chosen.Url.Url;
        }

        if (chosen.Choice is { } choice)
        {
            policy?.Learn(choice, reward);
        }
    }

    /// <summary>What was learned so far; empty where nothing learns.</summary>
    public byte[] Save() => policy?.Save() ?? [];

    private async Task FillAsync(Func<byte[], IFrontierPolicy> make, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (spills && drawn >= MostInPool / 10)
        {
            // Links of little promise stay behind and would keep out those that were found since.
            policy = make(policy!.Save());
            pool.Clear();
            (found, drawn) = (0, 0);
            await PutAsync(await frontier.LastFoundAsync(source, MostInPool / 2, now, cancellationToken), cancellationToken);
        }

        var room = MostInPool - pool.Count;
        if (room > 0)
        {
            var rows = await frontier.NextAsync(source, found, room, now, cancellationToken);
            await PutAsync(rows, cancellationToken);
            spills = rows.Count == room;
            found = rows.Count > 0 ? rows[^1].Sequence : found;
        }

        if (asked > DateTimeOffset.MinValue)
        {
            var back = await frontier.CameDueAsync(source, MostInPool, asked, now, cancellationToken);
            await PutAsync([.. back.Where(u => u.Sequence <= found)], cancellationToken);
        }

        asked = now;
    }

    private async Task PutAsync(IReadOnlyList<FrontierUrl> urls, CancellationToken cancellationToken)
    {
        await (Relevance?.WeighAsync(urls, cancellationToken) ?? Task.CompletedTask);
        foreach (var url in urls)
        {
            Put(url);
        }
    }

    private void Put(FrontierUrl url)
    {
        // Without a policy there is no pool: what waits in the table is found there again.
        if (policy is not null && url is { Depth: > 0, Role: FrontierRole.Page } && pool.TryAdd(url.Sequence, url))
        {
            var referrer = url.Referrer is not null && moved.TryGetValue(url.Referrer, out var from) ? from : url.Referrer;
            policy.Add(new FrontierLink(url.Sequence, url.Url, url.Depth, url.Clue) { Referrer = referrer });
        }
    }
}

/// <summary>A URL to fetch, and the policy's choice that brought it; null where the order did.</summary>
internal sealed record ChosenUrl(FrontierUrl Url, PolicyChoice? Choice)
{
    public static ChosenUrl InOrder(FrontierUrl url) => new(url, null);
}
