using System.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>Joins what a line break parted: hyphenated words, scripts without spaces, and Korean, which breaks inside words as well as between them.</summary>
internal sealed class LineJoin
{
    private const int EnoughLines = 4;

    private const int LongestKept = 40;

    private readonly Dictionary<string, int> known;
    private readonly bool breaksWords;

    private readonly SyllableBreaks syllables;

    private LineJoin(List<PdfLine> lines) => (known, breaksWords, syllables) = (WordsOf(lines), BreaksWords(lines), SyllableBreaks.In(lines));

    /// <summary>A document's own words tell what a word at a break is.</summary>
    public static LineJoin For(List<PdfLine> lines) => new(lines);

    public string Of(string before, string after)
    {
        var text = new StringBuilder(before);
        Append(text, after);
        return text.ToString();
    }

    /// <summary>Adds a line to what stands before it; looks no further back than its last word.</summary>
    public void Append(StringBuilder text, string line)
    {
        if (text.Length == 0 || line.Length == 0)
        {
            text.Append(line);
            return;
        }

        var (last, first) = (text[^1], line[0]);
        if (last == '\u00AD')
        {
            text.Length--;
        }
        else if (last is '-' or '\u2010' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLetter(first))
        {
            text.Length -= KeepsHyphen(LastWord(text).TrimEnd('-', '\u2010'), FirstWord(line)) ? 0 : 1;
        }
        else if (IsHangul(first) && (IsHangul(last) || char.IsAsciiDigit(last)) ? !breaksWords || !IsOneWord(LastWord(text), FirstWord(line)) : !IsUnspaced(last) || !IsUnspaced(first))
        {
            text.Append(' ');
        }

        text.Append(line);
    }

    /// <summary>"well-known" elsewhere keeps its hyphen; a name or a number after it is never the rest of a word.</summary>
    private bool KeepsHyphen(string head, string tail) => !char.IsLower(tail[0]) || Count($"{head}-{tail}") > Count(head + tail);

    private bool IsOneWord(string head, string tail)
    {
        var whole = Count(head + tail);
        var parts = Math.Min(Count(head), Count(tail));
        if (whole != parts)
        {
            return whole > parts;
        }

        // "3월 2 / 일부터"
        return char.IsAsciiDigit(head[^1]) || syllables.IsInsideWord(head, tail);
    }

    /// <summary>The words of a document; those at the ends of lines may be pieces, so they do not count.</summary>
    private static Dictionary<string, int> WordsOf(List<PdfLine> lines)
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Words.Count - 1; i++)
            {
                var word = Trimmed(line.Words[i].Text);
                if (word.Length is > 0 and <= LongestKept)
                {
                    words[word] = words.GetValueOrDefault(word) + 1;
                }
            }
        }

        return words;
    }

    /// <summary>Lines of Korean that all reach the edge are broken wherever they reach it; those of other lengths, between words.</summary>
    private static bool BreaksWords(List<PdfLine> lines)
    {
        int full = 0, all = 0;
        foreach (var group in lines.GroupBy(line => line.Block).Select(group => group.ToList()).Where(PageLayout.IsProse))
        {
            var right = group.Max(line => line.Right);
            for (var i = 0; i + 1 < group.Count; i++)
            {
                if (IsHangul(group[i].Words[^1].Text[^1]) && IsHangul(group[i + 1].Words[0].Text[0]))
                {
                    all++;
                    full += right - group[i].Right < 1.2f * group[i].Em ? 1 : 0;
                }
            }
        }

        return all < EnoughLines || full * 3 >= all * 2;
    }

    private int Count(string word) => known.TryGetValue(word, out var count) ? count : 0;

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < LongestKept && text[start - 1] != ' ')
        {
            start--;
        }

        var word = text.ToString(start, text.Length - start);
        return Trimmed(word) is { Length: > 0 } bare ? bare : word;
    }

    private static string FirstWord(string text) => Trimmed(text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? text[..end] : text) is { Length: > 0 } word ? word : text[..1];

    private static string Trimmed(string word) => word.Trim('.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '[', ']', '“', '”', '‘', '’', '「', '」', '『', '』', '·', '…');

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>Kana, Han and their punctuation: written without spaces.</summary>
    private static bool IsUnspaced(char c) => c is >= '\u3000' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF65';
}
