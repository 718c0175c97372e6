namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>Which two tokens make a third, and in what order merges are tried.</summary>
internal sealed class MergeTable
{
    public const int None = -1;

    private readonly ulong[] pairs;
    private readonly int[] ranks;
    private readonly int[] made;

    /// <param name="merges">In order of rank; of a pair that comes twice the later counts.</param>
    public MergeTable(IReadOnlyList<(int Left, int Right, int Made)> merges)
    {
        var size = 16;
        while (size < merges.Count * 2)
        {
            size *= 2;
        }
        pairs = new ulong[size];
        ranks = new int[size];
        made = new int[merges.Count];
        for (var rank = 0; rank < merges.Count; rank++)
        {
            var (left, right, result) = merges[rank];
            made[rank] = result;
            var place = Place(Key(left, right));
            (pairs[place], ranks[place]) = (Key(left, right), rank);
        }
    }

    /// <summary>The rank of a pair, or none.</summary>
    public int Rank(int left, int right)
    {
        var key = Key(left, right);
        var place = Place(key);
        return pairs[place] == key ? ranks[place] : None;
    }

    /// <summary>What the merge of a rank makes.</summary>
    public int Made(int rank) => made[rank];

    // Plus one, so that no pair is zero, which is an empty place.
    private static ulong Key(int left, int right) => (((ulong)(uint)left << 32) | (uint)right) + 1;

    private int Place(ulong key)
    {
        var mask = (ulong)pairs.Length - 1;
        var spread = key * 0x9E3779B97F4A7C15;
        var place = (spread ^ (spread >> 32)) & mask;
        while (pairs[place] != 0 && pairs[place] != key)
        {
            place = (place + 1) & mask;
        }
        return (int)place;
    }
}
