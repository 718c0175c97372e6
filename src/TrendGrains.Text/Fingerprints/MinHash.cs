using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Fingerprints;

/// <summary>
/// Estimates the Jaccard likeness of two sets from k numbers each. One permutation cut into k bins (Li, Owen and Zhang, NIPS 2012), empty bins
/// filled from others by hashing (optimal densification, Shrivastava, ICML 2017): one hash a member, not k.
/// </summary>
public static class MinHash
{
    /// <summary>Fills <paramref name="signature"/>, whose length is k, a power of two; all ones for an empty set.</summary>
    public static void Sign(ReadOnlySpan<uint> members, Span<uint> signature)
    {
        signature.Fill(uint.MaxValue);
        var bins = (uint)signature.Length;
        foreach (var member in members)
        {
            var hash = TermKey.Mix(member ^ 0x5BD1E995u);
            ref var least = ref signature[(int)(hash & (bins - 1))];
            least = Math.Min(least, TermKey.Mix(hash) & 0x7FFFFFFF);
        }

        if (!members.IsEmpty)
        {
            Densify(signature);
        }
    }

    /// <summary>Share of bins that agree, 0-1; 0 where either set was empty.</summary>
    public static float Jaccard(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        if (a.Length != b.Length || a.IsEmpty || a[0] == uint.MaxValue || b[0] == uint.MaxValue)
        {
            return 0;
        }

        var same = 0;
        for (var i = 0; i < a.Length; i++)
        {
            same += a[i] == b[i] ? 1 : 0;
        }

        return (float)same / a.Length;
    }

    /// <summary>
    /// One key a band of <paramref name="rows"/> bins: sets of likeness s share at least one of b bands with probability 1 − (1 − s^rows)^b.
    /// </summary>
    public static void Bands(ReadOnlySpan<uint> signature, int rows, Span<uint> keys)
    {
        for (var band = 0; band < keys.Length; band++)
        {
            var key = (uint)band;
            foreach (var value in signature.Slice(band * rows, rows))
            {
                key = TermKey.Pair(key, value);
            }

            keys[band] = key;
        }
    }

    private static void Densify(Span<uint> signature)
    {
        Span<uint> sparse = stackalloc uint[signature.Length];
        signature.CopyTo(sparse);
        for (var bin = 0; bin < signature.Length; bin++)
        {
            for (var attempt = 1u; signature[bin] == uint.MaxValue; attempt++)
            {
                signature[bin] = sparse[(int)(TermKey.Pair((uint)bin, attempt) & (uint)(signature.Length - 1))];
            }
        }
    }
}
