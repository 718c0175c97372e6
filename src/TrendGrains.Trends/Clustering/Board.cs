using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Clustering;

/// <summary>
/// Groups the items of one language into trends: one pass, strictly in order of arrival. Pure: the same items in the same order give the
/// same trends on every machine. Not for two threads at once.
/// </summary>
public sealed class Board
{
    private readonly BoardOptions options;
    private readonly OpenTrends open;
    private readonly ItemReader reader;
    private readonly Likeness likeness;
    private readonly CandidateSearch search;
    private readonly DocumentFrequencies frequencies;
    private readonly JoinModel model;

    public Board(string language, BoardOptions options)
        : this(language, options, new DocumentFrequencies(options.LargestVocabulary), JoinModel.Learned)
    {
    }

    internal Board(string language, BoardOptions options, DocumentFrequencies frequencies, JoinModel model)
    {
        (Language, this.options, this.frequencies, this.model) = (language, options, frequencies, model);
        reader = new ItemReader(frequencies);
        likeness = new Likeness(frequencies);
        open = new OpenTrends();
        search = new CandidateSearch(frequencies, open.Index, open.Window);
    }

    public string Language { get; }

    /// <summary>Arrival number of the last item taken in; 0 before the first.</summary>
    public long Seq { get; private set; }

    /// <summary>Stream time: the latest event time seen.</summary>
    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>How many trends may still take items; <see cref="Open"/> works each one's keywords out, this does not.</summary>
    public int OpenCount => open.Count;

    /// <summary>Trends that may still take items, in the order in which they began.</summary>
    public IEnumerable<TrendState> Open => open.InOrder().Select(State);

    /// <summary>Decides where an item belongs and takes it in.</summary>
    /// <exception cref="ArgumentException">Its arrival number is not above <see cref="Seq"/>.</exception>
    public Assignment Assign(StoryItem item)
    {
        var held = Begin(item);
        var (trend, assignment) = Decide(item, held);
        TakeIn(held, trend ?? open.Begin(assignment.Trend, item.Id));
        return assignment;
    }

    /// <summary>Takes an item in where it was decided before that it belongs; leaves the board exactly as <see cref="Assign"/> did then.</summary>
    public void Restore(StoryItem item, Guid trend)
    {
        var held = Begin(item);
        TakeIn(held, open.Find(trend) ?? open.Begin(trend, item.Id));
    }

    /// <summary>The trend, while it is open; the one just assigned to always is.</summary>
    public TrendState? Find(Guid trend) => open.Find(trend) is { } found ? State(found) : null;

    /// <summary>Everything that the board knows, for <see cref="Load"/>.</summary>
    public byte[] Save() => BoardSnapshot.Write(Language, Seq, Now, frequencies, open);

    /// <exception cref="InvalidDataException">It is no snapshot of a board.</exception>
    public static Board Load(byte[] snapshot, BoardOptions options)
    {
        var saved = BoardSnapshot.Read(snapshot, options);
        var board = new Board(saved.Language, options, saved.Frequencies, JoinModel.Learned) { Seq = saved.Seq, Now = saved.Now };
        saved.Restore(board.open);
        return board;
    }

    /// <summary>Moves the clock on, closes what rested too long, and reads the item; nothing of it is taken in yet.</summary>
    private HeldItem Begin(StoryItem item)
    {
        if (item.Seq <= Seq)
        {
            throw new ArgumentException($"Item {item.Seq} comes after {Seq} was taken in.", nameof(item));
        }

        Seq = item.Seq;
        Now = item.Time > Now ? item.Time.ToUniversalTime() : Now;
        open.CloseBefore(Now - DateTimeOffset.MinValue > options.Memory ? Now - options.Memory : DateTimeOffset.MinValue);
        return reader.Read(item);
    }

    private (OpenTrend? Trend, Assignment Assignment) Decide(StoryItem item, HeldItem held)
    {
        var (best, nearest, evidence, probability) = (default(OpenTrend), default(HeldItem), default(Evidence), 0f);
        if (item.Time >= Now - options.Memory)
        {
            likeness.Take(held);
            foreach (var slot in search.For(held, open.Slots))
            {
                var trend = open.Slots[slot]!;
                var (found, like) = likeness.With(trend);
                var chance = model.Probability(found);
                if (chance > probability || (chance == probability && best is not null && trend.Ordinal < best.Ordinal))
                {
                    (best, nearest, evidence, probability) = (trend, like, found, chance);
                }
            }
        }

        if (best is not null && probability >= model.Threshold)
        {
            return (best, new Assignment(best.Id, IsNew: false, probability, evidence.Parts, nearest!.Id));
        }

        // The same item told anew, in words too different to be known again, is still its own trend's.
        var key = TrendKey.Of(Language, item.Id);
        var own = open.Find(key);
        return (own, new Assignment(key, IsNew: own is null, probability, evidence.Parts, own is null ? null : item.Id));
    }

    private void TakeIn(HeldItem item, OpenTrend trend)
    {
        Count(trend);
        if (open.Take(trend, item))
        {
            foreach (var held in trend.Held)
            {
                reader.Weigh(held);
            }

            if (trend.Held.Count > 1)
            {
                (trend.Middle ??= new Centroid()).Work(trend.Held, frequencies.Idf);
            }
        }

        TrendLabel.Review(trend, frequencies);
        open.Limit(options.LargestBoard, trend);
    }

    /// <summary>
    /// A word counts once a trend, not once an item: what a hundred reports of one event repeat is the event's name, what a hundred
    /// events share is their frame.
    /// </summary>
    private void Count(OpenTrend trend)
    {
        if (trend.Items == 0)
        {
            frequencies.Add(reader.Distinct);
        }
        else
        {
            frequencies.Extend(reader.DistinctBut(trend));
        }
    }

    private TrendState State(OpenTrend trend) => new(
        trend.Id, trend.FirstItem, trend.FirstSeen, trend.LastSeen, trend.Items, trend.Voices.Count, trend.Heat, trend.Label, TrendKeywords.Of(trend, frequencies));
}
