namespace TrendGrains.Reading.Language;

/// <summary>
/// The language of a text: by script where a script has one language, else by trigram profiles (SIB-200 training sentences,
/// CC BY-SA 4.0; made by models/train/language_profiles.py). Says <c>und</c> rather than guess.
/// </summary>
public static class LanguageDetector
{
    /// <summary>BCP 47 for undetermined.</summary>
    public const string Unknown = "und";

    private const double LeastConfidence = 0.7;

    /// <summary>BCP 47 primary tag, or <see cref="Unknown"/>.</summary>
    public static string Detect(ReadOnlySpan<char> text) => Detect(text, out _);

    /// <summary>As <see cref="Detect(ReadOnlySpan{char})"/>; <paramref name="confidence"/> is 0…1, 0 when unknown.</summary>
    public static string Detect(ReadOnlySpan<char> text, out double confidence)
    {
        var counts = ScriptCounts.Of(text);
        confidence = 0;
        if (counts.Letters < 2)
        {
            return Unknown;
        }
        var (script, share) = counts.Dominant();
        confidence = share;
        if (ScriptCounts.LanguageOf(script) is { } only)
        {
            return only;
        }
        var (language, probability) = TrigramProfiles.Best(script, text);
        if (language is null || probability < LeastConfidence)
        {
            confidence = 0;
            return Unknown;
        }
        confidence = probability * share;
        return language;
    }

    /// <summary>False when the text's letters cannot be those of the language that was claimed.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> text, string language)
    {
        var counts = ScriptCounts.Of(text);
        if (counts.Letters == 0)
        {
            return true;
        }
        return ScriptCounts.ScriptOf(language) is not { } script || counts.Dominant().Script == script;
    }
}
