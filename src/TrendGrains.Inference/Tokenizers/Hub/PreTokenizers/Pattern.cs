using System.Buffers;
using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>A part of a text that a pattern matches, or that lies between two matches.</summary>
internal readonly record struct Section(int Start, int End, bool IsMatch);

/// <summary>What to cut or replace at. Safe for use by several threads.</summary>
internal interface IPattern
{
    /// <summary>Adds sections that cover the text from end to end, in order.</summary>
    void Find(ReadOnlySpan<char> text, List<Section> sections);
}

/// <summary>Each character of a class is a match of its own.</summary>
internal sealed class ClassPattern(Func<int, bool> isIn) : IPattern
{
    public void Find(ReadOnlySpan<char> text, List<Section> sections)
    {
        var kept = 0;
        for (int i = 0, width; i < text.Length; i += width)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out width);
            if (isIn(rune.Value))
            {
                if (kept < i)
                {
                    sections.Add(new Section(kept, i, false));
                }
                sections.Add(new Section(i, i + width, true));
                kept = i + width;
            }
        }
        if (kept < text.Length || text.IsEmpty)
        {
            sections.Add(new Section(kept, text.Length, false));
        }
    }
}

/// <summary>A string as it stands.</summary>
internal sealed class LiteralPattern(string literal) : IPattern
{
    private readonly SearchValues<string> search = SearchValues.Create([literal], StringComparison.Ordinal);

    public void Find(ReadOnlySpan<char> text, List<Section> sections)
    {
        var kept = 0;
        while (text[kept..].IndexOfAny(search) is >= 0 and var found)
        {
            if (found > 0)
            {
                sections.Add(new Section(kept, kept + found, false));
            }
            sections.Add(new Section(kept + found, kept + found + literal.Length, true));
            kept += found + literal.Length;
        }
        if (kept < text.Length || text.IsEmpty)
        {
            sections.Add(new Section(kept, text.Length, false));
        }
    }
}
