using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>
/// SentencePiece's <c>precompiled_charsmap</c>: a double-array trie over UTF-8 whose values point into a list of replacements that end with
/// zero bytes. A grapheme shorter than six bytes is looked up whole, where the shortest match counts; else its characters one by one.
/// </summary>
internal sealed class Precompiled : Normalizer
{
    private const int None = -1;

    private readonly uint[] trie;
    private readonly byte[] replacements;
    private readonly Dictionary<int, string> decoded = [];
    private readonly int[] ofUnit = new int[0x10000];

    /// <exception cref="TokenizerFormatException">The bytes are no such map.</exception>
    public Precompiled(byte[] map)
    {
        var size = map.Length < 4 ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(map);
        if (size < 4 || size > map.Length - 4)
        {
            throw new TokenizerFormatException("precompiled_charsmap is not a map: its first number is not the length of a trie inside it.");
        }
        trie = new uint[size / 4];
        for (var i = 0; i < trie.Length; i++)
        {
            trie[i] = BinaryPrimitives.ReadUInt32LittleEndian(map.AsSpan(4 + (i * 4)));
        }
        replacements = map[(4 + (trie.Length * 4))..];
        Span<byte> bytes = stackalloc byte[4];
        for (var unit = 0; unit < ofUnit.Length; unit++)
        {
            ofUnit[unit] = char.IsSurrogate((char)unit) ? None : Keep(Find(bytes[..new Rune((char)unit).EncodeToUtf8(bytes)]));
        }
    }

    public override void Apply(TracedText text, TracedText spare)
    {
        var units = text.Units;
        var i = 0;
        while (i < units.Length && ofUnit[units[i]] == None && units[i] < 0x300)
        {
            i++;
        }
        if (i == units.Length)
        {
            return;
        }
        i = Math.Max(0, i - 1);
        var writer = new Rewriter(text, spare);
        var changed = false;
        while (i < units.Length)
        {
            var end = GraphemeEnd(units, i);
            if (end > i + 1)
            {
                changed |= RewriteGrapheme(units[i..end], i, spare, ref writer);
            }
            else if (ofUnit[units[i]] is not None and var replacement)
            {
                writer.KeepTo(i);
                Write(Replacement(replacement), 1, 1, spare, ref writer);
                changed = true;
            }
            i = end;
        }
        if (changed)
        {
            writer.KeepTo(units.Length);
            text.Exchange(spare);
        }
    }

    private static int GraphemeEnd(ReadOnlySpan<char> units, int start) =>
        start + 1 == units.Length || (IsSimple(units[start]) && IsSimple(units[start + 1]))
            ? start + 1
            : start + StringInfo.GetNextTextElementLength(units[start..]);

    /// <summary>Two such characters are never one grapheme.</summary>
    private static bool IsSimple(char c) => c is (>= ' ' and < '\u0300') or (>= '\uAC00' and <= '\uD7A3') or (>= '\u4E00' and <= '\u9FFF');

    private bool RewriteGrapheme(ReadOnlySpan<char> grapheme, int start, TracedText written, ref Rewriter writer)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (grapheme.Length <= 5 && Encoding.UTF8.GetByteCount(grapheme) is < 6 and var size)
        {
            Encoding.UTF8.GetBytes(grapheme, bytes);
            if (Find(bytes[..size]) is not None and var whole)
            {
                writer.KeepTo(start);
                var characters = 0;
                foreach (var rune in grapheme.EnumerateRunes())
                {
                    characters++;
                }
                Write(Replacement(whole), characters, grapheme.Length, written, ref writer);
                return true;
            }
        }
        var changed = false;
        for (int i = 0, width; i < grapheme.Length; i += width)
        {
            var c = CodePointAt(grapheme, i, out width);
            var at = width == 1 ? ofUnit[grapheme[i]] : Find(bytes[..new Rune(c).EncodeToUtf8(bytes)]);
            if (at != None)
            {
                writer.KeepTo(start + i);
                Write(Replacement(at), 1, width, written, ref writer);
                changed = true;
            }
        }
        return changed;
    }

    private static void Write(string replacement, int characters, int units, TracedText written, ref Rewriter writer)
    {
        if (replacement.Length == 0 && written.Length == 0)
        {
            // There is no character yet to which the reference could add what goes.
            writer.Forget(units);
            return;
        }
        writer.Replace(replacement, characters);
    }

    /// <summary>Where the replacement of the shortest known beginning of a key lies.</summary>
    private int Find(ReadOnlySpan<byte> key)
    {
        var node = Offset(trie[0]);
        foreach (var c in key)
        {
            node ^= c;
            if (c == 0 || node >= trie.Length)
            {
                return None;
            }
            var unit = trie[node];
            if ((unit & 0x800000FF) != c)
            {
                return None;
            }
            node ^= Offset(unit);
            if (((unit >> 8) & 1) == 1)
            {
                return node < trie.Length ? (int)(trie[node] & 0x7FFFFFFF) : None;
            }
        }
        return None;
    }

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & 0x200) >> 6);

    private int Keep(int at)
    {
        if (at != None && !decoded.ContainsKey(at))
        {
            decoded.Add(at, Decode(at));
        }
        return at;
    }

    private string Replacement(int at) => decoded.TryGetValue(at, out var known) ? known : Decode(at);

    private string Decode(int at)
    {
        if (at >= replacements.Length)
        {
            return "";
        }
        var rest = replacements.AsSpan(at);
        var end = rest.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
