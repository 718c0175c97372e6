namespace TrendGrains.Inference.Caching;

/// <summary>The results used last, by content and version, as many as fit. Safe for several threads.</summary>
internal sealed class ResultMemory(long mostBytes)
{
    /// <summary>Of an entry besides its numbers: key, list node, dictionary slot, array header.</summary>
    private const int Overhead = 184;

    private readonly Lock gate = new();
    private readonly Dictionary<ResultKey, LinkedListNode<(ResultKey Key, float[] Numbers)>> places = [];
    private readonly LinkedList<(ResultKey Key, float[] Numbers)> byUse = [];

    public long Bytes { get; private set; }

    public float[]? Find(ResultKey key)
    {
        lock (gate)
        {
            if (!places.TryGetValue(key, out var node))
            {
                return null;
            }
            byUse.Remove(node);
            byUse.AddLast(node);
            return node.Value.Numbers;
        }
    }

    public void Keep(ResultKey key, float[] numbers)
    {
        lock (gate)
        {
            if (SizeOf(numbers) > mostBytes || !places.TryAdd(key, null!))
            {
                return;
            }
            places[key] = byUse.AddLast((key, numbers));
            Bytes += SizeOf(numbers);
            while (Bytes > mostBytes && byUse.First is { } oldest)
            {
                byUse.RemoveFirst();
                places.Remove(oldest.Value.Key);
                Bytes -= SizeOf(oldest.Value.Numbers);
            }
        }
    }

    private static long SizeOf(float[] numbers) => Overhead + (sizeof(float) * (long)numbers.Length);
}

/// <param name="Version">A number for the model's version, given when it was opened.</param>
internal readonly record struct ResultKey(Guid Content, int Version);
