using System.Collections.Frozen;
using TrendGrains.Text;
using TrendGrains.Text.Counting;

namespace TrendGrains.Inference.Summaries;

/// <summary>How a sentence is written: numbers, names, quotation, what it begins with.</summary>
internal static class SentenceShape
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> references = Words(
        "he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its", "their", "him", "them", "but", "and", "so", "however", "also", "meanwhile", "then",
        "there", "such", "another", "both", "here", "instead", "still", "yet", "moreover", "furthermore", "therefore",
        "그", "그는", "그녀는", "그가", "그의", "이는", "이에", "이를", "이와", "이어", "이후", "또", "또한", "그러나", "하지만", "그리고", "따라서", "이날", "이들은", "그들은", "한편", "다만", "반면",
        "특히", "이같은", "이런", "이처럼", "그러면서", "그러자", "앞서", "여기에", "이번");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> firstPersons = Words(
        "i", "we", "my", "our", "me", "us", "i'm", "i've", "we're", "we've", "you", "your", "나는", "저는", "우리는", "내가", "제가", "우리가", "우리", "여러분");

    /// <summary>In the order of the last names of <see cref="SentenceFeatures.Names"/>.</summary>
    public static float[] Of(string text, DraftSentence sentence)
    {
        var span = text.AsSpan(sentence.Start, sentence.Length);
        var (numbers, names) = (sentence.Terms.Count(t => t.Kind == TermKind.Number), sentence.Terms.Count(t => t.Kind == TermKind.Name));
        var (quotes, quoted, opens, firsts, capitals, hangul, letters) = (0, 0, 0, 0, 0, 0, 0);
        var inQuote = false;
        foreach (var c in span)
        {
            opens += c is '“' or '「' or '『' ? 1 : c is '”' or '」' or '』' ? -1 : 0;
            quotes += c == '"' ? 1 : 0;
            inQuote = c == '"' ? !inQuote : c is '“' or '「' or '『' || (inQuote && c is not ('”' or '」' or '』'));
            quoted += inQuote ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
            hangul += Scripts.IsHangul(c) ? 1 : 0;
        }
        foreach (var word in span.Split(' '))
        {
            firsts += firstPersons.Contains(span[word].TrimEnd(",.!?")) ? 1 : 0;
        }
        var first = span.TrimStart("\"'“‘「『([ ").TrimEnd();
        var wordEnd = first.IndexOfAny(" ,\t\n");
        return
        [
            Math.Min(numbers, 10), Math.Min(names, 15), (float)quoted / span.Length, opens != 0 || quotes % 2 == 1 ? 1 : 0, span.Contains('?') ? 1 : 0, span.Contains('!') ? 1 : 0,
            references.Contains(wordEnd < 0 ? first : first[..wordEnd]) ? 1 : 0, Math.Min(firsts, 5), HasEnd(span) ? 1 : 0,
            span[0] is '-' or '•' or '*' or '·' or '▲' or '△' || char.IsAsciiDigit(span[0]) ? 1 : 0, span.Contains("http", StringComparison.OrdinalIgnoreCase) || span.Contains('@') || span.Contains('©') ? 1 : 0,
            letters == 0 ? 0 : (float)capitals / letters, letters == 0 ? 0 : (float)hangul / letters,
        ];
    }

    private static bool HasEnd(ReadOnlySpan<char> span) => span.TrimEnd("\"'”’)]」』》〉»） ") is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or '다' or '요' or '죠'];

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        FrozenSet.ToFrozenSet(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
