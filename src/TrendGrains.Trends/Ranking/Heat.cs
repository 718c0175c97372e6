using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Ranking;

/// <summary>
/// Arrival rates of a trend, decayed exponentially and kept as logarithms that are the same at any moment of reading: log2 of the decayed
/// sum at time t, plus t in half-lives since the Unix epoch. Comparing two trends needs no clock; only an arrival changes them.
/// </summary>
/// <param name="Fast">Half-life one hour.</param>
/// <param name="Main">Half-life six hours; trends are ranked by it.</param>
/// <param name="Slow">Half-life one day.</param>
public readonly record struct Heat(double Fast, double Main, double Slow)
{
    public static readonly TimeSpan FastHalfLife = TimeSpan.FromHours(1);
    public static readonly TimeSpan MainHalfLife = TimeSpan.FromHours(6);
    public static readonly TimeSpan SlowHalfLife = TimeSpan.FromDays(1);

    /// <summary>Nothing has arrived.</summary>
    public static Heat None => new(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>With one more arrival at <paramref name="time"/>, which may lie before earlier ones, weighing <paramref name="weight"/> (0-1).</summary>
    public Heat Add(DateTimeOffset time, double weight) => new(
        Add(Fast, time, FastHalfLife, weight), Add(Main, time, MainHalfLife, weight), Add(Slow, time, SlowHalfLife, weight));

    /// <summary>The decayed sum of the main half-life at <paramref name="now"/>: what is shown as the trend's score.</summary>
    public double ScoreAt(DateTimeOffset now) => At(Main, now, MainHalfLife);

    /// <summary>The decayed sum of a logarithm kept here.</summary>
    internal static double At(double log, DateTimeOffset now, TimeSpan halfLife) => StableMath.Exp2(log - HalfLives(now, halfLife));

    private static double Add(double log, DateTimeOffset time, TimeSpan halfLife, double weight)
    {
        var arrival = HalfLives(time, halfLife) + StableMath.Log2(weight);
        var (high, low) = log > arrival ? (log, arrival) : (arrival, log);
        return double.IsNegativeInfinity(low) ? high : high + StableMath.Log2(1 + StableMath.Exp2(low - high));
    }

    private static double HalfLives(DateTimeOffset time, TimeSpan halfLife) => (time - DateTimeOffset.UnixEpoch) / halfLife;
}
