namespace TrendGrains.Inference.Batching;

/// <summary>The last few hundred measurements. Safe for several threads.</summary>
internal sealed class Recent
{
    private const int Size = 512;

    private readonly Lock gate = new();
    private readonly double[] ring = new double[Size];
    private long count;

    public void Add(double value)
    {
        lock (gate)
        {
            ring[count++ % Size] = value;
        }
    }

    public double Mean() => Copy() is { Length: > 0 } values ? values.Average() : 0;

    /// <summary>The percentile, 0…1; 0 before the first measurement.</summary>
    public double At(double part) => Copy() is { Length: > 0 } values ? values.Order().ElementAt((int)(part * (values.Length - 1))) : 0;

    private double[] Copy()
    {
        lock (gate)
        {
            return [.. ring.Take((int)Math.Min(count, Size))];
        }
    }
}
