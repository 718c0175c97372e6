namespace TrendGrains.Crawling.Policies;

/// <summary>
/// Learns where a site keeps its articles. Links that stand at the same place of a page and have addresses of the same make are a group, an arm
/// that sleeps while none of its links waits (as Gauquier, Manolescu and Senellart 2026 group by tag path); an online classifier tells the links
/// of a group apart and speaks for groups that nothing is known of yet. What is learned of a page is not its reward alone but what it was worth
/// with the links that it gave, so that lists are fetched when articles run out and not before.
/// </summary>
/// <remarks>
/// A choice is the best link of the best group, but for a small share that goes to any waiting group and any of its links: so every waiting link
/// has a chance above nothing, and the one told is exact. A group forgets, since sections run dry. Found by comparison: docs/benchmarks/crawl.md.
/// </remarks>
internal sealed class Bandit : IFrontierPolicy
{
    private const int MostGroups = 512;
    private const int Refreshed = 48;
    private const byte Version = 1;
    private const int FixedBytes = 1 + (2 * sizeof(long)) + LinkModel.Bytes + sizeof(int);
    private const int GroupBytes = 3 * sizeof(int);

    private readonly BanditSettings settings;
    private readonly Func<FrontierLink, double>? relevance;
    private readonly Chances chances;
    private readonly LinkModel model;
    private readonly Dictionary<uint, CandidateGroup> groups = [];
    private readonly List<CandidateGroup> awake = [];
    private readonly HashSet<long> waiting = [];
    private readonly OpenChoices open = new();
    private int refreshAt;
    private long learned;

    public Bandit(BanditSettings settings, int seed, byte[]? saved, Func<FrontierLink, double>? relevance)
    {
        (this.settings, this.relevance) = (settings, relevance);
        chances = new Chances(seed);
        model = new LinkModel(settings);
        if (saved is { Length: > 0 })
        {
            Restore(saved);
        }
    }

    public int Count => waiting.Count;

    public void Add(FrontierLink link)
    {
        if (!waiting.Add(link.Id))
        {
            return;
        }

        var shape = LinkShape.Of(link);
        var near = relevance is null ? (double?)null : Math.Clamp(relevance(link), 0, 1);
        var group = GroupOf(LinkGroup.Of(link));
        var candidate = new Candidate(link, LinkFeatures.Of(link, shape, near, open.PaidFor(link.Referrer)), Prior(shape, near), group);
        candidate.Score = Predict(candidate);
        if (group.Count == 0)
        {
            awake.Add(group);
        }

        group.Add(candidate);
        open.Found(link.Referrer, candidate);
    }

    /// <summary>What is held of a link before anything is learned, as log odds.</summary>
    private double Prior(in LinkShape shape, double? near)
    {
        // Two hundredths at either end keep a nearness of nothing or all from being the last word.
        var prior = settings.Prior * StaticScore.LogOdds(shape);
        return near is { } p ? prior + (settings.Near * Math.Log((p + 0.02) / (1.02 - p))) : prior;
    }

    public PolicyChoice? Choose()
    {
        Settle();
        if (awake.Count == 0)
        {
            return null;
        }

        Refresh();
        var best = Best();
        var any = settings.Explore;
        var group = chances.Next() < any ? awake[chances.Below(awake.Count)] : best;
        var share = (any / awake.Count) + (group == best ? 1 - any : 0);
        var within = settings.Classifier ? any : 1;
        var at = chances.Next() < within ? chances.Below(group.Count) : 0;
        var propensity = share * ((within / group.Count) + (at == 0 ? 1 - within : 0));
        var expected = Worth(group, group[at].Score);
        var candidate = group.RemoveAt(at);
        if (group.Count == 0)
        {
            awake.Remove(group);
        }

        waiting.Remove(candidate.Link.Id);
        open.Open(candidate);
        return new PolicyChoice(candidate.Link, propensity, group.Name, expected);
    }

    public void Learn(PolicyChoice choice, double reward) => open.Pay(choice.Link.Id, choice.Link.Url, reward);

    public byte[] Save()
    {
        Settle();
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(Version);
            writer.Write(chances.Drawn);
            writer.Write(learned);
            model.Write(writer);
            var kept = groups.Values.Where(g => g.Weight > 0).OrderByDescending(g => g.Weight).ThenBy(g => g.Key).ToArray();
            writer.Write(kept.Length);
            foreach (var group in kept)
            {
                writer.Write(group.Key);
                writer.Write((float)group.Weight);
                writer.Write((float)group.Sum);
            }
        }

