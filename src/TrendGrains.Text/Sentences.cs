using System.Collections.Frozen;

namespace TrendGrains.Text;

/// <summary>Cuts running text into sentences, for Korean and English first; other languages by the same marks.</summary>
public static class Sentences
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations = FrozenSet.ToFrozenSet(
        [
            "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "rev", "hon", "st", "jr", "sr", "vs", "etc",
            "inc", "ltd", "co", "corp", "bros", "no", "vol", "pp", "fig", "eq", "approx", "dept", "est", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sep", "sept", "oct", "nov", "dec", "e.g", "i.e", "cf", "al", "ca", "a.m", "p.m",
        ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where each sentence stands, white space at its ends left out. A blank line always ends a sentence; a single line break is a space.</summary>
    public static IEnumerable<(int Start, int Length)> Spans(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = EndAt(text, i);
            if (end < 0)
            {
                continue;
            }
            if (Trim(text, start, end) is { Length: > 0 } sentence)
            {
                yield return sentence;
            }
            start = end;
            i = end - 1;
        }
        if (Trim(text, start, text.Length) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    public static IEnumerable<string> Of(string text)
    {
        foreach (var (start, length) in Spans(text))
        {
            yield return text.Substring(start, length);
        }
    }

    /// <summary>The end of a sentence whose last mark stands at <paramref name="at"/>, or −1.</summary>
    private static int EndAt(string text, int at)
    {
        var c = text[at];
        if (c == '\n')
        {
            return at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : -1;
        }
        if (c is '。' or '！' or '？' or '．')
        {
            return AfterClosers(text, at + 1);
        }
        if (c is not ('.' or '!' or '?' or '…'))
        {
            return -1;
        }
        var end = at + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…')
        {
            end++;
        }
        end = AfterClosers(text, end);
        if (end >= text.Length)
        {
            return text.Length;
        }
        if (!char.IsWhiteSpace(text[end]))
        {
            // Korean writers often leave out the space after a full stop: "했다.그는".
            return c == '.' && at > 0 && text[at - 1] is '다' or '요' or '죠' or '까' && Scripts.IsHangul(text[end]) ? end : -1;
        }
        return c == '.' && end == at + 1 && IsAbbreviation(text, at, end) ? -1 : end;
    }

    private static int AfterClosers(string text, int at)
    {
        while (at < text.Length && text[at] is '"' or '\'' or '”' or '’' or ')' or ']' or '」' or '』' or '》' or '〉' or '»')
        {
            at++;
        }
        return at;
    }

    private static bool IsAbbreviation(string text, int dot, int after)
    {
        var start = dot;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }
        var word = text.AsSpan(start, dot - start);
        if (word.IsEmpty)
        {
            return false;
        }
        var next = after;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
        if (next < text.Length && char.IsLower(text[next]))
        {
            return true;
        }
        // "J. Smith", "U.S. Senate": one capital before the dot is an initial more often than an end.
        return abbreviations.Contains(word) || (char.IsAsciiLetterUpper(word[^1]) && (word.Length == 1 || word[^2] == '.'));
    }

    private static (int Start, int Length) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return (start, end - start);
    }
}
