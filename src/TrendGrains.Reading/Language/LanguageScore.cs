namespace TrendGrains.Reading.Language;

/// <summary>How likely it is that a text is in a language.</summary>
/// <param name="Language">BCP 47 primary tag.</param>
/// <param name="Score">0…1; those of one text sum to at most 1, what is missing is in none that is known.</param>
public readonly record struct LanguageScore(string Language, double Score);
