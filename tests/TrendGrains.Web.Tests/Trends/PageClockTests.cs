using TrendGrains.Web.Trends;

namespace TrendGrains.Web.Tests.Trends;

public sealed class PageClockTests
{
    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-2, "just now")]
    [InlineData(12, "12 min ago")]
    [InlineData(180, "3 h ago")]
    [InlineData(60 * 24 * 5, "5 days ago")]
    [InlineData(60 * 24 * 365, "on 2025-01-01")]
    public void Ages_are_short(int minutes, string expected) =>
        Assert.Equal(expected, new PageClock(Samples.Noon, null).Ago(Samples.Noon.AddMinutes(-minutes)));

    [Fact]
    public void A_stream_that_lags_a_little_is_of_now() => Assert.False(new PageClock(Samples.Noon, Samples.Noon.AddMinutes(-10)).IsPast);

    [Fact]
    public void A_stream_that_lags_much_is_of_its_own_time() =>
        Assert.Equal(Samples.Noon.AddDays(-2), new PageClock(Samples.Noon, Samples.Noon.AddDays(-2)).Now);

    [Fact]
    public void A_stream_of_the_future_is_of_now() => Assert.Equal(Samples.Noon, new PageClock(Samples.Noon, Samples.Noon.AddDays(2)).Now);
}
