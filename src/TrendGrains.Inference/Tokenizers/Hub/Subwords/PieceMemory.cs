using System.Runtime.InteropServices;

namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>Remembers the tokens of short pieces; when it is full it starts anew.</summary>
internal sealed class PieceMemory
{
    private const int MostUnits = 48;
    private const int Places = 1 << 14;
    private const int MostEntries = Places / 2;

    private readonly int[] places = new int[Places];
    private readonly Entry[] entries = new Entry[MostEntries + 1];
    private char[] units = new char[1 << 14];
    private PieceToken[] tokens = new PieceToken[1 << 14];
    private int count;
    private int unitCount;
    private int tokenCount;

    private record struct Entry(ulong Hash, int Unit, int Token, short Units, short Tokens);

    /// <summary>Whose pieces these are: a workspace may serve one tokenizer only.</summary>
    public static bool Takes(ReadOnlySpan<char> piece) => piece.Length <= MostUnits;

    public bool TryGet(ReadOnlySpan<char> piece, out ReadOnlySpan<PieceToken> found, out ulong hash)
    {
        hash = Hash(piece);
        for (var place = (int)(hash & (Places - 1)); places[place] is > 0 and var at; place = (place + 1) & (Places - 1))
        {
            ref var entry = ref entries[at];
            if (entry.Hash == hash && units.AsSpan(entry.Unit, entry.Units).SequenceEqual(piece))
            {
                found = tokens.AsSpan(entry.Token, entry.Tokens);
                return true;
            }
        }
        found = default;
        return false;
    }

    public void Keep(ReadOnlySpan<char> piece, ulong hash, ReadOnlySpan<PieceToken> made)
    {
        if (count == MostEntries)
        {
            Array.Clear(places);
            (count, unitCount, tokenCount) = (0, 0, 0);
        }
        if (unitCount + piece.Length > units.Length)
        {
            Array.Resize(ref units, units.Length * 2);
        }
        while (tokenCount + made.Length > tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
        }
        piece.CopyTo(units.AsSpan(unitCount));
        made.CopyTo(tokens.AsSpan(tokenCount));
        entries[++count] = new Entry(hash, unitCount, tokenCount, (short)piece.Length, (short)made.Length);
        unitCount += piece.Length;
        tokenCount += made.Length;
        var place = (int)(hash & (Places - 1));
        while (places[place] > 0)
        {
            place = (place + 1) & (Places - 1);
        }
        places[place] = count;
    }

    private static ulong Hash(ReadOnlySpan<char> piece)
    {
        const ulong Prime = 0x9E3779B97F4A7C15;
        var hash = (ulong)piece.Length * Prime;
        var quads = MemoryMarshal.Cast<char, ulong>(piece);
        foreach (var quad in quads)
        {
            hash = (hash ^ quad) * Prime;
            hash ^= hash >> 32;
        }
        foreach (var unit in piece[(quads.Length * 4)..])
        {
            hash = (hash ^ unit) * Prime;
            hash ^= hash >> 32;
        }
        return hash;
    }
}
