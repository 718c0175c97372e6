using TrendGrains.Press.World.Language.Korean;

namespace TrendGrains.Press.Tests.World.Language.Korean;

public sealed class KoreanHeadlineTests
{
    [Theory]
    [InlineData("노릭 선수는 기침약 탓이라고 했다.", "노릭 선수는 기침약 탓이라고 해")]
    [InlineData("부상자 17명은 대부분 화상을 입었다.", "부상자 17명은 대부분 화상을 입어")]
    [InlineData("공무원 네 명이 과실 혐의로 입건됐다.", "공무원 네 명이 과실 혐의로 입건돼")]
    [InlineData("노조는 정비 인력이 모자란다고 한다.", "노조는 정비 인력이 모자란다고 한다")]
    [InlineData("많은 승객이 아직 선실에 있다.", "많은 승객이 아직 선실에 있다")]
    public void Drops_the_past_ending(string sentence, string headline) => Assert.Equal(headline, KoreanHeadline.Of(sentence));

    [Theory]
    [InlineData("수온은 11도. 시간이 많지 않다.")]
    [InlineData("짧다.")]
    [InlineData("끝이 다르게 맺는 문장은 제목이 되지 않음")]
    public void Leaves_what_makes_no_headline(string sentence) => Assert.Null(KoreanHeadline.Of(sentence));
}
