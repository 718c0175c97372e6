using TrendGrains.Reading.Metadata.Dates;

namespace TrendGrains.Reading.Tests.Metadata.Dates;

public sealed class ZoneNamesTests
{
    [Theory]
    [InlineData("CST", "https://news.example.com/a", "en", -6.0)]
    [InlineData("CST", "https://news.example.com/a", "zh", 8.0)]
    [InlineData("CST", "https://news.example.cn/a", "en", 8.0)]
    [InlineData("CST", "https://news.example.com/a", "zh-TW", 8.0)]
    [InlineData("EST", "https://news.example.com.au/a", "en", 10.0)]
    [InlineData("EST", "https://news.example.com/a", "en-US", -5.0)]
    [InlineData("CST", "https://news.example.com.au/a", "en", null)]
    public void Mean_what_they_mean_where_the_page_is_from(string name, string url, string language, double? hours) =>
        Assert.Equal(hours, ZoneNames.Elsewhere(name, ZoneNames.Offset(name, new DateOnly(2026, 11, 21))!.Value, PageZone.Country(url, language))?.TotalHours);
}
