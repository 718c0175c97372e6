namespace TrendGrains.Trends.Ranking;

/// <summary>
/// Where a trend stands in its life, from how much of the last six hours' arrivals lies in the last hour. That share is near 1 for what just
/// began, a half after three steady hours, a third after six, a sixth when it has long been steady, and falls to 0 when nobody adds to it.
/// </summary>
public static class TrendStages
{
    /// <summary>A single report is this small after fourteen hours, twenty at once after forty.</summary>
    private const double LeastScore = 0.2;

    /// <summary>Voices in about an hour below which nothing explodes, however sudden.</summary>
    private const double LeastBurst = 4;

    private const double ExplodingShare = 0.6;
    private const double ClimbingShare = 0.35;

    /// <summary>Just below the sixth of a steady stream.</summary>
    private const double PeakingShare = 0.15;

    private static readonly TimeSpan youth = TimeSpan.FromMinutes(30);

    public static TrendStage At(Heat heat, DateTimeOffset firstSeen, DateTimeOffset now)
    {
        var main = heat.ScoreAt(now);
        if (main < LeastScore)
        {
            return TrendStage.Over;
        }

        var fast = Heat.At(heat.Fast, now, Heat.FastHalfLife);
        var share = fast / main;
        if (fast >= LeastBurst && share > ExplodingShare)
        {
            return TrendStage.Exploding;
        }

        if (now - firstSeen < youth)
        {
            return TrendStage.New;
        }

        return share switch
        {
            > ClimbingShare => TrendStage.Climbing,
            > PeakingShare => TrendStage.Peaking,
            _ => TrendStage.Cooling,
        };
    }
}
