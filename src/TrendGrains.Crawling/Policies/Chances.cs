namespace TrendGrains.Crawling.Policies;

/// <summary>Chance that can be saved: the n-th draw follows from the seed and n alone (SplitMix64, Steele et al. 2014).</summary>
internal sealed class Chances(int seed)
{
    public long Drawn { get; set; }

    /// <summary>0 to below 1.</summary>
    public double Next()
    {
        var z = unchecked(((ulong)seed * 0xD1B54A32D192ED03) + ((ulong)++Drawn * 0x9E3779B97F4A7C15));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public int Below(int count) => (int)(Next() * count);
}
