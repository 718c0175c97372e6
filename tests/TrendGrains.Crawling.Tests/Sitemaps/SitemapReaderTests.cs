using System.IO.Compression;
using System.Text;
using TrendGrains.Crawling.Sitemaps;

namespace TrendGrains.Crawling.Tests.Sitemaps;

public sealed class SitemapReaderTests
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static readonly Uri url = new("https://a.example/sitemap.xml");

    [Fact]
    public void Reads_pages_with_their_times()
    {
        var map = Read(Head + """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
              <url><loc> https://a.example/one?a=1&amp;b=2 </loc><lastmod>2026-03-01T10:00:00+09:00</lastmod><priority>0.5</priority>
                <image:image><image:loc>https://a.example/one.jpg</image:loc></image:image></url>
              <url><loc><![CDATA[https://a.example/two]]></loc><lastmod>2026-03-02</lastmod></url>
              <url><loc>https://a.example/three</loc><lastmod>no date</lastmod></url>
              <url><lastmod>2026-03-02</lastmod></url>
            </urlset>
            """);

        Assert.Equal(SitemapKind.Pages, map.Kind);
        Assert.Null(map.Problem);
        Assert.Equal(["https://a.example/one?a=1&b=2", "https://a.example/two", "https://a.example/three"], map.Entries.Select(e => e.Url));
        Assert.Equal(
            [DateTimeOffset.Parse("2026-03-01T01:00Z"), DateTimeOffset.Parse("2026-03-02T00:00Z"), null],
            map.Entries.Select(e => e.Changed));
    }

    [Fact]
    public void Reads_a_news_sitemap_with_title_and_time()
    {
        var map = Read(Head + """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://a.example/n</loc><news:news><news:publication><news:name>The A</news:name><news:language>ko</news:language></news:publication>
              <news:publication_date>2026-03-01T10:00:00Z</news:publication_date><news:title>항구가 열렸다</news:title></news:news></url>
            </urlset>
            """);

        var entry = Assert.Single(map.Entries);
        Assert.Equal(("항구가 열렸다", DateTimeOffset.Parse("2026-03-01T10:00Z")), (entry.Title, entry.Changed));
    }

    [Fact]
    public void Leaves_a_videos_title_and_time_to_the_video()
    {
        var map = Read(Head + """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
              <url><loc>https://a.example/n</loc>
              <video:video><video:title>Trailer</video:title><video:publication_date>2020-01-01T00:00:00Z</video:publication_date></video:video>
              <news:news><news:publication_date>2026-03-01T10:00:00Z</news:publication_date><news:title>The harbour opens</news:title></news:news></url>
              <url><loc>https://a.example/v</loc><video:video><video:title>Trailer</video:title><video:publication_date>2020-01-01T00:00:00Z</video:publication_date></video:video></url>
            </urlset>
            """);

        Assert.Equal(["The harbour opens", null], map.Entries.Select(e => e.Title));
        Assert.Equal([DateTimeOffset.Parse("2026-03-01T10:00Z"), null], map.Entries.Select(e => e.Published));
    }

    [Fact]
    public void Reads_an_index()
    {
        var map = Read(Head + "<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>");

        Assert.Equal((SitemapKind.Index, "https://a.example/1.xml.gz"), (map.Kind, map.Entries.Single().Url));
    }

    [Fact]
    public void Reads_what_is_packed_and_what_is_one_address_a_line()
    {
        var lines = Encoding.UTF8.GetBytes("\uFEFFhttps://a.example/1\r\n\r\nhttps://a.example/2\nnot an address\n");

        Assert.Equal(3, SitemapReader.Read(lines, null, url).Entries.Length);
        Assert.Equal(3, SitemapReader.Read(Gzip(lines), null, url).Entries.Length);
    }

    [Fact]
    public void Reads_a_feed_in_its_place()
    {
        var map = Read("<rss version=\"2.0\"><channel><item><title>One</title><link>/one</link></item></channel></rss>");

        Assert.Equal(("https://a.example/one", "One"), (map.Entries.Single().Url, map.Entries.Single().Title));
    }

    [Fact]
    public void Keeps_what_it_read_before_a_fault()
    {
        var map = Read("<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2?a&b</loc></url></urlset>");

        Assert.Equal("https://a.example/1", map.Entries.Single().Url);
        Assert.Contains("Not well-formed", map.Problem, StringComparison.Ordinal);
        Assert.False(map.IsTooMuch);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("")]
    [InlineData("lorem ipsum")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE u [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><urlset><url><loc>https://a.example/&b;</loc></url></urlset>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE u [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&a;</loc></url></urlset>")]
    public void Says_why_there_is_nothing_to_read(string text)
    {
        var map = Read(text);

        Assert.Equal(SitemapKind.None, map.Kind);
        Assert.Empty(map.Entries);
        Assert.NotNull(map.Problem);
    }

    [Fact]
    public void Gives_up_on_a_bomb_and_on_depth()
    {
        var bomb = SitemapReader.Read(Gzip(Encoding.UTF8.GetBytes("<urlset>" + new string(' ', 60_000_000))), null, url);
        var deep = Read(string.Concat(Enumerable.Repeat("<urlset>", 1_000_000)));

        Assert.True(bomb.IsTooMuch);
        Assert.Contains("unpacks to more than", bomb.Problem, StringComparison.Ordinal);
        Assert.Contains("deep", deep.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_no_more_addresses_than_the_protocol_allows()
    {
        var map = Read("<urlset>" + string.Concat(Enumerable.Range(0, 50_001).Select(i => $"<url><loc>https://a.example/{i}</loc></url>")) + "</urlset>");

        Assert.Equal((50_000, true), (map.Entries.Length, map.IsTooMuch));
    }

    private static SitemapReading Read(string text) => SitemapReader.Read(Encoding.UTF8.GetBytes(text), null, url);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
