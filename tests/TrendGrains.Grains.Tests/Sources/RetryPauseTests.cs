using TrendGrains.Grains.Sources;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class RetryPauseTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(4, 240)]
    [InlineData(50, 3600)]
    public void Doubles_up_to_an_hour(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPause.After(failures));
}
