using System.Globalization;

namespace TrendGrains.Text;

/// <summary>
/// Words as they are counted: runs of letters, digits and marks, cut where Hangul, Han or Kana meet another script.
/// A Hangul run (an eojeol) is one word for now; Han and Kana runs are not cut further. Apostrophes inside a Latin word stay.
/// </summary>
public static class Words
{
    public static IEnumerable<string> Of(string text)
    {
        foreach (var (start, length) in Spans(text))
        {
            yield return text.Substring(start, length);
        }
    }

    /// <summary>Where each word stands, in UTF-16 units.</summary>
    public static IEnumerable<(int Start, int Length)> Spans(string text)
    {
        var start = -1;
        var script = WordScript.None;
        for (var i = 0; i < text.Length; i++)
        {
            var here = ScriptAt(text, i, script);
            if (here == script && start >= 0)
            {
                continue;
            }
            if (start >= 0)
            {
                yield return (start, i - start);
            }
            start = here == WordScript.None ? -1 : i;
            script = here;
        }
        if (start >= 0)
        {
            yield return (start, text.Length - start);
        }
    }

    private static WordScript ScriptAt(string text, int at, WordScript current)
    {
        var c = text[at];
        if (c < 0x80)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                return WordScript.Other;
            }
            return c == '\'' && IsInside(text, at, current) ? WordScript.Other : WordScript.None;
        }
        if (c == '’')
        {
            return IsInside(text, at, current) ? WordScript.Other : WordScript.None;
        }
        if (char.IsLowSurrogate(c))
        {
            return current;
        }
        if (Scripts.IsHangul(c))
        {
            return WordScript.Hangul;
        }
        if (Scripts.IsKana(c))
        {
            return WordScript.Kana;
        }
        if (Scripts.IsHan(c))
        {
            return WordScript.Han;
        }
        return CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            <= UnicodeCategory.OtherLetter => WordScript.Other,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
                current == WordScript.None ? WordScript.Other : current,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => WordScript.Other,
            _ => WordScript.None,
        };
    }

    private static bool IsInside(string text, int at, WordScript current) =>
        current == WordScript.Other && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private enum WordScript
    {
        None,
        Other,
        Hangul,
        Kana,
        Han,
    }
}
