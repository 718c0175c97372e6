using TrendGrains.Reading.Language;
using TrendGrains.Text;

namespace TrendGrains.Reading.Keywords;

/// <summary>
/// Keyphrases of one text without training: YAKE's evidence (how often, how early, how spread, how written; Campos et al. 2020) times how rare the
/// words are in text in general, over runs of one to three content words; phrases that say the same are given once. The same text gives the same phrases.
/// </summary>
public static class Keyphrases
{
    /// <summary>UTF-16 units that are read; news says what it is about well before.</summary>
    private const int MostText = 16_000;

    public const int Usual = 10;

    /// <param name="language">BCP 47 primary tag; null finds it.</param>
    /// <returns>At most so many, the heaviest first; none for a text without content words.</returns>
    public static IReadOnlyList<Keyphrase> Of(string? title, string text, string? language = null, int most = Usual)
    {
        title = TextNormalizer.Compose(TextCut.Paired(TextCut.First(title ?? "", MostText)));
        text = TextNormalizer.Compose(TextCut.Paired(TextCut.First(text, MostText)));
        language ??= LanguageDetector.Detect(text.Length > 200 ? text.AsSpan(0, Math.Min(text.Length, 2000)) : $"{title} {text}");
        var phrases = new PhraseTable(CommonWords.Of(language));
        if (language is "zh" or "ja")
        {
            IdeographPhrases.Read(title, text, language == "zh", phrases);
        }
        else
        {
            ContentWords.Read(title, text, phrases);
        }

        return phrases.Heaviest(most);
    }
}
