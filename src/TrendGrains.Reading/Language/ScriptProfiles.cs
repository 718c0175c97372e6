using System.Globalization;
using System.Numerics;
using TrendGrains.Text;

namespace TrendGrains.Reading.Language;

/// <summary>
/// The languages of one script as a multinomial naive Bayes over runs of one to four letters of a word and whole words (ideographs: single
/// ones and pairs), with add-0.05 smoothing. Scoring allocates nothing.
/// </summary>
internal sealed class ScriptProfiles
{
    private const int LongestGram = 4;
    private const int LongestWord = 12;

    /// <summary>Beyond this much the answer does not change.</summary>
    private const int MostLetters = 1500;

    private readonly float[][] floors;
    private readonly ulong[] slots;
    private readonly int[] entries;
    private readonly int[] starts;
    private readonly byte[] holders;
    private readonly byte[] levels;
    private readonly float step;

    public ScriptProfiles(string name, string[] languages, float[][] floors, ulong[] grams, int[] starts, byte[] holders, byte[] levels, float step)
    {
        (Name, Languages, this.floors, this.starts, this.holders, this.levels, this.step) = (name, languages, floors, starts, holders, levels, step);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)grams.Length * 2);
        (slots, entries) = (new ulong[size], new int[size]);
        for (var g = 0; g < grams.Length; g++)
        {
            var slot = Slot(grams[g]);
            (slots[slot], entries[slot]) = (grams[g], g + 1);
        }
    }

    public string Name { get; }

    /// <summary>BCP 47 tags, ascending.</summary>
    public string[] Languages { get; }

    /// <summary>Adds each language's log-likelihood of the text, up to a constant.</summary>
    /// <param name="totals">As many as there are <see cref="Languages"/>.</param>
    /// <param name="known">Runs of three letters or more that each language's profile has.</param>
    public Evidence Score(ReadOnlySpan<char> text, Span<double> totals, Span<int> known)
    {
        Span<int> counted = stackalloc int[LongestGram + 1];
        var evidence = Name == "Hani" ? Ideographs(text, totals, counted) : Letters(text, totals, known, counted);
        for (var l = 0; l < totals.Length; l++)
        {
            for (var order = 0; order < floors[l].Length; order++)
            {
                totals[l] += counted[order] * floors[l][order];
            }
        }
        return evidence;
    }

    /// <summary>About the share of passages of sixty words that a word stands in, 0 for one that the language's profile lacks.</summary>
    public double WordShare(int language, ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestWord)
        {
            return 0;
        }

        var hash = GramHash.With(GramHash.Start, '_');
        foreach (var c in word)
        {
            hash = GramHash.With(hash, char.ToLowerInvariant(c));
        }

        var entry = entries[Slot(GramHash.With(hash, '_'))];
        for (var at = entry == 0 ? 0 : starts[entry - 1]; entry > 0 && at < starts[entry]; at++)
        {
            if (holders[at] == language)
            {
                // Levels are of ln(1 + count / 0.05), and a profile was counted in some 45,000 words.
                var count = 0.05 * (Math.Exp(levels[at] * step) - 1);
                return Math.Min(1, count * 60 / 45_000);
            }
        }

        return 0;
    }

    private Evidence Letters(ReadOnlySpan<char> text, Span<double> totals, Span<int> known, Span<int> counted)
    {
        Span<char> word = stackalloc char[LongestWord + 3];
        var (words, plain, letters, grams, length) = (0, 0, 0, 0, 0);
        word[0] = '_';
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsLetter(text[i]))
            {
                letters++;
                plain += length == 0 && !char.IsUpper(text[i]) && !(i + 1 < text.Length && char.IsUpper(text[i + 1])) ? 1 : 0;
                if (length <= LongestWord)
                {
                    word[++length] = char.ToLowerInvariant(text[i]);
                }
                continue;
            }
            if (length > 0)
            {
                words++;
                // A word too long to be one gram is still read to its limit.
                var isWhole = length <= LongestWord;
                if (isWhole)
                {
                    word[length + 1] = '_';
                }
                grams += Word(word[..(length + (isWhole ? 2 : 1))], isWhole, totals, known, counted);
                length = 0;
            }
            if (letters > MostLetters)
            {
                break;
            }
        }
        return new Evidence(words, plain, letters, grams);
    }

    private int Word(ReadOnlySpan<char> word, bool isWhole, Span<double> totals, Span<int> known, Span<int> counted)
    {
        var long3 = 0;
        for (var start = 0; start < word.Length; start++)
        {
            var hash = GramHash.Start;
            for (var n = 1; n <= LongestGram && start + n <= word.Length; n++)
            {
                hash = GramHash.With(hash, word[start + n - 1]);
                if (n == 1 && word[start] == '_')
                {
                    continue;
                }
                long3 += n >= 3 ? 1 : 0;
                Add(hash, n, totals, n >= 3 ? known : default, counted);
            }
        }
        if (isWhole && word.Length > LongestGram)
        {
            Add(GramHash.Of(word), LongestGram + 1, totals, default, counted);
        }
        return long3;
    }

    private Evidence Ideographs(ReadOnlySpan<char> text, Span<double> totals, Span<int> counted)
    {
        var (runs, letters) = (0, 0);
        for (var i = 0; i < text.Length && letters < MostLetters; i++)
        {
            if (!Scripts.IsHan(text[i]))
            {
                continue;
            }
            letters++;
            var hash = GramHash.With(GramHash.Start, text[i]);
            Add(hash, 1, totals, default, counted);
            if (i + 1 < text.Length && Scripts.IsHan(text[i + 1]))
            {
                Add(GramHash.With(hash, text[i + 1]), 2, totals, default, counted);
            }
            else
            {
                runs++;
            }
        }
        return new Evidence(runs, runs, letters, 0);
    }

    private void Add(ulong hash, int order, Span<double> totals, Span<int> known, Span<int> counted)
    {
        var entry = entries[Slot(hash)];
        if (entry == 0)
        {
            return;
        }
        counted[order - 1]++;
        for (var at = starts[entry - 1]; at < starts[entry]; at++)
        {
            totals[holders[at]] += levels[at] * step;
            if (known.Length > 0)
            {
                known[holders[at]]++;
            }
        }
    }

    private bool IsLetter(char c) => c < 0x80
        ? Name == "Latn" && char.IsAsciiLetter(c)
        : !Scripts.IsHangul(c) && !Scripts.IsKana(c) && !Scripts.IsHan(c)
            && (char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private int Slot(ulong hash)
    {
        var mask = slots.Length - 1;
        var slot = (int)((hash ^ (hash >> 32)) & (uint)mask);
        while (entries[slot] != 0 && slots[slot] != hash)
        {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}

/// <summary>How much a decision rests on.</summary>
/// <param name="Plain">Words that are not written as names and brands are.</param>
/// <param name="Grams">Runs of three and four letters.</param>
internal readonly record struct Evidence(int Words, int Plain, int Letters, int Grams);
