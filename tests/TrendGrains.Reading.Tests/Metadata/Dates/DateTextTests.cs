using System.Globalization;
using TrendGrains.Reading.Metadata.Dates;

namespace TrendGrains.Reading.Tests.Metadata.Dates;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-11-21T09:30:15.123+09:00", "2026-11-21T09:30:15+09:00")]
    [InlineData("2026-11-21 09:30:15 +0900", "2026-11-21T09:30:15+09:00")]
    [InlineData("2026-11-21T00:30Z", "2026-11-21T00:30:00+00:00")]
    [InlineData("Sat, 21 Nov 2026 09:30:00 GMT", "2026-11-21T09:30:00+00:00")]
    [InlineData("Sat Nov 21 09:30:00 KST 2026", "2026-11-21T09:30:00+09:00")]
    [InlineData("November 21, 2026 at 3:05 PM EST", "2026-11-21T15:05:00-05:00")]
    [InlineData("July 4, 2026, 9:15 a.m. ET", "2026-07-04T09:15:00-04:00")]
    [InlineData("10:30 AM PST, Nov. 21, 2026", "2026-11-21T10:30:00-08:00")]
    [InlineData("입력 2026.11.21. 오전 9:30", "2026-11-21T09:30:00+09:00")]
    [InlineData("2026년 11월 21일 (토) 오후 3:05", "2026-11-21T15:05:00+09:00")]
    [InlineData("2026년 11월 21일 15시 05분", "2026-11-21T15:05:00+09:00")]
    [InlineData("2026. 11. 21. 09:30", "2026-11-21T09:30:00+00:00")]
    [InlineData("2026年11月21日 9時30分", "2026-11-21T09:30:00+00:00")]
    [InlineData("2026年11月21日 下午3:05", "2026-11-21T15:05:00+00:00")]
    [InlineData("21. November 2026, 9:30 Uhr", "2026-11-21T09:30:00+00:00")]
    [InlineData("le 21 novembre 2026 à 9h30", "2026-11-21T09:30:00+00:00")]
    [InlineData("1er août 2026", "2026-08-01T00:00:00+00:00")]
    [InlineData("21 de noviembre de 2026", "2026-11-21T00:00:00+00:00")]
    [InlineData("21 ноября 2026, 09:30", "2026-11-21T09:30:00+00:00")]
    [InlineData("21 Kasım 2026", "2026-11-21T00:00:00+00:00")]
    [InlineData("2026. november 21.", "2026-11-21T00:00:00+00:00")]
    [InlineData("21.11.2026 09:30", "2026-11-21T09:30:00+00:00")]
    [InlineData("20261121093015", "2026-11-21T09:30:15+00:00")]
    [InlineData("le 21 novembre 2026 à 10:30 et mis à jour", "2026-11-21T10:30:00+00:00")]
    [InlineData("21 novembre 2026, ore 10:30 est", "2026-11-21T10:30:00+00:00")]
    [InlineData("21 November 2026 10:00-12:00", "2026-11-21T10:00:00+00:00")]
    [InlineData("2026-11-21T10:00-05:00", "2026-11-21T10:00:00-05:00")]
    [InlineData("21 November 2026 10:00 -0500", "2026-11-21T10:00:00-05:00")]
    [InlineData("Posted on the 21st of November 2026", "2026-11-21T00:00:00+00:00")]
    public void Reads_a_moment(string written, string expected)
    {
        var moment = DateText.Parse(written, DayOrder.Unknown);

        Assert.NotNull(moment);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), moment.Value.In(TimeSpan.Zero));
    }

    [Theory]
    [InlineData("03/04/2026", "DayFirst", "2026-04-03")]
    [InlineData("03/04/2026", "MonthFirst", "2026-03-04")]
    [InlineData("03/04/2026", "Unknown", null)]
    [InlineData("25/04/2026", "Unknown", "2026-04-25")]
    public void A_day_that_may_be_a_month_is_read_only_where_the_page_tells(string written, string order, string? expected) =>
        Assert.Equal(expected, DateText.Parse(written, Enum.Parse<DayOrder>(order))?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("31 February 2026")]
    [InlineData("version 1.2.2026.4")]
    [InlineData("© 2026")]
    [InlineData("March 2026")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("2 days ago")]
    public void What_is_no_day_is_none(string written) => Assert.Null(DateText.Parse(written, DayOrder.DayFirst));
}
