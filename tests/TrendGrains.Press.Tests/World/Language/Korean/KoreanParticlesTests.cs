using TrendGrains.Press.World.Language.Korean;

namespace TrendGrains.Press.Tests.World.Language.Korean;

public sealed class KoreanParticlesTests
{
    [Theory]
    [InlineData("해원~은 {0}", "해원은 {0}")]
    [InlineData("누리~은", "누리는")]
    [InlineData("공장장~이", "공장장이")]
    [InlineData("회사~이", "회사가")]
    [InlineData("전선~을 원인으로", "전선을 원인으로")]
    [InlineData("배터리~을", "배터리를")]
    [InlineData("강~과 바다~과", "강과 바다와")]
    [InlineData("솔벌~으로", "솔벌로")]
    [InlineData("해원~으로", "해원으로")]
    [InlineData("누리~으로", "누리로")]
    [InlineData("참사~이라고", "참사라고")]
    [InlineData("탐욕~이라고", "탐욕이라고")]
    public void Chooses_the_form_by_the_final_consonant(string marked, string expected) =>
        Assert.Equal(expected, KoreanParticles.Resolve(marked));

    [Theory]
    [InlineData("‘비상구’~은", "‘비상구’는")]
    [InlineData("“하늘”~이", "“하늘”이")]
    [InlineData("3.4%~을", "3.4%를")]
    [InlineData("2026~은", "2026은")]
    [InlineData("2025~은", "2025는")]
    public void Listens_past_quotes_and_reads_digits_aloud(string marked, string expected) =>
        Assert.Equal(expected, KoreanParticles.Resolve(marked));
}
