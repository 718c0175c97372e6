namespace TrendGrains.Reading.Tests.Extract;

public sealed class KoreanBoilerLinesTests
{
    private const string Story = "시의회는 화요일 저녁 새 다리를 놓는 데 드는 돈을 두고 오래 토론한 끝에 여름이 가기 전에 주민들의 뜻을 묻기로 했다.";

    [Theory]
    [InlineData("무단 전재 및 재배포 금지")]
    [InlineData("<저작권자 ⓒ 한빛일보, 무단전재 및 재배포 금지>")]
    [InlineData("▶ 관련기사 더 보기")]
    [InlineData("홍길동 기자 gildong@hanbit.example")]
    [InlineData("gildong@hanbit.example")]
    [InlineData("[사진=한빛일보]")]
    [InlineData("제보는 카카오톡 hanbitnews")]
    public void Cuts_the_lines_below_a_story(string line) =>
        Assert.Equal($"{Story}\n\n{Story}", TestPages.Html($"<html lang=ko><body><article><p>{Story}</p><p>{Story}</p><p>{System.Net.WebUtility.HtmlEncode(line)}</p></article>").Text);

    [Fact]
    public void Leaves_prose_that_speaks_of_reporters_alone()
    {
        const string Prose = "홍길동 기자는 무대에 올라 상을 받으며 동료들에게 고맙다고 말했다.";
        Assert.EndsWith(Prose, TestPages.Html($"<html lang=ko><body><article><p>{Story}</p><p>{Story}</p><p>{Prose}</p></article>").Text, StringComparison.Ordinal);
    }
}
