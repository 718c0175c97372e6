using TrendGrains.Reading.Language;

namespace TrendGrains.Reading.Tests.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("삼성전자, AI 반도체 'HBM4' 양산 시작", "ko")]
    [InlineData("NVIDIA 주가 급등", "ko")]
    [InlineData("Fed holds rates steady as inflation cools", "en")]
    [InlineData("トヨタ、EV新工場を建設", "ja")]
    [InlineData("中国经济增长放缓", "zh")]
    [InlineData("Президент подписал новый закон о выборах", "ru")]
    [InlineData("Верховна Рада ухвалила новий закон про парламентські вибори в Україні", "uk")]
    [InlineData("Die Bundesregierung hat am Dienstag neue Maßnahmen beschlossen", "de")]
    [InlineData("Le gouvernement a annoncé mardi de nouvelles mesures économiques", "fr")]
    [InlineData("El gobierno anunció el martes nuevas medidas para la economía del país", "es")]
    [InlineData("Il governo ha annunciato martedì nuove misure per l'economia italiana", "it")]
    [InlineData("O governo anunciou na terça-feira novas medidas para a economia brasileira", "pt")]
    [InlineData("Chính phủ đã công bố các biện pháp kinh tế mới", "vi")]
    [InlineData("أعلنت الحكومة يوم الثلاثاء عن إجراءات اقتصادية جديدة", "ar")]
    [InlineData("รัฐบาลประกาศมาตรการเศรษฐกิจใหม่", "th")]
    [InlineData("Η κυβέρνηση ανακοίνωσε νέα μέτρα", "el")]
    public void Knows_the_language_of_a_headline(string headline, string expected) => Assert.Equal(expected, LanguageDetector.Detect(headline));

    [Theory]
    [InlineData("")]
    [InlineData("12345 !!!")]
    [InlineData("iPhone 16 Pro")]
    [InlineData("tlhIngan Hol Dajatlh'a' Heghlu'meH QaQ jajvam nuqneH qaStaH nuq jay")]
    public void Says_und_rather_than_guess(string text)
    {
        Assert.Equal(LanguageDetector.Unknown, LanguageDetector.Detect(text, out var confidence));
        Assert.Equal(0, confidence);
    }

    [Fact]
    public void A_longer_text_is_surer()
    {
        LanguageDetector.Detect("The house is old", out var shorter);
        LanguageDetector.Detect(TestPages.Prose, out var longer);
        Assert.InRange(longer, Math.Max(shorter, 0.95), 1);
    }

    [Fact]
    public void The_text_beats_what_the_markup_claims()
    {
        var page = TestPages.Html($"<html lang=ko><p>{TestPages.Prose}");
        Assert.Equal("en", page.Language);
        Assert.Equal("text", page.Origins["language"]);
    }

    [Fact]
    public void The_markup_answers_where_the_text_does_not()
    {
        Assert.Equal("de", TestPages.Html("<html lang=de-AT><body><p>X 17").Language);
        Assert.Equal("und", TestPages.Html("<html lang=ko><body><p>iPhone 16 Pro").Language);
    }
}
