using System.Text.Json;
using TrendGrains.Storage.Trends;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Grains.Trends;

/// <summary>One turn of a board: items in, what is to be stored out. Pure but for the board's own memory.</summary>
internal static class BoardTurns
{
    /// <summary>Width of a trend's points.</summary>
    public static readonly TimeSpan Bucket = TimeSpan.FromMinutes(10);

    public static BoardTurn Take(Board board, IReadOnlyList<Arrival> arrivals)
    {
        var after = board.Seq;
        var items = new TrendItemRow[arrivals.Count];
        var states = new Dictionary<Guid, TrendState>();
        var before = new Dictionary<Guid, int>();
        var points = new SortedDictionary<(Guid, DateTimeOffset), int>();
        for (var i = 0; i < arrivals.Count; i++)
        {
            var item = Story(arrivals[i]);
            var assignment = board.Assign(item);
            items[i] = Row(board.Language, item, assignment);
            var state = board.Find(assignment.Trend)!;
            before.TryAdd(state.Id, state.Items - 1);
            states[state.Id] = state;
            var point = (state.Id, BucketOf(item.Time));
            points[point] = points.GetValueOrDefault(point) + 1;
        }

        // In the order of their keys, as everyone who locks several trends does.
        var changed = states.Values.OrderBy(s => s.Id).ToArray();
        return new BoardTurn
        {
            Board = board.Language,
            After = after,
            Seq = board.Seq,
            Now = board.Now,
            Items = items,
            Trends = Array.ConvertAll(changed, Update),
            Points = [.. points.Select(p => Point(states[p.Key.Item1], p.Key.Item2, p.Value))],
            Events = [.. changed.Where(s => s.Items > 1).Select(s => Event(s, before[s.Id]))],
        };
    }

    public static StoryItem Story(Arrival arrival) => new()
    {
        Id = arrival.ItemId,
        Seq = arrival.Seq,
        Time = arrival.EventTime,
        Source = arrival.Source,
        Title = arrival.Title,
        Text = arrival.Text,
        Url = arrival.Url,
        Language = arrival.Language,
        Vector = arrival.Embedding,
    };

    public static DateTimeOffset BucketOf(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % Bucket.Ticks), TimeSpan.Zero);

    private static TrendItemRow Row(string board, StoryItem item, Assignment assignment) => new()
    {
        ItemId = item.Id,
        TrendId = assignment.Trend,
        Seq = item.Seq,
        Board = board,
        Similarity = assignment.Similarity,
        TitlePart = assignment.Parts.Title,
        BodyPart = assignment.Parts.Body,
        DensePart = assignment.Parts.Dense,
        RecencyPart = assignment.Parts.Recency,
        Nearest = assignment.Nearest,
    };

    private static TrendUpdate Update(TrendState s) => new(
        s.Id, s.FirstItem, s.Label, s.Keywords, s.FirstSeen, s.LastSeen, s.Items, s.Sources, s.Heat.Fast, s.Heat.Main, s.Heat.Slow);

    private static TrendPointUpdate Point(TrendState state, DateTimeOffset bucket, int items) =>
        new(state.Id, bucket, items, state.Sources, state.Heat.ScoreAt(bucket + Bucket));

    private static TrendEvent Event(TrendState state, int before) => new(
        state.Id, before < 2 ? "new" : "grown", state.LastSeen, JsonSerializer.Serialize(new { state.Items, state.Sources, state.Label }, JsonSerializerOptions.Web));
}
