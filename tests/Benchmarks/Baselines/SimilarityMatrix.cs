using TrendGrains.Text.Counting;

namespace TrendGrains.Benchmarks.Baselines;

/// <summary>The cosine of every two items; what all baselines share, so that a sweep over thresholds pays for it once.</summary>
internal sealed class SimilarityMatrix
{
    private readonly float[] cells;

    public SimilarityMatrix(TermVector[] vectors)
    {
        Count = vectors.Length;
        cells = new float[Count * Count];
        Parallel.For(0, Count, i =>
        {
            for (var j = 0; j <= i; j++)
            {
                cells[(i * Count) + j] = cells[(j * Count) + i] = i == j ? 1 : TermVector.Cosine(vectors[i], vectors[j]);
            }
        });
    }

    public int Count { get; }

    public ReadOnlySpan<float> this[int row] => cells.AsSpan(row * Count, Count);

    public float[] Copy() => (float[])cells.Clone();
}
