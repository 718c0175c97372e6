using TrendGrains.Inference.Classifying;

namespace TrendGrains.Inference.Tests.Classifying;

public sealed class WordLexiconTests
{
    private static readonly WordLexicon shipped = WordLexicon.Read(Path.Combine(ShippedModel.Folder, "severity", "lexicon.tsv"));

    [Theory]
    [InlineData("Bus crash kills 12 in Peru", "Coach crash course: 12 tips")]
    [InlineData("제주 해상서 어선 전복…3명 사망", "무역전쟁에 코스피 2000선 붕괴")]
    [InlineData("Earthquake leaves dozens missing", "Chelsea crushed in sudden death playoff")]
    [InlineData("공장 폭발로 5명 부상", "손흥민 시즌 10호골 폭발")]
    public void Harm_to_people_scores_above_figures_of_speech(string grave, string mild) => Assert.True(shipped.Score(grave) > shipped.Score(mild) + 1);

    [Fact]
    public void A_line_of_another_form_is_refused_with_the_file_and_the_line()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# weight\tlanguage\tpattern\nheavy\ten\tdead\n");

            var refused = Assert.Throws<InvalidDataException>(() => WordLexicon.Read(path));

            Assert.Contains("heavy\ten\tdead", refused.Message, StringComparison.Ordinal);
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
