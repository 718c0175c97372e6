namespace TrendGrains.Reading.Tests;

/// <summary>Pages in the shapes of the commonest Korean templates; their words are made up.</summary>
public sealed class KoreanPagesTests
{
    private static readonly DateTimeOffset fetchedAt = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan korea = TimeSpan.FromHours(9);

    [Theory]
    [InlineData("portal-end-page", "가람항 새 방파제 다음 달 열린다", "윤서라", "2026-11-21T09:30:15+09:00", "2026-11-21T14:05:40+09:00")]
    [InlineData("local-paper", "솔내시, 겨울 축제 예산 두 배로", "오하람, 진세울", "2026-11-20T17:42:00+09:00", "2026-11-21T08:15:00+09:00")]
    [InlineData("wire-story", "미르강 수위 낮아져…대피령 풀려", "백가온", "2026-11-21T06:12:00+09:00", null)]
    [InlineData("blog-post", "비 온 뒤 뒷산에서 만난 꽃", "들꽃지기", "2026-11-14T18:20:00+09:00", null)]
    public void Reads_text_title_byline_and_times(string name, string title, string byline, string published, string? modified)
    {
        var page = Read(name);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "Korean", $"{name}.txt")).TrimEnd('\n'), page.Text);
        Assert.Equal((title, byline), (page.Title, page.Byline));
        Assert.Equal(published, page.Published?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(modified, page.Modified?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("language", page.Origins["publishedZone"]);
        Assert.Equal("ko", page.Language);
    }

    [Fact]
    public void A_frame_that_holds_the_page_is_its_first_link()
    {
        var page = Read("blog-frame", "https://blog.hannuri.example/wildflower/2233445566");

        Assert.Equal("", page.Text);
        Assert.Equal("https://blog.hannuri.example/PostView.example?blogId=wildflower&logNo=2233445566&redirect=Dlog", page.Links[0].Url);
    }

    [Fact]
    public void Korean_bytes_are_believed_over_a_Latin_label()
    {
        var page = Read("notice-board-euckr-mislabelled");

        Assert.Contains("계량기가 얼었을 때는 뜨거운 물을 바로 붓지 말고 따뜻한 물수건으로 천천히 녹여 주십시오.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("조회", page.Text, StringComparison.Ordinal);
        Assert.Equal("김도래", page.Byline);
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 14, 25, 0, korea), page.Published);
        Assert.Equal(korea, page.Published!.Value.Offset);
    }

    [Fact]
    public void A_caption_in_an_inline_element_is_a_caption()
    {
        var page = Read("portal-end-page");

        Assert.Equal("caption", page.Blocks[0].Kind);
        Assert.Equal("https://img.hannuri.example/image/001/2026/11/21/PYH2026.jpg?type=w800", page.Media[0].Url);
    }

    private static ReadPage Read(string name, string url = "https://n.hannuri.example/news/story/1") =>
        new PageReader().Read(new RawPage(url, "text/html", null, TestPages.Bytes(Path.Combine("Korean", $"{name}.html")), fetchedAt));
}
