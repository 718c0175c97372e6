namespace TrendGrains.Press.Pictures;

/// <summary>SplitMix64 (Steele et al., 2014): what varies in a scene, the same on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>In [0, 1).</summary>
    public double Share()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Between(double least, double most) => least + ((most - least) * Share());

    public int Below(int bound) => (int)(Share() * bound);

    public bool Chance(double share) => Share() < share;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
