using TrendGrains.Storage.Trends;
using TrendGrains.Web.Trends;

namespace TrendGrains.Web.Tests.Trends;

internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static RankedTrend Trend(int rank = 1, string label = "Storm at the coast") => new()
    {
        Id = new Guid(rank, 0, 0, new byte[8]),
        Board = "en",
        Language = "en",
        Label = label,
        Stage = "climbing",
        Score = 3,
        Rank = rank,
        PreviousRank = rank,
        Items = 7,
        Sources = 3,
        FirstSeen = Noon.AddHours(-3),
        LastSeen = Noon.AddMinutes(-12),
        Keywords = ["storm", "coast"],
    };

    public static TrendMember Member(RankedTrend trend, int number, string? title = null) => new()
    {
        TrendId = trend.Id,
        ItemId = new Guid(number, 1, 0, new byte[8]),
        Title = title ?? $"Headline {number}",
        Url = $"https://news{number}.example/story",
        Language = trend.Language,
        Source = $"source-{number}",
        SourceTitle = $"Paper {number}",
        EventTime = Noon.AddMinutes(-number),
    };

    public static BoardView View(params RankedTrend[] trends) => new()
    {
        Filter = BoardFilter.All[0],
        Clock = new PageClock(Noon, Noon),
        Health = new BoardHealth(null, 12, 3, false, new TrendHealth(Noon, 40, 0, trends.Length)),
        Trends = trends,
        Members = trends.SelectMany(t => Enumerable.Range(1, 4).Select(n => Member(t, n))).ToLookup(m => m.TrendId),
    };
}
