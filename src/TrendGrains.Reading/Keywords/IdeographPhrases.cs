using TrendGrains.Text;
using TrendGrains.Text.Counting;

namespace TrendGrains.Reading.Keywords;

/// <summary>
/// Chinese and Japanese have no spaces: candidates are runs of Katakana, words in Latin letters, and runs of ideographs between the characters that bind
/// sentences; of longer runs the parts that stand elsewhere too.
/// </summary>
internal static class IdeographPhrases
{
    private const int Longest = 8;
    private const int MostTakenApart = 64;

    /// <summary>Particles, prepositions, copulas and the commonest verbs of Chinese; in Japanese kana part most words.</summary>
    private const string Binding = "的了在是和与與及对對为為被将將把从從向到于於以而但也都就还還又很更最不没沒有这這那其之或者称稱说說表示已并並等个個们們我你他她它让讓给給由会會能可要里裡";

    public static void Read(string title, string text, bool isChinese, PhraseTable phrases)
    {
        var whole = $"{title}\n{text}";
        Sentence(title, whole, 0, isTitle: true, isChinese, phrases);
        var number = 0;
        foreach (var (start, length) in Sentences.Spans(text))
        {
            Sentence(text.Substring(start, length), whole, number++, isTitle: false, isChinese, phrases);
        }

        phrases.Sentences = Math.Max(1, number);
    }

    private static void Sentence(string sentence, string whole, int number, bool isTitle, bool isChinese, PhraseTable phrases)
    {
        for (var at = 0; at < sentence.Length;)
        {
            var kind = Kind(sentence[at], isChinese);
            var end = at + 1;
            while (end < sentence.Length && (Kind(sentence[end], isChinese) == kind || (kind == 'l' && VersionPoint.IsAt(sentence, end))))
            {
                end++;
            }

            if (kind != ' ' && end - at >= 2 && !IsNumber(sentence.AsSpan(at, end - at)) && !IsPartOfWord(sentence, at, end, kind))
            {
                Run(sentence, at, end, whole, number, isTitle, kind == 'h', isChinese ? 4 : Longest, phrases);
            }

            at = end;
        }
    }

    /// <summary>An amount, a year, a version without a name: none says what a text is about.</summary>
    private static bool IsNumber(ReadOnlySpan<char> run) => run.IndexOfAnyExcept("0123456789.") < 0;

    /// <summary>A Japanese verb's stem (見送り), or what an amount is counted in.</summary>
    private static bool IsPartOfWord(string sentence, int start, int end, char kind) => kind == 'h' && (
        (end - start == 2 && end < sentence.Length && "りえきちみげけれせべめっ".Contains(sentence[end]))
        || (start > 0 && (char.IsDigit(sentence[start - 1]) || sentence[start - 1] == '个' || sentence[start - 1] == '個') && end - start <= 3));

    private static void Run(string sentence, int start, int end, string whole, int number, bool isTitle, bool isHan, int longestRun, PhraseTable phrases)
    {
        if (end - start <= (isHan ? longestRun : Longest * 3))
        {
            Add(sentence, start, end - start, number, isTitle, phrases);
        }

        // The parts of a long run that are met a second time elsewhere in the text are words; a run without end is no sentence.
        end = Math.Min(end, start + MostTakenApart);
        for (var length = isHan ? Math.Min(Longest, end - start - 1) : 0; length >= 2; length--)
        {
            for (var at = start; at + length <= end; at++)
            {
                var part = sentence.AsSpan(at, length);
                if (end - start > longestRun / 2 && Count(whole, part) is var count and > 1 && !IsInside(whole, sentence, at, length, start, end, count))
                {
                    Add(sentence, at, length, number, isTitle, phrases);
                }
            }
        }
    }

    /// <summary>Every time it is met the same character stands beside it: it is a piece of a longer word.</summary>
    private static bool IsInside(string whole, string sentence, int at, int length, int start, int end, int count) =>
        (at > start && Count(whole, sentence.AsSpan(at - 1, length + 1)) == count) || (at + length < end && Count(whole, sentence.AsSpan(at, length + 1)) == count);

    private static int Count(ReadOnlySpan<char> whole, ReadOnlySpan<char> part)
    {
        var count = 0;
        for (var at = whole.IndexOf(part); at >= 0; at = whole.IndexOf(part))
        {
            count++;
            whole = whole[(at + part.Length)..];
        }

        return count;
    }

    private static void Add(string sentence, int start, int length, int number, bool isTitle, PhraseTable phrases)
    {
        var term = new Term(TermKey.Of(sentence.AsSpan(start, length).ToString().ToLowerInvariant()), TermKind.Word, start, length);
        phrases.Add(sentence, [new PhraseWord(term, start, length, false, true, true)], number, isTitle);
    }

    private static char Kind(char c, bool isChinese) => Scripts.IsHan(c) ? isChinese && Binding.Contains(c) ? ' ' : 'h' : c is >= '\u30A1' and <= '\u30FC' ? 'k' : char.IsAsciiLetterOrDigit(c) ? 'l' : ' ';
}
