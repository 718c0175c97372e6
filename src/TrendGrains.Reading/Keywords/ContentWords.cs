using System.Runtime.InteropServices;
using TrendGrains.Text;
using TrendGrains.Text.Counting;
using TrendGrains.Text.Korean;

namespace TrendGrains.Reading.Keywords;

/// <summary>Content words and their runs, in texts of a script that has spaces.</summary>
internal static class ContentWords
{
    public const int LongestPhrase = 4;

    public static void Read(string title, string text, PhraseTable phrases)
    {
        var (terms, words) = (new List<Term>(), new List<PhraseWord>());
        Sentence(title, 0, isTitle: true, terms, words, phrases);
        var number = 0;
        foreach (var (start, length) in Sentences.Spans(text))
        {
            Sentence(text.Substring(start, length), number++, isTitle: false, terms, words, phrases);
        }

        phrases.Sentences = Math.Max(1, number);
    }

    private static void Sentence(string sentence, int number, bool isTitle, List<Term> terms, List<PhraseWord> words, PhraseTable phrases)
    {
        terms.Clear();
        words.Clear();
        TermReader.Read(sentence, terms);
        for (var i = 0; i < terms.Count; i++)
        {
            words.Add(Word(sentence, terms, i));
        }

        // What is left of an eojeol whose end is no noun is none either.
        for (var i = words.Count - 2; i >= 0; i--)
        {
            words[i] = words[i + 1] is { IsContent: false } next && next.Start == words[i].Start + words[i].Length && Scripts.IsHangul(sentence[next.Start])
                ? words[i] with { IsContent = false } : words[i];
        }

        for (var first = 0; first < words.Count; first++)
        {
            for (var last = first; last < words.Count && last < first + LongestPhrase; last++)
            {
                if (last > first && !words[last].Follows)
                {
                    break;
                }

                if (words[first].IsContent && words[last].IsContent)
                {
                    phrases.Add(sentence, CollectionsMarshal.AsSpan(words)[first..(last + 1)], number, isTitle);
                }

                if (words[last].EndsPhrase)
                {
                    break;
                }
            }
        }
    }

    private static PhraseWord Word(string sentence, List<Term> terms, int at)
    {
        var term = terms[at];
        var surface = sentence.AsSpan(term.Start, term.Length);
        var length = term.Length;
        var content = term.Kind != TermKind.Number && term.Length > 1;
        if (Scripts.IsHangul(surface[0]))
        {
            // A part of a compound that is not its last has no particle.
            var partOfNext = at + 1 < terms.Count && terms[at + 1].Start == term.Start + term.Length && Scripts.IsHangul(sentence[terms[at + 1].Start]);
            length = partOfNext ? term.Length : KoreanStem.NounLength(surface);
            content = length > 1;
        }
        else if (surface.LastIndexOfAny('\'', '’') is var tail and > 0 && surface.Length - tail <= 3)
        {
            length = tail;
        }
        else if (term.Kind != TermKind.Number)
        {
            length = VersionPoint.End(sentence, term.Start + length) - term.Start;
        }

        var gapStart = at == 0 ? 0 : terms[at - 1].Start + terms[at - 1].Length;
        // Terms of ideographs overlap: one that begins inside the one before does not follow it.
        var overlaps = gapStart > term.Start;
        var gap = overlaps ? default : sentence.AsSpan(gapStart..term.Start);
        var follows = at > 0 && !overlaps && (gap is "" or " " or "-" or "·" || (gap is " of " && char.IsUpper(sentence[terms[at - 1].Start]) && char.IsUpper(surface[0])));
        return new PhraseWord(term, term.Start, Math.Max(length, 1), follows, content, content && length < term.Length);
    }
}

/// <param name="Length">Of the surface to show.</param>
/// <param name="Follows">Nothing stands between the word before and this one.</param>
/// <param name="IsContent">A phrase may begin or end with it.</param>
/// <param name="EndsPhrase">A particle or a genitive follows.</param>
internal readonly record struct PhraseWord(Term Term, int Start, int Length, bool Follows, bool IsContent, bool EndsPhrase);
