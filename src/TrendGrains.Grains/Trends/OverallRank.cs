using System.Text.Json;
using TrendGrains.Storage.Trends;
using TrendGrains.Trends.Ranking;

namespace TrendGrains.Grains.Trends;

/// <summary>Decides ranks and stages from heat and stream time; pure, so that the same record gives the same ranks.</summary>
internal static class OverallRank
{
    /// <summary>How many trends have a rank.</summary>
    public const int Ranked = 200;

    /// <summary>How many are made presentable with a picture.</summary>
    public const int Presented = 60;

    /// <summary>Entering these is news.</summary>
    private const int Top = 20;

    /// <param name="contenders">The hottest first; beyond <see cref="Ranked"/>, those that were ranked before.</param>
    /// <returns>Only what changed.</returns>
    public static (List<RankUpdate> Changes, TrendEvent[] Events) Decide(IReadOnlyList<RankContender> contenders, DateTimeOffset now)
    {
        var changes = new List<RankUpdate>();
        var events = new List<TrendEvent>();
        for (var i = 0; i < contenders.Count; i++)
        {
            var trend = contenders[i];
            var heat = new Heat(trend.HeatFast, trend.Heat, trend.HeatSlow);
            int? rank = i < Ranked ? i + 1 : null;
            var stage = TrendStages.At(heat, trend.FirstSeen, now).ToString().ToLowerInvariant();
            if (rank == trend.Rank && stage == trend.Stage)
            {
                continue;
            }

            changes.Add(new RankUpdate(trend.Id, rank, stage, heat.ScoreAt(now)));
            if (rank <= Top && !(trend.Rank <= Top))
            {
                events.Add(Event(trend.Id, "rank", now, new { rank, previous = trend.Rank }));
            }

            if (rank is not null && stage != trend.Stage)
            {
                events.Add(Event(trend.Id, "stage", now, new { stage, previous = trend.Stage }));
            }
        }

        changes.Sort((a, b) => a.Id.CompareTo(b.Id));
        return (changes, [.. events]);
    }

    private static TrendEvent Event(Guid trend, string kind, DateTimeOffset at, object body) =>
        new(trend, kind, at, JsonSerializer.Serialize(body, JsonSerializerOptions.Web));
}
