using TrendGrains.Reading.Language;

namespace TrendGrains.Input;

/// <summary>
/// What language a source speaks, learned from items that name none. A headline alone is often taken for another language of its script; a
/// source that mostly speaks one is believed to have meant it.
/// </summary>
internal sealed class SourceLanguages
{
    private const int Enough = 20;
    private const double Most = 0.8;

    /// <summary>UTF-16 units from which a text says itself what it is in.</summary>
    private const int LongText = 200;

    private readonly Dictionary<string, Dictionary<string, int>> heard = [];

    /// <summary>Hears one item's text, and says its language as far as is known by now.</summary>
    public string Hear(string source, string text)
    {
        var detected = LanguageDetector.Detect(text);
        if (!heard.TryGetValue(source, out var languages))
        {
            heard[source] = languages = [];
        }

        languages[detected] = languages.GetValueOrDefault(detected) + 1;
        return text.Length < LongText && Of(source) is { } usual && LanguageDetector.IsPlausible(text, usual) ? usual : detected;
    }

    /// <summary>The language of a source that mostly speaks one; null while that is not known.</summary>
    public string? Of(string source)
    {
        if (!heard.TryGetValue(source, out var languages))
        {
            return null;
        }

        var items = languages.Values.Sum();
        var usual = languages.MaxBy(l => l.Value);
        return items >= Enough && usual.Value >= items * Most && usual.Key != LanguageDetector.Unknown ? usual.Key : null;
    }
}
