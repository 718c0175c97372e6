using System.Globalization;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Tests.Feeds;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21")]
    [InlineData("Thu, 1 Jan 2004 19:48 GMT", "2004-01-01T19:48:00")]
    [InlineData("01 Jan 04 19:48:21 +0900", "2004-01-01T10:48:21")]
    [InlineData("01 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 KST", "2004-01-01T10:48:21")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 -0330", "2004-01-01T23:18:21")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT+9", "2004-01-01T10:48:21")]
    [InlineData("Thu, 01 Jan 2004 24:00:00 GMT", "2004-01-02T00:00:00")]
    [InlineData("03 Apr 02 1500 GMT", "2002-04-03T15:00:00")]
    [InlineData("Thursday, 01-Jan-04 19:48:21 GMT", "2004-01-01T19:48:21")]
    [InlineData("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21")]
    [InlineData("Thu Jan 01 19:48:21 EST 2004", "2004-01-02T00:48:21")]
    [InlineData("January 1st, 2004 7:48 PM", "2004-01-01T19:48:00")]
    [InlineData("Jan 1, 2004 7:48pm", "2004-01-01T19:48:00")]
    [InlineData("1 Sept 2004", "2004-09-01T00:00:00")]
    [InlineData("Thu, 01 Jan 99 00:00:00 GMT", "1999-01-01T00:00:00")]
    [InlineData("2004-01-01T19:48:21Z", "2004-01-01T19:48:21")]
    [InlineData("2004-01-01T19:48:21+09:00", "2004-01-01T10:48:21")]
    [InlineData("2004-01-01T19:48:21.5-0500", "2004-01-02T00:48:21.5")]
    [InlineData("2004-01-01T19:48:21.123456789Z", "2004-01-01T19:48:21.1234567")]
    [InlineData("2004-01-01 19:48:21", "2004-01-01T19:48:21")]
    [InlineData("2004-01-01 19:48:21 KST", "2004-01-01T10:48:21")]
    [InlineData("2004-01-01T19:48+01", "2004-01-01T18:48:00")]
    [InlineData("20040101T194821Z", "2004-01-01T19:48:21")]
    [InlineData("2004-01-01", "2004-01-01T00:00:00")]
    [InlineData("2004-01", "2004-01-01T00:00:00")]
    [InlineData("2004", "2004-01-01T00:00:00")]
    [InlineData("2003-335", "2003-12-01T00:00:00")]
    [InlineData("2004/1/2 3:04", "2004-01-02T03:04:00")]
    [InlineData("2004.01.02 03:04", "2004-01-02T03:04:00")]
    [InlineData("2004년 1월 2일 오후 3:04", "2004-01-02T06:04:00")]
    [InlineData("2004년 1월 2일 (금) 15시 4분", "2004-01-02T06:04:00")]
    [InlineData("2004. 1. 2. 오전 12:04:05", "2004-01-01T15:04:05")]
    [InlineData("1/2/2004 3:04 PM", "2004-01-02T15:04:00")]
    [InlineData("13/2/2004", "2004-02-13T00:00:00")]
    [InlineData("1072986501", "2004-01-01T19:48:21")]
    [InlineData("1072986501000", "2004-01-01T19:48:21")]
    [InlineData("2004-01-01T23:59:60Z", "2004-01-01T23:59:59")]
    public void Reads_what_feeds_write(string text, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), FeedDates.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2004-13-01")]
    [InlineData("31 Feb 2004 00:00:00 GMT")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("Thu, 01 Jan 2004 25:00:00 GMT")]
    [InlineData("99999999999999999999")]
    [InlineData("Jan Jan Jan")]
    public void Takes_nothing_else_for_a_date(string? text) => Assert.Null(FeedDates.Parse(text));

    [Fact]
    public void Takes_any_text_without_an_exception()
    {
        var random = new Random(11);
        var pieces = new[] { "2004", "-", "01", ":", "T", "Z", "+09", "Jan", "Thu,", " ", "오후", "년", "9999", "0", "31", "24:00", "PM", "GMT", "." };
        for (var i = 0; i < 50_000; i++)
        {
            FeedDates.Parse(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)])));
        }
    }
}
