using System.Collections.Frozen;
using System.Globalization;

namespace TrendGrains.Text;

/// <summary>Whether a mark ends a sentence.</summary>
internal static class SentenceEnd
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations = Words(
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "reps", "sens", "gov", "gen", "lt", "col", "sgt", "capt", "cmdr", "maj", "rev", "hon", "st", "mt", "ft", "jr", "sr",
        "vs", "v", "etc", "inc", "ltd", "co", "corp", "bros", "vol", "pp", "fig", "figs", "eq", "approx", "dept", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "e.g", "i.e", "cf", "al", "ca", "a.m", "p.m", "no", "nos", "art", "sec", "ave", "blvd", "rd", "univ", "assn", "intl", "gmbh");

    // Those that also end sentences; what follows decides.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ends = Words(
        "etc", "inc", "ltd", "co", "corp", "bros", "jr", "sr", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "ave", "blvd", "rd", "st", "dept", "al", "ph.d", "m.d", "b.c", "a.d");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> starters = Words(
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "but", "and", "so", "in", "on", "at", "for", "when", "while",
        "after", "before", "if", "as", "there", "his", "her", "its", "their", "our", "my", "however", "meanwhile", "some", "many", "most", "no", "not", "what", "why", "how");

    /// <param name="start">Where the sentence begins.</param>
    /// <returns>The end of a sentence whose last mark stands at <paramref name="at"/>, or −1.</returns>
    public static int At(string text, int at, int start)
    {
        var c = text[at];
        return c switch
        {
            '\n' or '\u2029' => AtLineBreak(text, at),
            '。' or '！' or '？' or '．' => AtWideMark(text, at),
            '.' or '!' or '?' or '…' => AtMark(text, at, start),
            _ => -1,
        };
    }

    /// <summary>The end of the run of marks at an index; the next index where there is none.</summary>
    public static int AfterMarks(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (IsMark(text[at]) ? IsMark(text[end]) : IsWideMark(text[at]) && IsWideMark(text[end])))
        {
            end++;
        }
        return end;
    }

    private static bool IsMark(char c) => c is '.' or '!' or '?' or '…';

    private static bool IsWideMark(char c) => c is '。' or '！' or '？';

    private static int AtLineBreak(string text, int at)
    {
        if (text[at] == '\u2029')
        {
            return at + 1;
        }
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
        {
            next++;
        }
        return next < text.Length && (text[next] == '\n' || StartsList(text, next)) ? next : -1;
    }

    /// <summary>A bullet with a space after it, a press agency's triangle, or "3. " and "3) ".</summary>
    private static bool StartsList(string text, int at)
    {
        if (text[at] is '•' or '▲' or '△' or '▶' or '▷' or '■' or '□' or '◆' or '◇' or '●' or '○' or '※')
        {
            return true;
        }
        if (text[at] is '-' or '*' or '·' or '–')
        {
            return at + 1 < text.Length && text[at + 1] == ' ';
        }
        var end = at;
        while (end < text.Length && end < at + 3 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        return end > at && end + 1 < text.Length && text[end] is '.' or ')' && text[end + 1] == ' ';
    }

    private static int AtWideMark(string text, int at)
    {
        if (text[at] == '．' && at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]))
        {
            return -1;
        }
        var end = AfterMarks(text, at);
        var after = AfterClosers(text, end);
        // 「行く。」と言った: what is quoted goes on.
        return after > end && after < text.Length && text[after] is 'と' or 'っ' or 'な' or 'の' or 'は' or 'が' or 'を' or 'に' or 'も' or '，' or '、' ? -1 : after;
    }

    private static int AtMark(string text, int at, int start)
    {
        var c = text[at];
        var end = AfterMarks(text, at);
        var marks = end - at;
        var after = AfterClosers(text, end);
        if (after >= text.Length)
        {
            return text.Length;
        }
        if (!char.IsWhiteSpace(text[after]))
        {
            // Korean writers often leave out the space after a full stop: "했다.그는"; but "했다."라고 goes on, and so does "했다.”며".
            return c == '.' && marks == 1 && after == end && at > 0 && text[at - 1] is '다' or '요' or '죠' or '까' && Scripts.IsHangul(text[after]) ? after : -1;
        }
        var next = after;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
        if (next >= text.Length || IsBlankLine(text, after, next))
        {
            return after;
        }
        // "Yahoo! said", "“Why?” he asked", "wait... and see"; an iPhone starts sentences.
        if (char.IsLower(text[next]) && !(next + 1 < text.Length && char.IsUpper(text[next + 1])))
        {
            return -1;
        }
        if (c == '…' || marks > 1)
        {
            // A pause inside a Korean headline or quotation; an end stands behind a verb's ending.
            return IsPause(text, at, next) ? -1 : after;
        }
        return c == '.' && after == end && (IsNumbering(text, at, next, start) || IsAbbreviation(text, at, next)) ? -1 : after;
    }

    private static bool IsPause(string text, int at, int next) =>
        text[at] is '…' or '.' && Scripts.IsHangul(text[next]) && at > 0 && Scripts.IsHangul(text[at - 1]) && text[at - 1] is not ('다' or '요' or '죠' or '까' or '네' or '지');

    /// <summary>"1. The first" at the beginning of a sentence, and "2024. 3. 5." anywhere.</summary>
    private static bool IsNumbering(string text, int dot, int next, int start)
    {
        var digits = dot;
        while (digits > start && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }
        if (digits == dot)
        {
            return false;
        }
        var before = digits;
        while (before > start && char.IsWhiteSpace(text[before - 1]))
        {
            before--;
        }
        return before == start || IsDate(text.AsSpan(digits, dot - digits), text.AsSpan(next)) || (before < digits && before > start + 1 && text[before - 1] == '.' && char.IsAsciiDigit(text[before - 2]));
    }

    /// <summary>A month behind a year, or a day behind a month; not "in 2019. 14 people".</summary>
    private static bool IsDate(ReadOnlySpan<char> number, ReadOnlySpan<char> rest)
    {
        var length = rest[..Math.Min(rest.Length, 3)].IndexOfAnyExceptInRange('0', '9');
        if (length is < 1 or > 2 || rest[length] is not ('.' or '(' or '~' or '일' or '월') || number.Length > 4)
        {
            return false;
        }
        var (first, second) = (int.Parse(number, CultureInfo.InvariantCulture), int.Parse(rest[..length], CultureInfo.InvariantCulture));
        var isMonth = first is >= 1 and <= 12;
        return second >= 1 && second <= (isMonth ? 31 : 12) && (isMonth || number.Length is 2 or 4);
    }

    private static bool IsAbbreviation(string text, int dot, int next)
    {
        var first = dot;
        while (first > 0 && (char.IsLetter(text[first - 1]) || text[first - 1] == '.'))
        {
            first--;
        }
        var word = text.AsSpan(first, dot - first);
        if (word.IsEmpty)
        {
            return false;
        }
        var isInitial = char.IsAsciiLetterUpper(word[^1]) && (word.Length == 1 || word[^2] == '.');
        if (!isInitial && !abbreviations.Contains(word))
        {
            return false;
        }
        if (word.Equals("no", StringComparison.OrdinalIgnoreCase) || word.Equals("nos", StringComparison.OrdinalIgnoreCase) || word.Equals("art", StringComparison.OrdinalIgnoreCase))
        {
            return char.IsAsciiDigit(text[next]);
        }
        // "J. Smith" and "J. A. Smith" are initials, "in the U.S. The talks" and "Plan B. The council" are ends.
        var following = WordAt(text, next);
        var isInitials = following.Length == 1 && next + 1 < text.Length && text[next + 1] == '.';
        return (!isInitial && !ends.Contains(word)) || isInitials || !starters.Contains(following);
    }

    private static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }
        return text.AsSpan(at, end - at);
    }

    private static bool IsBlankLine(string text, int from, int to)
    {
        var breaks = 0;
        for (var i = from; i < to; i++)
        {
            breaks += text[i] is '\n' or '\u2029' ? 1 : 0;
        }
        return breaks > 1;
    }

    private static int AfterClosers(string text, int at)
    {
        while (at < text.Length && text[at] is '"' or '\'' or '”' or '’' or ')' or ']' or '」' or '』' or '》' or '〉' or '»' or '）')
        {
            at++;
        }
        return at;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        FrozenSet.ToFrozenSet(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
