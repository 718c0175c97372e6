using TrendGrains.Trends.Clustering;

namespace TrendGrains.Trends.Tests.Clustering;

public sealed class BoardLanguageTests
{
    [Theory]
    [InlineData("ko", "ko")]
    [InlineData("KO-kr", "ko")]
    [InlineData("en_US", "en")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("fil", "fil")]
    public void Is_the_primary_subtag(string tag, string board) => Assert.Equal(board, BoardLanguage.Of(tag));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("und")]
    [InlineData("mul")]
    [InlineData("zxx")]
    [InlineData("x-klingon")]
    [InlineData("english")]
    [InlineData("한국어")]
    [InlineData("e1")]
    public void What_is_no_language_goes_to_the_board_for_the_rest(string? tag) => Assert.Equal("und", BoardLanguage.Of(tag));
}
