using System.Text;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Tests.Feeds;

public sealed class FeedEncodingTests
{
    private const string Korean = "한국 뉴스 똠방각하";

    static FeedEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8", null, 0)]
    [InlineData("utf-8", null, null, 0)]
    [InlineData("ks_c_5601-1987", "euc-kr", null, 0)]
    [InlineData("ks_c_5601-1987", "EUC-KR", "euc-kr", 0)]
    [InlineData("ks_c_5601-1987", null, "\"ks_c_5601-1987\"", 0)]
    [InlineData("utf-8", "euc-kr", null, 1)]
    [InlineData("utf-8", null, "iso-8859-1", 1)]
    [InlineData("utf-8", "utf-8", "us-ascii", 1)]
    [InlineData("ks_c_5601-1987", "euc-kr", "utf-8", 1)]
    [InlineData("utf-8", "no-such-thing", null, 1)]
    [InlineData("utf-16", "utf-16", null, 0)]
    [InlineData("utf-16BE", "utf-16", "utf-8", 0)]
    public void Reads_korean_however_it_is_encoded(string actual, string? declared, string? transport, int problems)
    {
        var declaration = declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";
        var bytes = Encoding.GetEncoding(actual).GetBytes($"{declaration}<rss><channel><title>{Korean}</title></channel></rss>");

        var feed = FeedReader.Read(bytes, transport?.Trim('"'), null);

        Assert.Equal(Korean, feed.Title);
        Assert.Equal(problems, feed.Problems.Length);
    }

    [Fact]
    public void A_byte_order_mark_outweighs_every_claim()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"euc-kr\"?><rss><channel><title>{Korean}</title></channel></rss>")];

        var feed = FeedReader.Read(bytes, "iso-8859-1", null);

        Assert.Equal(Korean, feed.Title);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public void Takes_unlabelled_western_bytes_for_windows_1252_and_says_so()
    {
        var feed = FeedReader.Read(Encoding.GetEncoding(1252).GetBytes("<rss><channel><title>Café – “bar”</title></channel></rss>"), null, null);

        Assert.Equal("Café – “bar”", feed.Title);
        Assert.Contains("windows-1252", Assert.Single(feed.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Latin_1_means_windows_1252_on_the_web()
    {
        var feed = FeedReader.Read(
            Encoding.GetEncoding(1252).GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>“bar”</title></channel></rss>"), null, null);

        Assert.Equal("“bar”", feed.Title);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public void Replaces_what_fits_no_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>한"), 0xFF, .. Encoding.UTF8.GetBytes("국</title></channel></rss>")];

        Assert.Equal("한\uFFFD국", FeedReader.Read(bytes, null, null).Title);
    }
}
