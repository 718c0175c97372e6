namespace TrendGrains.Reading.Language;

/// <summary>
/// The language of a text: by script where a script has one language, else by profiles of letters (SIB-200 and NTREX-128, CC BY-SA 4.0; made
/// by models/train/language_profiles.py). A headline that mixes scripts is in the one that carries it: brands, acronyms and quoted titles
/// count for less. Says <c>und</c> rather than guess. The same text gives the same answer on every machine.
/// </summary>
public static class LanguageDetector
{
    /// <summary>BCP 47 for undetermined.</summary>
    public const string Unknown = "und";

    /// <summary>Where near relatives share the rest (hr, bs and sr), the likelier one is still worth saying.</summary>
    private const double LeastConfidence = 0.35;

    /// <summary>Every language that can be told, ascending.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. ProfileFile.All.SelectMany(p => p.Languages).Concat(ScriptCounts.Single).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>BCP 47 primary tag, or <see cref="Unknown"/>.</summary>
    public static string Detect(ReadOnlySpan<char> text) => Detect(text, out _);

    /// <summary>As <see cref="Detect(ReadOnlySpan{char})"/>; <paramref name="confidence"/> is 0…1, 0 when unknown.</summary>
    public static string Detect(ReadOnlySpan<char> text, out double confidence)
    {
        var best = default(LanguageScore);
        var found = Rank(text, new Span<LanguageScore>(ref best));
        confidence = found > 0 && best.Score >= LeastConfidence ? best.Score : 0;
        return confidence > 0 ? best.Language : Unknown;
    }

    /// <summary>The likeliest languages of the text, best first, as many as <paramref name="best"/> holds. Returns how many there are.</summary>
    public static int Rank(ReadOnlySpan<char> text, Span<LanguageScore> best)
    {
        var counts = ScriptCounts.Of(text);
        if (counts.Letters < 2 || best.IsEmpty)
        {
            return 0;
        }
        var (script, share) = counts.Dominant();
        if (ScriptCounts.LanguageOf(script) is { } only)
        {
            best[0] = new LanguageScore(only, share);
            return 1;
        }
        return ProfileFile.Of(script) is { } profiles ? Posterior.Rank(profiles, text, share, best) : 0;
    }

    /// <summary>False when the text's letters cannot be those of the language that was claimed.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> text, string language)
    {
        var counts = ScriptCounts.Of(text);
        if (counts.Letters == 0 || !ScriptCounts.IsKnown(language))
        {
            return true;
        }
        var script = counts.Dominant().Script;
        return ScriptCounts.LanguageOf(script) == language || (ProfileFile.Of(script)?.Languages.Contains(language) ?? false);
    }
}
