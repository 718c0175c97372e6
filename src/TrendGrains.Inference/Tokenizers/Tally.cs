namespace TrendGrains.Inference.Tokenizers;

/// <summary>Counts buckets in order of first occurrence; used again and again, since its index is as long as the model's table.</summary>
internal sealed class Tally(int buckets)
{
    private readonly int[] places = new int[buckets];
    private int[] seen = new int[256];
    private int[] counts = new int[256];

    public int Count { get; private set; }

    public void Add(int bucket)
    {
        // Places are kept plus one, so that a fresh array says "not seen".
        ref var place = ref places[bucket];
        if (place == 0)
        {
            if (Count == seen.Length)
            {
                Array.Resize(ref seen, Count * 2);
                Array.Resize(ref counts, Count * 2);
            }
            seen[Count] = bucket;
            counts[Count] = 0;
            place = ++Count;
        }
        counts[place - 1]++;
    }

    /// <summary>What was counted; the tally is empty afterwards.</summary>
    public TokenFeatures Take()
    {
        var found = seen.AsSpan(0, Count).ToArray();
        var weights = new float[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            weights[i] = MathF.Sqrt(counts[i]);
            places[found[i]] = 0;
        }
        Count = 0;
        return new TokenFeatures(found, weights);
    }
}
