namespace TrendGrains.Text.English;

/// <summary>
/// Light English stemming: steps 0, 1a, 1b, 1c and 5 of Porter2 (M. Porter, snowballstem.org/algorithms/english). Plurals, -ed, -ing and a
/// final e go; the suffixes that make another word of it (-ation, -ness, -ful) stay, so that names and kinds of event keep apart.
/// </summary>
public static class EnglishStem
{
    /// <summary>Stems a lower-case ASCII word in place; the result is its first so many letters.</summary>
    public static int Length(Span<char> word)
    {
        var length = word.Length;
        if (length <= 2 || !IsAscii(word))
        {
            return length;
        }

        var r1 = RegionAfter(word, 0);
        length = Plural(word);
        length = PastAndGerund(word[..length], r1);
        if (length > 2 && word[length - 1] == 'y' && !IsVowel(word, length - 2))
        {
            word[length - 1] = 'i';
        }

        return FinalLetter(word[..length], r1);
    }

    private static int Plural(Span<char> w)
    {
        if (w.EndsWith("sses"))
        {
            return w.Length - 2;
        }

        if (w.EndsWith("ied") || w.EndsWith("ies"))
        {
            return w.Length > 4 ? w.Length - 2 : w.Length - 1;
        }

        if (w[^1] != 's' || w.EndsWith("ss") || w.EndsWith("us"))
        {
            return w.Length;
        }

        return HasVowel(w[..^2]) ? w.Length - 1 : w.Length;
    }

    private static int PastAndGerund(Span<char> w, int r1)
    {
        if (w.EndsWith("eed"))
        {
            return w.Length - 3 >= r1 ? w.Length - 1 : w.Length;
        }

        var cut = w.EndsWith("edly") ? 4 : w.EndsWith("ingly") ? 5 : w.EndsWith("ing") ? 3 : w.EndsWith("ed") ? 2 : 0;
        if (cut == 0 || w.Length - cut < 2 || !HasVowel(w[..^cut]))
        {
            return w.Length;
        }

        var stem = w[..^cut];
        if (stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz"))
        {
            w[stem.Length] = 'e';
            return stem.Length + 1;
        }

        if (stem[^1] == stem[^2] && stem[^1] is ('b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't'))
        {
            return stem.Length - 1;
        }

        if (r1 >= stem.Length && EndsInShortSyllable(stem))
        {
            w[stem.Length] = 'e';
            return stem.Length + 1;
        }

        return stem.Length;
    }

    private static int FinalLetter(Span<char> w, int r1)
    {
        var r2 = RegionAfter(w, r1);
        var last = w.Length - 1;
        return w[last] switch
        {
            'e' when last >= r2 || (last >= r1 && !EndsInShortSyllable(w[..last])) => last,
            'l' when last >= r2 && last > 0 && w[last - 1] == 'l' => last,
            _ => w.Length,
        };
    }

    /// <summary>Where the part begins that follows the first non-vowel after a vowel (Porter's R1, and R2 from R1 on).</summary>
    private static int RegionAfter(ReadOnlySpan<char> w, int from)
    {
        for (var i = from + 1; i < w.Length; i++)
        {
            if (!IsVowel(w, i) && IsVowel(w, i - 1))
            {
                return i + 1;
            }
        }

        return w.Length;
    }

    private static bool EndsInShortSyllable(ReadOnlySpan<char> w) => w.Length switch
    {
        < 2 => false,
        2 => IsVowel(w, 0) && !IsVowel(w, 1),
        _ => !IsVowel(w, w.Length - 3) && IsVowel(w, w.Length - 2) && !IsVowel(w, w.Length - 1) && w[^1] is not ('w' or 'x' or 'y'),
    };

    private static bool HasVowel(ReadOnlySpan<char> w)
    {
        for (var i = 0; i < w.Length; i++)
        {
            if (IsVowel(w, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A y that begins a word or follows a vowel is a consonant.</summary>
    private static bool IsVowel(ReadOnlySpan<char> w, int at) =>
        w[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (w[at] == 'y' && at > 0 && w[at - 1] is not ('a' or 'e' or 'i' or 'o' or 'u'));

    private static bool IsAscii(ReadOnlySpan<char> w)
    {
        foreach (var c in w)
        {
            if (c is not (>= 'a' and <= 'z'))
            {
                return false;
            }
        }

        return true;
    }
}
