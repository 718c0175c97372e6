using System.Globalization;
using System.Text;

namespace TrendGrains.Text;

/// <summary>One spelling for text: Unicode NFC, white space folded, nothing invisible.</summary>
public static class TextNormalizer
{
    private const int MostMarks = 30;

    /// <summary>
    /// NFC with every run of white space (line breaks and no-break spaces included) folded to one space, none at the ends;
    /// control characters, byte order marks, soft hyphens, zero-width spaces and lone surrogates are removed.
    /// Zero-width joiners stay: Persian, Hindi and emoji need them. Of marks that pile up on one letter the first 30 stay (Unicode's
    /// Stream-Safe Text Format): putting a million of them in order takes hours.
    /// </summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        AppendFolded(folded, text);
        return Compose(folded.ToString());
    }

    /// <summary>Folds as <see cref="Fold"/> but for NFC, continuing what stands in <paramref name="target"/>: no space doubles across calls.</summary>
    public static void AppendFolded(StringBuilder target, ReadOnlySpan<char> text)
    {
        var start = target.Length;
        var pendingSpace = false;
        // Marks that stand first continue those that the text ends in.
        var marks = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' || (c < 0x80 ? c is '\t' or '\n' or '\r' or '\f' or '\v' : char.IsWhiteSpace(c)))
            {
                pendingSpace = true;
                marks = 0;
                continue;
            }
            if (IsDropped(text, i))
            {
                continue;
            }
            if (!IsMark(c))
            {
                marks = 0;
            }
            else
            {
                marks = (marks < 0 ? MarksAtEnd(target) : marks) + 1;
                if (marks > MostMarks)
                {
                    continue;
                }
            }
            if (pendingSpace && target.Length > start)
            {
                target.Append(' ');
            }
            pendingSpace = false;
            target.Append(c);
        }
    }

    private static bool IsMark(char c) =>
        c >= '\u0300' && c is not (>= '\u2E80' and <= '\uDFFF') && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static int MarksAtEnd(StringBuilder text)
    {
        var marks = 0;
        while (marks < MostMarks && marks < text.Length && IsMark(text[^(marks + 1)]))
        {
            marks++;
        }
        return marks;
    }

    /// <summary>NFC; text that is composed already comes back as it is.</summary>
    public static string Compose(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    private static bool IsDropped(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 0x80)
        {
            return c < 0x20 || c == 0x7F;
        }
        if (char.IsHighSurrogate(c))
        {
            return at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]);
        }
        if (char.IsLowSurrogate(c))
        {
            return at == 0 || !char.IsHighSurrogate(text[at - 1]);
        }
        return c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\uFFFE' and <= '\uFFFF') or (>= '\u0080' and <= '\u009F' and not '\u0085')
            or (>= '\uFDD0' and <= '\uFDEF');
    }
}
