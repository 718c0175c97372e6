using TrendGrains.Text.Korean;

namespace TrendGrains.Text.Tests.Korean;

public sealed class KoreanStemTests
{
    [Theory]
    [InlineData("정부가", "정부")]
    [InlineData("국가", "국가")]
    [InlineData("마을", "마을")]
    [InlineData("마을을", "마을")]
    [InlineData("주민들이", "주민")]
    [InlineData("서울에서는", "서울")]
    [InlineData("서울로", "서울")]
    [InlineData("부산으로", "부산")]
    [InlineData("대통령이라고", "대통령")]
    [InlineData("발표했다고", "발표")]
    [InlineData("발표하는", "발표")]
    [InlineData("발표한", "발표")]
    [InlineData("북한", "북한")]
    [InlineData("북한이", "북한")]
    [InlineData("체포됐다", "체포")]
    [InlineData("체포된", "체포")]
    [InlineData("밝혔다", "밝히")]
    [InlineData("밝혀", "밝히")]
    [InlineData("무너졌다", "무너지")]
    [InlineData("회의", "회의")]
    [InlineData("국회의", "국회")]
    [InlineData("정상회의", "정상회의")]
    [InlineData("정상회의는", "정상회의")]
    [InlineData("김정은이", "김정은")]
    [InlineData("경기도에서", "경기도")]
    [InlineData("비", "비")]
    public void Brings_the_forms_of_a_word_to_one_stem(string eojeol, string stem)
    {
        var letters = eojeol.ToCharArray();

        Assert.Equal(stem, new string(letters, 0, KoreanStem.Length(letters)));
    }

    [Theory]
    [InlineData("주민들이", "주민")]
    [InlineData("정상회의", "정상회의")]
    [InlineData("산불로", "산불")]
    public void Shows_a_noun_without_its_particle(string eojeol, string surface) =>
        Assert.Equal(surface, eojeol[..KoreanStem.Surface(eojeol)]);
}
