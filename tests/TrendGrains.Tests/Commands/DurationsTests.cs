using TrendGrains.Commands;

namespace TrendGrains.Tests.Commands;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("0s", 0)]
    [InlineData("1.5m", 90)]
    [InlineData("6h", 21600)]
    [InlineData("1d", 86400)]
    public void Reads_what_people_write(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("15")]
    [InlineData("m")]
    [InlineData("-1s")]
    [InlineData("5 parsecs")]
    [InlineData("999999999d")]
    public void Refuses_the_rest(string text) => Assert.False(Durations.TryParse(text, out _));
}
