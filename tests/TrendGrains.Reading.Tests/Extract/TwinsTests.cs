using TrendGrains.Reading.Extract;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class TwinsTests
{
    [Theory]
    [InlineData("Read the story Read the story", true, "Read the story")]
    [InlineData("New York New York", false, "New York New York")]
    [InlineData("1234567812345678", true, "1234567812345678")]
    [InlineData("12.345.678 12.345.678", true, "12.345.678 12.345.678")]
    public void Of_two_runs_one_is_kept(string text, bool isSplit, string once) => Assert.Equal(once, Twins.Once(text, isSplit));
}
