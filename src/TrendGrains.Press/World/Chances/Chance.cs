namespace TrendGrains.Press.World.Chances;

/// <summary>
/// The world's own dice, so that the same seed gives the same world on every machine and runtime: SplitMix64, as given by
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Integers only.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    public ulong Next()
    {
        state += GoldenGamma;
        return Mix(state);
    }

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Percent(int chance) => Below(100) < chance;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Dice of their own for one part of the world, so that a change in one part leaves the others as they were.</summary>
    public static Chance For(ulong seed, ulong part, ulong member) => new(Mix(Mix(seed + GoldenGamma) ^ Mix((part << 40) + member)));

    /// <summary>Dice that go on from here and from nowhere else: two of them roll the same.</summary>
    public Chance Copy() => new(state);

    public T[] Shuffled<T>(IReadOnlyList<T> cards)
    {
        T[] deck = [.. cards];
        for (var i = deck.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (deck[i], deck[j]) = (deck[j], deck[i]);
        }
        return deck;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
