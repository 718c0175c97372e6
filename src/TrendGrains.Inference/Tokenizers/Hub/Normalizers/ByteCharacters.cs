using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>Every byte of the text's UTF-8 as a printable character of its own: the alphabet of byte-level BPE (GPT-2).</summary>
internal sealed class ByteCharacters : Normalizer
{
    private static readonly char[] ofByte = Table();

    public override void Apply(TracedText text, TracedText spare)
    {
        spare.Begin(text.IsTraced);
        Write(text, 0, text.Length, spare);
        text.Exchange(spare);
    }

    /// <summary>Adds the characters of a part of one text to another.</summary>
    public static void Write(TracedText source, int start, int end, TracedText target)
    {
        Span<byte> bytes = stackalloc byte[4];
        var units = source.Units;
        for (int i = start, width; i < end; i += width)
        {
            var origin = source.IsTraced ? source.Origin(i) : default;
            var c = units[i];
            if (c < 0x80)
            {
                target.Append(ofByte[c], origin);
                width = 1;
                continue;
            }
            var count = new Rune(CodePointAt(units, i, out width)).EncodeToUtf8(bytes);
            for (var b = 0; b < count; b++)
            {
                target.Append(ofByte[bytes[b]], origin);
            }
        }
    }

    private static char[] Table()
    {
        var table = new char[256];
        var next = (char)256;
        for (var b = 0; b < 256; b++)
        {
            table[b] = b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF) ? (char)b : next++;
        }
        return table;
    }
}
