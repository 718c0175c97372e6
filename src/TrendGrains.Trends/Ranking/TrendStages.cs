namespace TrendGrains.Trends.Ranking;

/// <summary>Where a trend stands in its life, from how its arrival rate of the last hour compares with that of the day.</summary>
public static class TrendStages
{
    public static TrendStage At(Heat heat, DateTimeOffset firstSeen, DateTimeOffset now)
    {
        var fast = Heat.At(heat.Fast, now, Heat.FastHalfLife);
        var slow = Heat.At(heat.Slow, now, Heat.SlowHalfLife);
        if (fast < 0.01)
        {
            return TrendStage.Over;
        }

        if (now - firstSeen < TimeSpan.FromMinutes(30))
        {
            return TrendStage.New;
        }

        return (fast / slow) switch
        {
            > 0.6 when fast >= 4 => TrendStage.Exploding,
            > 0.35 => TrendStage.Climbing,
            > 0.15 => TrendStage.Peaking,
            _ => TrendStage.Cooling,
        };
    }
}
