using TrendGrains.Reading.Language;

namespace TrendGrains.Reading.Tests.Language;

/// <summary>TestData/language/headlines.tsv: short and mixed headlines, written for this test.</summary>
public sealed class HeadlineLanguageTests
{
    private static readonly (string Language, string Headline)[] headlines =
        [.. File.ReadLines("TestData/language/headlines.tsv").Select(l => l.Split('\t')).Select(l => (l[0], l[1]))];

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("zh")]
    [InlineData("und")]
    public void Tells_short_and_mixed_headlines(string language)
    {
        var wrong = headlines.Where(h => h.Language == language && LanguageDetector.Detect(h.Headline) != language)
            .Select(h => $"{h.Headline} → {LanguageDetector.Detect(h.Headline)}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Tells_nearly_all_short_headlines_of_other_languages()
    {
        var others = headlines.Where(h => h.Language is not ("ko" or "en" or "ja" or "zh" or "und")).ToArray();
        Assert.True(others.Length >= 30);
        Assert.InRange(others.Count(h => LanguageDetector.Detect(h.Headline) == h.Language), others.Length * 0.9, others.Length);
    }

    [Fact]
    public void Scores_of_one_text_are_probabilities_best_first()
    {
        foreach (var (_, headline) in headlines)
        {
            var best = new LanguageScore[5];
            var scores = best[..LanguageDetector.Rank(headline, best)].Select(b => b.Score).ToArray();
            Assert.InRange(scores.Sum(), 0, 1.0001);
            Assert.Equal(scores.OrderDescending(), scores);
        }
    }

    [Fact]
    public void Allocates_nothing()
    {
        foreach (var (_, headline) in headlines)
        {
            LanguageDetector.Detect(headline);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (_, headline) in headlines)
        {
            LanguageDetector.Detect(headline);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, headlines.Length * 16);
    }
}
