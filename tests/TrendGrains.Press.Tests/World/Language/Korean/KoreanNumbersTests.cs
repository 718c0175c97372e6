using TrendGrains.Press.World.Language.Korean;

namespace TrendGrains.Press.Tests.World.Language.Korean;

public sealed class KoreanNumbersTests
{
    [Theory]
    [InlineData(1200, "1,200", "1천200", "1200")]
    [InlineData(3000, "3,000", "3천", "3000")]
    [InlineData(12, "12", "12", "12")]
    [InlineData(41500, "4만 1,500", "4만 1천500", "4만 1500")]
    public void Spells_a_count_in_three_habits(int value, string comma, string thousands, string plain)
    {
        Assert.Equal(comma, KoreanNumbers.Count(value, KoreanNumberStyle.Comma));
        Assert.Equal(thousands, KoreanNumbers.Count(value, KoreanNumberStyle.Thousands));
        Assert.Equal(plain, KoreanNumbers.Count(value, KoreanNumberStyle.Plain));
    }

    [Theory]
    [InlineData(900, "900억 원")]
    [InlineData(13000, "1조 3,000억 원")]
    [InlineData(20000, "2조 원")]
    public void Counts_money_in_hundred_millions_and_trillions(int value, string expected) =>
        Assert.Equal(expected, KoreanNumbers.Money(value, KoreanNumberStyle.Comma));
}
