using TrendGrains.Press.World.Language.English;

namespace TrendGrains.Press.Tests.World.Language.English;

public sealed class EnglishNumbersTests
{
    [Theory]
    [InlineData(7, "7", "seven", "seven")]
    [InlineData(1200, "1,200", "1,200", "twelve hundred")]
    [InlineData(2000, "2,000", "2,000", "2,000")]
    public void Spells_a_count_by_the_style_book(int value, string digits, string small, string hundreds)
    {
        Assert.Equal(digits, EnglishNumbers.Count(value, EnglishNumberStyle.Digits));
        Assert.Equal(small, EnglishNumbers.Count(value, EnglishNumberStyle.SmallInWords));
        Assert.Equal(hundreds, EnglishNumbers.Count(value, EnglishNumberStyle.HundredsInWords));
    }

    [Theory]
    [InlineData(150, "$15 million")]
    [InlineData(155, "$15.5 million")]
    [InlineData(13000, "$1.3 billion")]
    public void Tells_money_in_dollars(int value, string expected) =>
        Assert.Equal(expected, EnglishNumbers.Money(value, EnglishNumberStyle.Digits));
}
