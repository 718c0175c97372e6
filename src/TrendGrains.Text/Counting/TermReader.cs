using System.Globalization;
using TrendGrains.Text.English;
using TrendGrains.Text.Korean;

namespace TrendGrains.Text.Counting;

/// <summary>
/// Text in, terms out, by script and not by language, so that a Korean headline's English names are read as English: Latin words are
/// lower-cased and stemmed, eojeols lose particles and endings, Han and Kana runs become pairs of characters, numbers one spelling.
/// Stop words are left out. Allocates nothing but what the list grows by.
/// </summary>
public static class TermReader
{
    private const int LongestWord = 48;

    /// <param name="text">In NFC; see <see cref="TextNormalizer.Compose"/>.</param>
    /// <param name="terms">What is read is added, in order.</param>
    public static void Read(ReadOnlySpan<char> text, List<Term> terms) => Read(text, whole: false, nouns: true, terms);

    /// <summary>
    /// As <see cref="Read(ReadOnlySpan{char}, List{Term})"/>, with Korean stems by their suffixes alone: what the weights that join items to trends were
    /// trained on. With known nouns they group the pretend press worse by 0.004 of BCubed F1, so boards wait for that until they are trained again.
    /// </summary>
    public static void ReadBySuffixes(ReadOnlySpan<char> text, List<Term> terms) => Read(text, whole: false, nouns: false, terms);

    /// <param name="whole">Compounds stay in one piece: what the list of common words itself is read by.</param>
    /// <param name="nouns">Known Korean nouns are told from their particles.</param>
    internal static void Read(ReadOnlySpan<char> text, bool whole, bool nouns, List<Term> terms)
    {
        var first = terms.Count;
        var (words, capitals) = (0, 0);
        var sentenceStart = true;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                var amount = NumberReader.Read(text, at, out var value, out var unit);
                terms.Add(new Term(TermKey.Pair(NumberKey(value), unit), TermKind.Number, at, amount));
                at += amount;
                at += SkipCounter(text, at);
                sentenceStart = false;
                continue;
            }

            var length = RunLength(text, at, out var script);
            if (length == 0)
            {
                sentenceStart |= c is '.' or '!' or '?' or '\n' or ':' or '“' or '"';
                at++;
                continue;
            }

            var run = text.Slice(at, length);
            if (script == Script.Latin)
            {
                length = Acronym(text, at, length);
                run = text.Slice(at, length);
                var capital = char.IsUpper(c);
                var counts = length > 3 && !sentenceStart;
                (words, capitals) = (words + (counts ? 1 : 0), capitals + (counts && capital ? 1 : 0));
                Latin(run, at, capital && !sentenceStart, whole, terms);
            }
            else if (script == Script.Hangul)
            {
                Korean(run, at, whole, nouns, terms);
            }
            else if (script == Script.Ideographs)
            {
                Pairs(run, at, terms);
            }
            else
            {
                terms.Add(new Term(LowerKey(run), TermKind.Word, at, length));
            }

