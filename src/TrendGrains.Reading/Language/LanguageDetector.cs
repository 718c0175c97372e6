namespace TrendGrains.Reading.Language;

public static class LanguageDetector
{
    public const string Unknown = "und";
    public static string Detect(ReadOnlySpan<char> text, out double confidence) { confidence = 0; return Unknown; }
    public static string Detect(ReadOnlySpan<char> text) => Detect(text, out _);
    internal static bool IsPlausible(ReadOnlySpan<char> text, string language) => true;
}
