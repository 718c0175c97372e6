using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>A rewriting of the text before it is cut. Safe for use by several threads.</summary>
internal abstract class Normalizer
{
    /// <param name="text">Rewritten; the result lies in it.</param>
    /// <param name="spare">Memory to write in; what it holds afterwards means nothing.</param>
    public abstract void Apply(TracedText text, TracedText spare);

    /// <summary>The code point at a place; the text holds no lone surrogates.</summary>
    protected static int CodePointAt(ReadOnlySpan<char> units, int index, out int width)
    {
        var c = units[index];
        if (char.IsHighSurrogate(c) && index + 1 < units.Length)
        {
            width = 2;
            return new Rune(c, units[index + 1]).Value;
        }
        width = 1;
        return c;
    }
}
