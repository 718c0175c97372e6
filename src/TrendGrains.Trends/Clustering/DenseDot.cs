using System.Runtime.Intrinsics;

namespace TrendGrains.Trends.Clustering;

/// <summary>Products of vectors kept in bytes. Whole numbers: every order of adding, and so every machine, gives the same.</summary>
internal static class DenseDot
{
    /// <summary>Cosine of two unit vectors in units of 1/127, 0-1; negative ones and different spaces as 0.</summary>
    public static float Cosine(sbyte[]? a, sbyte[]? b) =>
        a is null || b is null || a.Length != b.Length ? 0 : Math.Clamp(Of(a, b) / (127f * 127f), 0, 1);

    public static int Of(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var (sum, at) = (0, 0);
        if (a.Length >= Vector128<sbyte>.Count)
        {
            var sums = Vector128<int>.Zero;
            for (; at <= a.Length - Vector128<sbyte>.Count; at += Vector128<sbyte>.Count)
            {
                var (x, y) = (Vector128.Create(a[at..]), Vector128.Create(b[at..]));
                var (low, lowOther) = (Vector128.WidenLower(x), Vector128.WidenLower(y));
                var (high, highOther) = (Vector128.WidenUpper(x), Vector128.WidenUpper(y));

                // 127 × 127 twice stays below 32,768.
                var products = (low * lowOther) + (high * highOther);
                sums += Vector128.WidenLower(products) + Vector128.WidenUpper(products);
            }

            sum = Vector128.Sum(sums);
        }

        for (; at < a.Length; at++)
        {
            sum += a[at] * b[at];
        }

        return sum;
    }
}
