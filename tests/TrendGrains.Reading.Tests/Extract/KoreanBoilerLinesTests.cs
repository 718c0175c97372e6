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
        Assert.Equal($"{Story}\n\n{Story}", TestPages.Html($"<html lang=ko><meta property='og:type' content='article'><meta property='article:published_time' content='2026-05-20'><body><article><p>{Story}</p><p>{Story}</p><p>{System.Net.WebUtility.HtmlEncode(line)}</p></article>").Text);

    [Theory]
    [InlineData("경찰은 웹툰을 무단 복제해 배포한 혐의로 A씨를 구속했다고 밝혔다.")]
    [InlineData("정부는 공공 데이터의 AI 학습 활용을 넓히는 방안도 내놓았다.")]
    [InlineData("● 신청 기간은 3월 2일부터 3월 20일까지이다.")]
    [InlineData("※ 장애인과 청소년은 절반만 낸다.")]
    [InlineData("■ 신청 대상: 시에 사는 만 19세 이상")]
    public void Leaves_what_the_story_says_alone(string line) =>
        Assert.EndsWith(line, TestPages.Html($"<html lang=ko><meta property='og:type' content='article'><meta property='article:published_time' content='2026-05-20'><body><article><p>{Story}</p><p>{Story}</p><p>{line}</p></article>").Text, StringComparison.Ordinal);

    [Fact]
    public void Leaves_the_steps_of_other_languages_alone()
    {
        var steps = string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>■ Step {i}: turn the screw by one more round.</p>"));
        Assert.EndsWith("Step 4: turn the screw by one more round.", TestPages.Html($"<html lang=en><meta property='og:type' content='article'><meta property='article:published_time' content='2026-05-20'><body><article><p>{TestPages.Prose}</p><p>{TestPages.Prose}</p>{steps}</article>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_prose_that_speaks_of_reporters_alone()
    {
        const string Prose = "홍길동 기자는 무대에 올라 상을 받으며 동료들에게 고맙다고 말했다.";
        Assert.EndsWith(Prose, TestPages.Html($"<html lang=ko><meta property='og:type' content='article'><meta property='article:published_time' content='2026-05-20'><body><article><p>{Story}</p><p>{Story}</p><p>{Prose}</p></article>").Text, StringComparison.Ordinal);
    }
}
