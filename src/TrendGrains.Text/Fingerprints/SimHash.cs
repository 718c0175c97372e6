using System.Numerics;
using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Fingerprints;

/// <summary>Charikar's SimHash (STOC 2002): 64 bits of which near-alike weighted word bags share most.</summary>
public static class SimHash
{
    /// <summary>0 for an empty vector.</summary>
    public static ulong Of(TermVector vector)
    {
        Span<float> sums = stackalloc float[64];
        sums.Clear();
        for (var i = 0; i < vector.Terms.Length; i++)
        {
            var term = vector.Terms[i];
            var bits = ((ulong)TermKey.Mix(term ^ 0xA5A5A5A5u) << 32) | TermKey.Mix(term);
            for (var bit = 0; bit < 64; bit++)
            {
                sums[bit] += ((bits >> bit) & 1) == 0 ? -vector.Weights[i] : vector.Weights[i];
            }
        }

        var hash = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            hash |= sums[bit] > 0 ? 1UL << bit : 0;
        }

        return hash;
    }

    /// <summary>Bits that differ, 0-64; near-copies of an article lie within 3-6 (Manku et al., WWW 2007).</summary>
    public static int Distance(ulong a, ulong b) => BitOperations.PopCount(a ^ b);
}