        return stream.ToArray();
    }

    private void Restore(byte[] saved)
    {
        if (saved[0] != Version || saved.Length < FixedBytes)
        {
            return;
        }

        using var reader = new BinaryReader(new MemoryStream(saved));
        reader.ReadByte();
        chances.Drawn = reader.ReadInt64();
        learned = reader.ReadInt64();
        model.Read(reader);
        var kept = Math.Min(reader.ReadInt32(), (saved.Length - FixedBytes) / GroupBytes);
        for (var left = kept; left > 0; left--)
        {
            var group = new CandidateGroup(reader.ReadUInt32());
            group.Restore(reader.ReadSingle(), reader.ReadSingle());
            groups[group.Key] = group;
        }
    }

    private CandidateGroup GroupOf(string name)
    {
        var key = LinkGroup.Hash("", name);
        if (groups.TryGetValue(key, out var group))
        {
            group.Name = name;
            return group;
        }

        if (groups.Count >= MostGroups)
        {
            // A site with a pattern for every page: the rest shares some groups.
            key = key % 64;
            name = $"other {key}";
            if (groups.TryGetValue(key, out group))
            {
                group.Name = name;
                return group;
            }
        }

        return groups[key] = new CandidateGroup(key) { Name = name };
    }

    /// <summary>Learns from the choices that were paid since the last one.</summary>
    private void Settle()
    {
        foreach (var choice in open.TakePaid())
        {
            var candidate = choice.Candidate;
            var worth = Index(choice);
            model.Learn(candidate.Prior, candidate.Features, worth);
            candidate.Group.Learn(worth, 1 - (1 / settings.Memory));
            learned++;
        }
    }

    /// <summary>
    /// What a page was worth with what it leads to: the best mean worth a fetch that can be had from the page and the best of its new links
    /// together, the index of a branching bandit (Weiss 1988). An article is worth 1; a list that gives nothing itself but leads to nineteen
    /// articles 0.95; a page that gives neither 0.
    /// </summary>
    private double Index(OpenChoice choice)
    {
        var best = choice.Reward!.Value;
        if (choice.Links.Count == 0 || settings.Hub == 0)
        {
            return best;
        }

        var worths = new double[choice.Links.Count];
        for (var i = 0; i < worths.Length; i++)
        {
            worths[i] = Worth(choice.Links[i].Group, Predict(choice.Links[i]));
        }

        Array.Sort(worths);
        var sum = best;
        for (var taken = 1; taken <= worths.Length; taken++)
        {
            sum += worths[^taken] * settings.Hub;
            best = Math.Max(best, sum / (taken + 1));
        }

        return best;
    }

    private double Predict(Candidate candidate) => settings.Classifier ? model.Predict(candidate.Prior, candidate.Features) : 0.5;

    private double Worth(CandidateGroup group, double score) =>
        ((group.Sum * settings.Group) + (score * settings.Trust)) / ((group.Weight * settings.Group) + settings.Trust);

    private CandidateGroup Best()
    {
        var best = awake[0];
        var most = double.NegativeInfinity;
        var log = Math.Log(learned + 2);
        foreach (var group in awake)
        {
            var worth = Worth(group, group.Top.Score);
            if (settings.Bonus > 0)
            {
                worth += settings.Bonus * Math.Sqrt(log / (group.Weight + 1));
            }

            if (worth > most || (worth == most && group.Top.Link.Id < best.Top.Link.Id))
            {
                (best, most) = (group, worth);
            }
        }

        return best;
    }

    /// <summary>The classifier has moved on since most scores were taken: each decision renews some, the tops first.</summary>
    private void Refresh()
    {
        if (!settings.Classifier)
        {
            return;
        }

        for (var i = 0; i < Math.Min(Refreshed, awake.Count); i++)
        {
            refreshAt = (refreshAt + 1) % awake.Count;
            var group = awake[refreshAt];
            Rescore(group, 0);
            Rescore(group, chances.Below(group.Count));
        }
    }

    private void Rescore(CandidateGroup group, int at)
    {
        group[at].Score = Predict(group[at]);
        group.Moved(at);
    }
}
