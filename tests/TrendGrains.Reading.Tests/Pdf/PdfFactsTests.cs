using System.Text;
using TrendGrains.Reading.Pdf;

namespace TrendGrains.Reading.Tests.Pdf;

public sealed class PdfFactsTests
{
    [Theory]
    [InlineData("D:20260305151200+09'00'", "2026-03-05T15:12:00+09:00")]
    [InlineData("D:20260305151200-05'30", "2026-03-05T15:12:00-05:30")]
    [InlineData("D:20260305151200Z", "2026-03-05T15:12:00+00:00")]
    [InlineData("D:202603", "2026-03-01T00:00:00+00:00")]
    [InlineData("2026", "2026-01-01T00:00:00+00:00")]
    [InlineData("D:20260305151200+99'99'", "2026-03-05T15:12:00+00:00")]
    [InlineData("D:20261305", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void Reads_the_moments_of_the_standard(string raw, string? moment) =>
        Assert.Equal(moment, PdfFacts.Moment(raw)?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("untitled")]
    [InlineData("Microsoft Word - 보고서.hwp")]
    [InlineData("report_final2.docx")]
    [InlineData("12")]
    public void A_file_s_name_is_no_title(string title) => Assert.Null(PdfFacts.Of(Encoding.UTF8.GetBytes($"Title:          {title}\n"), null).Title);

    [Fact]
    public void A_time_to_come_is_not_believed() =>
        Assert.Null(PdfFacts.Of("CreationDate:    D:20300101000000Z\n"u8, TestPages.FetchedAt).Created);
}
