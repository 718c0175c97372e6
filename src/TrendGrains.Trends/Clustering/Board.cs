using System.Text.Json;
using TrendGrains.Text;
using TrendGrains.Trends.Ranking;

namespace TrendGrains.Trends.Clustering;

/// <summary>
/// Groups the items of one language into trends: one pass, strictly in order of arrival. Pure: the same items in the same order give the
/// same trends on every machine. Not for two threads at once.
/// </summary>
public sealed class Board(string language, BoardOptions options)
{
    private const double Threshold = 0.4;

    private Dictionary<Guid, Group> groups = [];

    public string Language { get; } = language;

    /// <summary>Arrival number of the last item taken in; 0 before the first.</summary>
    public long Seq { get; private set; }

    /// <summary>Stream time: the latest event time seen.</summary>
    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Trends that may still take items.</summary>
    public IEnumerable<TrendState> Open => groups.Values.Select(State);

    /// <summary>Decides where an item belongs and takes it in.</summary>
    /// <exception cref="ArgumentException">Its arrival number is not above <see cref="Seq"/>.</exception>
    public Assignment Assign(StoryItem item)
    {
        var words = Words.Of($"{item.Title} {item.Text}".ToLowerInvariant()).Take(60).ToHashSet();
        var (best, similarity) = (default(Group), 0.0);
        foreach (var group in groups.Values)
        {
            var alike = (double)words.Count(group.Words.Contains) / Math.Max(1, Math.Min(words.Count, group.Words.Count));
            if (alike > similarity)
            {
                (best, similarity) = (group, alike);
            }
        }

        var joins = best is not null && similarity >= Threshold;
        var trend = joins ? best!.Id : TrendKey.Of(Language, item.Id);
        Restore(item, trend);
        return new Assignment(trend, !joins, (float)similarity, new SimilarityParts(0, (float)similarity, 0, 0), joins ? best!.FirstItem : null);
    }

    /// <summary>Takes an item in where it was decided before that it belongs; leaves the board exactly as <see cref="Assign"/> did then.</summary>
    public void Restore(StoryItem item, Guid trend)
    {
        if (item.Seq <= Seq)
        {
            throw new ArgumentException($"Item {item.Seq} comes after {Seq} was taken in.", nameof(item));
        }

        Seq = item.Seq;
        Now = item.Time > Now ? item.Time : Now;
        if (!groups.TryGetValue(trend, out var group))
        {
            groups[trend] = group = new Group { Id = trend, FirstItem = item.Id, Label = item.Title ?? "", FirstSeen = item.Time };
        }

        group.Add(item);
        foreach (var resting in groups.Values.Where(g => g.LastSeen < Now - options.Memory).Select(g => g.Id).ToArray())
        {
            groups.Remove(resting);
        }
    }

    /// <summary>The trend, while it is open; the one just assigned to always is.</summary>
    public TrendState? Find(Guid trend) => groups.TryGetValue(trend, out var group) ? State(group) : null;

    /// <summary>Everything that the board knows, for <see cref="Load"/>.</summary>
    public byte[] Save() => JsonSerializer.SerializeToUtf8Bytes(new Saved(Language, Seq, Now, [.. groups.Values]));

    /// <exception cref="InvalidDataException">It is no snapshot of a board.</exception>
    public static Board Load(byte[] snapshot, BoardOptions options)
    {
        try
        {
            var saved = JsonSerializer.Deserialize<Saved>(snapshot)!;
            return new Board(saved.Language, options) { Seq = saved.Seq, Now = saved.Now, groups = saved.Groups.ToDictionary(g => g.Id) };
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"not a board's snapshot: {error.Message}", error);
        }
    }

    private static TrendState State(Group g) =>
        new(g.Id, g.FirstItem, g.FirstSeen, g.LastSeen, g.Items, g.Sources.Count, new Heat(g.Fast, g.Main, g.Slow), g.Label, []);

    private sealed record Saved(string Language, long Seq, DateTimeOffset Now, Group[] Groups);

    private sealed class Group
    {
        public Guid Id { get; init; }
        public Guid FirstItem { get; init; }
        public string Label { get; init; } = "";
        public DateTimeOffset FirstSeen { get; set; }
        public DateTimeOffset LastSeen { get; set; } = DateTimeOffset.MinValue;
        public int Items { get; set; }
        public HashSet<string> Sources { get; init; } = [];
        public HashSet<string> Words { get; init; } = [];
        public double Fast { get; set; } = Heat.None.Fast;
        public double Main { get; set; } = Heat.None.Main;
        public double Slow { get; set; } = Heat.None.Slow;

        public void Add(StoryItem item)
        {
            Items++;
            (Fast, Main, Slow) = new Heat(Fast, Main, Slow).Add(item.Time, Sources.Add(item.Source) ? 1 : 0.25);
            FirstSeen = item.Time < FirstSeen ? item.Time : FirstSeen;
            LastSeen = item.Time > LastSeen ? item.Time : LastSeen;
            foreach (var word in TrendGrains.Text.Words.Of($"{item.Title} {item.Text}".ToLowerInvariant()).Take(60))
            {
                Words.Add(word);
            }
        }
    }
}
