using System.Globalization;
using System.Text;
using TrendGrains.Inference.Tokenizers.Hub.Characters;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>NFC, NFD, NFKC or NFKD (UAX 15), as far as the reference's tables know the characters.</summary>
internal sealed class UnicodeForm(NormalizationForm form) : Normalizer
{
    private readonly bool composes = form is NormalizationForm.FormC or NormalizationForm.FormKC;
    private readonly bool isCompatible = form is NormalizationForm.FormKC or NormalizationForm.FormKD;

    public override void Apply(TracedText text, TracedText spare)
    {
        var units = text.Units;
        var i = 0;
        while (i < units.Length && IsStable(units[i]))
        {
            i++;
        }
        if (i == units.Length)
        {
            return;
        }
        // What came before may be the base of a mark.
        i = Math.Max(0, i - 1);
        var writer = new Rewriter(text, spare);
        while (i < units.Length)
        {
            var c = units[i];
            var isLast = i + 1 == units.Length;
            if (IsStable(c) && (isLast || IsStable(units[i + 1])))
            {
                i++;
                continue;
            }
            if (!composes && c is >= '\uAC00' and <= '\uD7A3' && (isLast || IsStable(units[i + 1]) || units[i + 1] is >= '\uAC00' and <= '\uD7A3'))
            {
                writer.KeepTo(i);
                DecomposeSyllable(c, ref writer);
                i++;
                continue;
            }
            var end = SegmentEnd(units, i, out var characters);
            Rewrite(units[i..end], characters, i, ref writer);
            i = end;
        }
        writer.KeepTo(units.Length);
        text.Exchange(spare);
    }

    /// <summary>Alone it stays as it is, and it takes no part in what stands before it.</summary>
    private bool IsStable(char c) =>
        c < '\u00A0' || c is >= '\u4E00' and <= '\u9FFF' || (composes && c is >= '\uAC00' and <= '\uD7A3');

    private static void DecomposeSyllable(char c, ref Rewriter writer)
    {
        var index = c - 0xAC00;
        writer.Replace(0x1100 + (index / 588));
        writer.Insert(0x1161 + (index % 588 / 28));
        if (index % 28 is > 0 and var last)
        {
            writer.Insert(0x11A7 + last);
        }
    }

    /// <summary>A character with the marks and vowels that belong to it.</summary>
    private int SegmentEnd(ReadOnlySpan<char> units, int start, out int characters)
    {
        var first = CodePointAt(units, start, out var width);
        var end = start + width;
        characters = 1;
        if (IsBarrier(first))
        {
            return end;
        }
        while (end < units.Length && CodePointAt(units, end, out width) is var c && Continues(c) && !IsBarrier(c))
        {
            end += width;
            characters++;
        }
        return end;
    }

    private bool Continues(int c) => c >= 0x300
        && (c is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FB) or 0xFF9E or 0xFF9F
            // Vowels and clusters of Hangul for compatibility turn into those that join what stands before them.
            || (isCompatible && c is 0x3133 or 0x3135 or 0x3136 or 0x3144 or (>= 0x313A and <= 0x3140) or (>= 0x314F and <= 0x318E) or (>= 0xFFA0 and <= 0xFFDC))
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    private bool IsBarrier(int c) =>
        c >= 0x300 && (CharacterClasses.IsUnknownToCanonicalForms(c) || (isCompatible && CharacterClasses.IsUnknownToCompatibilityForms(c)));

    private void Rewrite(ReadOnlySpan<char> segment, int characters, int start, ref Rewriter writer)
    {
        var first = CodePointAt(segment, 0, out var width);
        if (width == segment.Length && IsBarrier(first))
        {
            return;
        }
        // The longest decomposition is 18 for one character; longer runs of marks than this holds are rare and may cost a string.
        Span<char> buffer = stackalloc char[256];
        ReadOnlySpan<char> formed = segment.Length <= 12 && segment.TryNormalize(buffer, out var written, form)
            ? buffer[..written]
            : segment.ToString().Normalize(form);
        if (formed.SequenceEqual(segment))
        {
            return;
        }
        writer.KeepTo(start);
        if (characters == 1)
        {
            writer.Replace(formed, characters);
        }
        else if (composes)
        {
            WriteWhole(formed, characters, ref writer);
        }
        else
        {
            WriteParts(segment, formed, ref writer);
        }
    }

    /// <summary>What was put together comes from the first of its characters.</summary>
    private static void WriteWhole(scoped ReadOnlySpan<char> formed, int characters, ref Rewriter writer)
    {
        var first = CodePointAt(formed, 0, out var width);
        var count = 0;
        foreach (var _ in formed.EnumerateRunes())
        {
            count++;
        }
        writer.Replace(first);
        var merged = Math.Max(0, characters - count);
        writer.Skip(merged);
        writer.Replace(formed[width..], characters - 1 - merged);
    }

    /// <summary>What was taken apart comes from the characters in their order.</summary>
    private void WriteParts(scoped ReadOnlySpan<char> segment, scoped ReadOnlySpan<char> formed, ref Rewriter writer)
    {
        Span<char> buffer = stackalloc char[32];
        var parts = formed.EnumerateRunes();
        for (int i = 0, width; i < segment.Length; i += width)
        {
            CodePointAt(segment, i, out width);
            segment.Slice(i, width).TryNormalize(buffer, out var written, form);
            var isFirst = true;
            foreach (var _ in buffer[..written].EnumerateRunes())
            {
                parts.MoveNext();
                if (isFirst)
                {
                    writer.Replace(parts.Current.Value);
                }
                else
                {
                    writer.Insert(parts.Current.Value);
                }
                isFirst = false;
            }
        }
    }
}
