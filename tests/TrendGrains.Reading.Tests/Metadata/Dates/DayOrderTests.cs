using TrendGrains.Reading.Metadata.Dates;

namespace TrendGrains.Reading.Tests.Metadata.Dates;

public sealed class DayOrderTests
{
    [Theory]
    [InlineData("https://news.example.com/a", "en", "Unknown")]
    [InlineData("https://news.example.com/a", "en-US", "MonthFirst")]
    [InlineData("https://news.example.com/a", "en_us", "MonthFirst")]
    [InlineData("https://agency.gov/a", "en", "MonthFirst")]
    [InlineData("https://news.example.com/a", "en-GB", "DayFirst")]
    [InlineData("https://news.example.co.uk/a", "en", "DayFirst")]
    [InlineData("https://news.example.com/a", "fr", "DayFirst")]
    [InlineData("https://news.example.com/a", null, "Unknown")]
    public void Is_told_by_region_or_host(string url, string? language, string order) => Assert.Equal(Enum.Parse<DayOrder>(order), DayOrders.Of(url, language));
}