            sentenceStart = false;
            at += length;
        }

        if (!whole && capitals * 5 > words * 3)
        {
            // A headline In Title Case says nothing about names.
            for (var i = first; i < terms.Count; i++)
            {
                terms[i] = terms[i].Kind == TermKind.Name && BackgroundFrequencies.Share(terms[i].Key) > 0 ? terms[i] with { Kind = TermKind.Word } : terms[i];
            }
        }
    }

    private static void Latin(ReadOnlySpan<char> run, int at, bool name, bool whole, List<Term> terms)
    {
        Span<char> word = stackalloc char[LongestWord + 1];
        var length = 0;
        var upper = true;
        foreach (var c in run)
        {
            if (length == LongestWord)
            {
                break;
            }

            if (c is '\'' or '’')
            {
                // What follows is a short tail in "Trump's" and "they've", and the rest of the name in "O'Brien".
                if (run.Length - length <= 4)
                {
                    break;
                }
            }
            else if (c != '.')
            {
                upper &= char.IsUpper(c);
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        if (length == 0)
        {
            return;
        }

        if (upper && length is > 1 and <= 5)
        {
            // "US" is no "us", "IT" no "it": what stands in capitals and would be a stop word gets a spelling of its own.
            if (EnglishStopWords.All.Contains(word[..length]) || word[..length].SequenceEqual("usa"))
            {
                length = word[..length].SequenceEqual("usa") ? 2 : length;
                word[length++] = '.';
            }

            terms.Add(new Term(TermKey.Of(word[..length]), name ? TermKind.Name : TermKind.Word, at, run.Length));
            return;
        }

        if (length < 2 || EnglishStopWords.All.Contains(word[..length]))
        {
            return;
        }

        var stem = EnglishStem.Length(word[..length]);
        var key = TermKey.Of(word[..stem]);
        terms.Add(new Term(key, name || (!whole && char.IsUpper(run[0]) && BackgroundFrequencies.Share(key) == 0) ? TermKind.Name : TermKind.Word, at, run.Length));
    }

    private static void Korean(ReadOnlySpan<char> run, int at, bool whole, bool nouns, List<Term> terms)
    {
        Span<char> word = stackalloc char[LongestWord];
        run = run.Length > LongestWord ? run[..LongestWord] : run;
        run.CopyTo(word);
        word = word[..run.Length];
        if (KoreanStopWords.All.Contains(word))
        {
            return;
        }

        var stem = word[..(nouns ? KoreanStem.Length(word) : KoreanStem.LengthBySuffixes(word))];
        if (KoreanStopWords.All.Contains(stem))
        {
            return;
        }

        if (whole)
        {
            terms.Add(new Term(TermKey.Of(stem), TermKind.Word, at, run.Length));
            return;
        }

        var ends = (stackalloc int[KoreanCompound.MostParts]);
        var parts = KoreanCompound.Split(stem, nouns, ends, out var dropped);
        var start = 0;
        for (var part = 0; part < parts; part++)
        {
            var last = part == parts - 1;
            var noun = stem[start..ends[part]];
            // The last part's surface has the particle too, unless that stands behind what was dropped.
            var end = last && dropped == 0 ? run.Length : ends[part];
            var kind = last && parts > 1 ? TermKind.Word : KoreanName.Kind(noun, run[start..end]);
            terms.Add(new Term(TermKey.Of(noun), kind, at + start, end - start));
            start = ends[part];
        }
    }

    /// <summary>Chinese and Japanese are not cut into words: each two neighbours are one term.</summary>
    private static void Pairs(ReadOnlySpan<char> run, int at, List<Term> terms)
    {
        for (var i = 0; i + 1 < run.Length; i++)
        {
            terms.Add(new Term(TermKey.Of(run.Slice(i, 2)), TermKind.Word, at + i, 2));
        }

        if (run.Length == 1)
        {
            terms.Add(new Term(TermKey.Of(run), TermKind.Word, at, 1));
        }
    }

    private static uint LowerKey(ReadOnlySpan<char> run)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = Math.Min(run.Length, LongestWord);
        for (var i = 0; i < length; i++)
        {
            word[i] = char.ToLowerInvariant(run[i]);
        }

        return TermKey.Of(word[..length]);
    }

    private static uint NumberKey(double value)
    {
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        return TermKey.Of(digits[..length]);
    }

    /// <summary>"U.S." and "U.N." are one word with their full stops.</summary>
    private static int Acronym(ReadOnlySpan<char> text, int at, int length)
    {
        var end = at + length;
        while (length == 1 && char.IsAsciiLetterUpper(text[end - 1]) && end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetterUpper(text[end + 1])
            && (end + 2 == text.Length || !char.IsLetter(text[end + 2])))
        {
            end += 2;
        }

        return end - at;
    }

    /// <summary>A counter right after a number says nothing by itself: 12명이, 3건, 5kg.</summary>
    private static int SkipCounter(ReadOnlySpan<char> text, int at)
    {
        var length = RunLength(text, at, out var script);
        if (script == Script.Hangul && length is > 0 and <= 6)
        {
            return KoreanCounters.Length(text.Slice(at, length));
        }

        return script == Script.Latin && length is > 0 and <= 2 ? length : 0;
    }

    private static int RunLength(ReadOnlySpan<char> text, int at, out Script script)
    {
        script = at < text.Length ? ScriptOf(text, at) : Script.None;
        if (script == Script.None)
        {
            return 0;
        }

        var end = at + 1;
        while (end < text.Length)
        {
            var here = ScriptOf(text, end);
            var joins = here == script || (script == Script.Latin && (char.IsAsciiDigit(text[end]) || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
                || (here == Script.Mark && script != Script.Hangul);
            if (!joins)
            {
                break;
            }

            end++;
        }

        return end - at;
    }

    private static Script ScriptOf(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 0x80)
        {
            return char.IsAsciiLetter(c) ? Script.Latin : Script.None;
        }

        if (Scripts.IsHangul(c))
        {
            return Script.Hangul;
        }

        if (Scripts.IsHan(c) || Scripts.IsKana(c))
        {
            return Script.Ideographs;
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            <= UnicodeCategory.OtherLetter => c <= '\u024F' ? Script.Latin : Script.Other,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Script.Mark,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate => Script.Other,
            _ => Script.None,
        };
    }

    private enum Script
    {
        None,
        Latin,
        Hangul,
        Ideographs,
        Other,
        Mark,
    }
}
