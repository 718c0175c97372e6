using System.Globalization;
using System.Text;
using TrendGrains.Reading.Metadata.Dates;
using TrendGrains.Reading.Pdf;

namespace TrendGrains.Reading.Tests.Pdf;

public sealed class PdfFactsTests
{
    [Theory]
    [InlineData("D:20260305151200+09'00'", "2026-03-05T15:12:00+09:00")]
    [InlineData("D:20260305151200-05'30", "2026-03-05T15:12:00-05:30")]
    [InlineData("D:20260305151200Z", "2026-03-05T15:12:00+00:00")]
    [InlineData("D:20260305151200Z00'00'", "2026-03-05T15:12:00+00:00")]
    [InlineData("D:20260305151200", "2026-03-05T15:12:00 without a zone")]
    [InlineData("D:20260305151200+99'99'", "2026-03-05T15:12:00 without a zone")]
    [InlineData("D:2026030515", "2026-03-05T15:00:00 without a zone")]
    [InlineData("D:20260305", "2026-03-05")]
    [InlineData("D:202603", null)]
    [InlineData("2026", null)]
    [InlineData("D:2023", null)]
    [InlineData("D:20261305", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void Reads_the_moments_of_the_standard(string raw, string? moment) =>
        Assert.Equal(moment, PdfFacts.Moment(raw) is { } read ? Written(read) : null);

    [Theory]
    [InlineData("untitled")]
    [InlineData("Microsoft Word - 보고서.hwp")]
    [InlineData("report_final2.docx")]
    [InlineData("12")]
    public void A_file_s_name_is_no_title(string title) => Assert.Null(PdfFacts.Of(Encoding.UTF8.GetBytes($"Title:          {title}\n")).Title);

    private static string Written(WrittenMoment moment) => moment switch
    {
        { Time: null } => moment.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Offset: null } => moment.In(TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm:ss 'without a zone'", CultureInfo.InvariantCulture),
        _ => moment.In(TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
    };
}
