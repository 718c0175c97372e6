namespace TrendGrains.Reading.Language;

/// <summary>From log-likelihoods to probabilities that mean what they say, and to no answer where the text is in none of the languages.</summary>
internal static class Posterior
{
    private const int MostLanguages = 64;

    /// <summary>
    /// Neighbouring runs of letters repeat each other, so the evidence counts for less than naive Bayes has it, and the more so the longer the
    /// text. Both numbers were set on sentences and beginnings of sentences kept apart for it (21,527; expected calibration error 0.008).
    /// </summary>
    private const double Independence = 0.14;
    private const double LengthPower = 0.3;
    private const double UsualGrams = 30;

    /// <summary>A beginning of 25 grams or more has less of its best language's runs in one text of a hundred; other languages' texts often do.</summary>
    private const double LeastKnown = 0.55;
    private const double LeastKnownOfFew = 0.45;
    private const int EnoughGrams = 25;

    /// <summary>Other scripts have fewer languages to be mistaken for, and fewer of their runs in the profiles.</summary>
    private const double LeastKnownOther = 0.12;

    /// <summary>One or two words of fewer letters, or without a word in small letters, are a name or a brand: "iPhone 16 Pro".</summary>
    private const int FewLetters = 8;

    /// <summary>
    /// How much commoner than the others a language is among what is crawled, in nats. English is the commonest by far, and what names in its
    /// headlines look like says nothing against it.
    /// </summary>
    private static double Prior(string language) => language switch
    {
        "en" => 1.6,
        // Few Japanese headlines have no kana at all.
        "zh" => 1,
        "de" or "fr" or "es" or "it" or "pt" or "ru" or "ar" or "id" or "nl" or "pl" or "tr" or "vi" or "hi" or "fa" => 0.6,
        "bs" or "fo" or "lb" or "xh" or "zu" or "rw" or "sn" or "om" or "mi" or "mg" or "ku" or "tk" or "eo" or "ba" or "tt" or "as" or "yi" or "ti" => -0.7,
        _ => 0,
    };

    public static int Rank(ScriptProfiles profiles, ReadOnlySpan<char> text, double share, Span<LanguageScore> best)
    {
        var count = profiles.Languages.Length;
        var totals = (stackalloc double[MostLanguages])[..count];
        var known = (stackalloc int[MostLanguages])[..count];
        var evidence = profiles.Score(text, totals, known);
        if (profiles.Name == "Hani")
        {
            totals[0] += HanText.JapaneseRatherThanChinese(text) / Independence;
        }
        else if (profiles.Name == "Latn" && evidence.Words < 3 && (evidence.Letters < FewLetters || evidence.Plain == 0))
        {
            return 0;
        }

        var weight = Independence * Math.Pow(Math.Max(1, evidence.Grams) / UsualGrams, -LengthPower);
        var top = 0;
        for (var l = 0; l < count; l++)
        {
            totals[l] = (totals[l] * weight) + Prior(profiles.Languages[l]);
            top = totals[l] > totals[top] ? l : top;
        }
        var least = profiles.Name != "Latn" ? LeastKnownOther : evidence.Grams >= EnoughGrams ? LeastKnown : LeastKnownOfFew;
        if (known[top] < evidence.Grams * least)
        {
            return 0;
        }

        var sum = 0.0;
        var highest = totals[top];
        for (var l = 0; l < count; l++)
        {
            totals[l] = Math.Exp(totals[l] - highest);
            sum += totals[l];
        }
        var found = Math.Min(best.Length, count);
        for (var place = 0; place < found; place++)
        {
            top = 0;
            for (var l = 1; l < count; l++)
            {
                top = totals[l] > totals[top] ? l : top;
            }
            best[place] = new LanguageScore(profiles.Languages[top], totals[top] / sum * share);
            totals[top] = -1;
        }
        return found;
    }
}
