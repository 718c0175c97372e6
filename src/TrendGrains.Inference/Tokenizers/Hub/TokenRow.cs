namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>The tokens of a text or of a pair of texts; used again and again.</summary>
public sealed class TokenRow
{
    private int[] ids = new int[64];
    private int[] types = new int[64];
    private bool[] specials = new bool[64];
    private TextSpan[] spans = new TextSpan[64];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Ids => ids.AsSpan(0, Count);

    /// <summary>0 for what belongs to the first text, 1 for the second, as the post-processor says.</summary>
    public ReadOnlySpan<int> TypeIds => types.AsSpan(0, Count);

    /// <summary>Tokens that a post-processor added.</summary>
    public ReadOnlySpan<bool> Specials => specials.AsSpan(0, Count);

    /// <summary>Where each token stands in its text, in UTF-16 units; (0, 0) for special ones, and for all when spans were not asked for.</summary>
    public ReadOnlySpan<TextSpan> Spans => spans.AsSpan(0, Count);

    internal Span<TextSpan> ChangeableSpans => spans.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    internal void Add(int id, int type, bool isSpecial, TextSpan span)
    {
        if (Count == ids.Length)
        {
            Reserve(1);
        }
        (ids[Count], types[Count], specials[Count], spans[Count]) = (id, type, isSpecial, span);
        Count++;
    }

    internal void Append(TokenRow other, int type)
    {
        Reserve(other.Count);
        other.Ids.CopyTo(ids.AsSpan(Count));
        other.Specials.CopyTo(specials.AsSpan(Count));
        other.Spans.CopyTo(spans.AsSpan(Count));
        types.AsSpan(Count, other.Count).Fill(type);
        Count += other.Count;
    }

    /// <summary>Keeps the first or the last tokens.</summary>
    internal void Truncate(int count, bool keepsEnd)
    {
        if (count >= Count)
        {
            return;
        }
        if (keepsEnd)
        {
            var from = Count - count;
            Array.Copy(ids, from, ids, 0, count);
            Array.Copy(types, from, types, 0, count);
            Array.Copy(specials, from, specials, 0, count);
            Array.Copy(spans, from, spans, 0, count);
        }
        Count = count;
    }

    private void Reserve(int more)
    {
        var needed = Count + more;
        if (needed > ids.Length)
        {
            var size = Math.Max(ids.Length * 2, needed);
            Array.Resize(ref ids, size);
            Array.Resize(ref types, size);
            Array.Resize(ref specials, size);
            Array.Resize(ref spans, size);
        }
    }
}
