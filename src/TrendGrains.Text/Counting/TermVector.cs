namespace TrendGrains.Text.Counting;

/// <summary>A sparse vector: terms ascending, a weight each, and its length.</summary>
public sealed class TermVector
{
    public static readonly TermVector Empty = new([], []);

    /// <exception cref="ArgumentException">The arrays differ in length, or the terms do not ascend.</exception>
    public TermVector(uint[] terms, float[] weights)
    {
        if (terms.Length != weights.Length)
        {
            throw new ArgumentException($"{terms.Length} terms and {weights.Length} weights.", nameof(weights));
        }

        for (var i = 1; i < terms.Length; i++)
        {
            if (terms[i] <= terms[i - 1])
            {
                throw new ArgumentException("Terms must ascend.", nameof(terms));
            }
        }

        (Terms, Weights) = (terms, weights);
        var square = 0f;
        foreach (var weight in weights)
        {
            square += weight * weight;
        }

        Norm = MathF.Sqrt(square);
    }

    public uint[] Terms { get; }

    public float[] Weights { get; }

    public float Norm { get; }

    /// <summary>0 where either is empty.</summary>
    public static float Cosine(TermVector a, TermVector b)
    {
        var scale = a.Norm * b.Norm;
        return scale > 0 ? Math.Min(1, Dot(a, b) / scale) : 0;
    }

    public static float Dot(TermVector a, TermVector b)
    {
        var (left, right) = (a.Terms, b.Terms);
        var (i, j, sum) = (0, 0, 0f);
        while (i < left.Length && j < right.Length)
        {
            var (x, y) = (left[i], right[j]);
            if (x == y)
            {
                sum += a.Weights[i++] * b.Weights[j++];
            }
            else
            {
                i += x < y ? 1 : 0;
                j += x < y ? 0 : 1;
            }
        }

        return sum;
    }
}
