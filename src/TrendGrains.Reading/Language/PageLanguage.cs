using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Language;

/// <summary>The language of a page: what its text is in; where the text is too short to tell, what its markup claims.</summary>
internal static class PageLanguage
{
    private const int EnoughText = 20;
    private const int SampleLength = 4000;

    public static string Of(string text, PageMetadata meta)
    {
        var sample = text.Length >= EnoughText ? text : $"{meta.Title} {meta.Description} {text}";
        var detected = LanguageDetector.Detect(sample.AsSpan(0, Math.Min(sample.Length, SampleLength)), out _);
        if (detected != LanguageDetector.Unknown)
        {
            meta.Origins["language"] = "text";
            return detected;
        }
        var hint = Primary(meta.LanguageHint);
        // A claim that the letters contradict is worth nothing; one about letters we cannot tell apart is all there is.
        if (hint is null || !LanguageDetector.IsPlausible(sample, hint))
        {
            return LanguageDetector.Unknown;
        }
        meta.Origins["language"] = "meta";
        return hint;
    }

    private static string? Primary(string? tag)
    {
        var primary = tag?.Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) && primary is not ("und" or "mul" or "zxx") ? primary : null;
    }
}
