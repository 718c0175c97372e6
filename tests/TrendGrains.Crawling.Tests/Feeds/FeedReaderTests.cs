using System.Text;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Tests.Feeds;

public sealed class FeedReaderTests
{
    [Theory]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"alternate\" href=\"https://h.example/\"/><link rel=\"self\" href=\"https://h.example/news/feed\"/><entry><link href=\"one\"/></entry></feed>", "https://h.example/news/one")]
    [InlineData("<rss version=\"2.0\"><channel><link>https://h.example/news/</link><item><link>one</link></item></channel></rss>", "https://h.example/news/one")]
    [InlineData("<rss version=\"2.0\"><channel><link>/news/</link><item><link>one</link></item></channel></rss>", null)]
    public void A_feed_from_a_file_is_where_it_says_it_is(string text, string? url) =>
        Assert.Equal(url, Feed.Entry(FeedReader.Read(Encoding.UTF8.GetBytes(text), null, null)).Url);

    [Fact]
    public void Reads_rss_2_0()
    {
        var feed = Feed.Read(Feed.Rss("""
            <title>News &amp; more</title><link>https://h.example/</link><description>About</description><language>ko-KR</language>
            <ttl>30</ttl><lastBuildDate>Thu, 01 Jan 2026 09:00:00 +0900</lastBuildDate><atom:link rel="self" href="https://h.example/feeds/all.xml"/>
            <item>
              <title><![CDATA[대통령 "발언" &amp; 반응]]></title><link>/news/1?a=1&amp;b=2</link><guid isPermaLink="false">id-1</guid>
              <dc:creator>Kim</dc:creator><dc:creator>Lee</dc:creator><pubDate>Thu, 01 Jan 2026 08:30:00 KST</pubDate>
              <description>Short &lt;b&gt;text&lt;/b&gt;</description><content:encoded><![CDATA[<p>Long <a href="x">link</a></p>]]></content:encoded>
              <category>정치</category><category>정치</category><category>A &amp; B</category>
              <enclosure url="/a.mp3" type="audio/mpeg" length="123"/><media:group><media:content url="https://h.example/v.mp4" medium="video"/>
              <media:thumbnail url="https://h.example/t.jpg"/></media:group>
            </item>
            """));

        Assert.Equal(FeedFormat.Rss20, feed.Format);
        Assert.Equal("News & more", feed.Title);
        Assert.Equal("https://h.example/", feed.Link);
        Assert.Equal("ko-KR", feed.Language);
        Assert.Equal(TimeSpan.FromMinutes(30), feed.TimeToLive);
        Assert.Equal(Utc(2026, 1, 1, 0, 0), feed.Updated);
        Assert.Empty(feed.Problems);
        var entry = Feed.Entry(feed);
        Assert.Equal("id-1", entry.Id);
        Assert.Equal("https://h.example/news/1?a=1&b=2", entry.Url);
        Assert.Equal("대통령 \"발언\" & 반응", entry.Title);
        Assert.Equal("Kim, Lee", entry.Author);
        Assert.Equal(Utc(2025, 12, 31, 23, 30), entry.Published);
        Assert.Equal("Short <b>text</b>", entry.Summary);
        Assert.Equal("<p>Long <a href=\"https://h.example/feeds/x\">link</a></p>", entry.Content);
        Assert.Equal(["정치", "A & B"], entry.Tags);
        Assert.Equal("ko-KR", entry.Language);
        Assert.Equal(
            [
                new FeedMedia("https://h.example/a.mp3", "audio/mpeg", 123),
                new FeedMedia("https://h.example/v.mp4", "video/*", null),
                new FeedMedia("https://h.example/t.jpg", "image/*", null),
            ],
            entry.Media);
    }

    [Fact]
    public void Reads_rss_1_0()
    {
        var feed = Feed.Read("""
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://h.example/"><title>T</title><link>https://h.example/</link></channel>
            <item rdf:about="https://h.example/1"><title>One</title><dc:date>2026-01-02T03:04:05Z</dc:date><dc:subject>s</dc:subject></item></rdf:RDF>
            """);

        Assert.Equal((FeedFormat.Rss10, "T"), (feed.Format, feed.Title));
        var entry = Feed.Entry(feed);
        Assert.Equal(("https://h.example/1", "https://h.example/1", "One"), (entry.Id, entry.Url, entry.Title));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), entry.Published);
        Assert.Equal(["s"], entry.Tags);
    }

    [Fact]
    public void Reads_atom()
    {
        var feed = Feed.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://base.example/dir/">
            <title type="html">A &amp;amp; B</title><link rel="self" href="self.xml"/><link href="./"/><updated>2026-01-01T00:00:00Z</updated>
            <author><name>Feed Author</name></author>
            <entry><id>tag:1</id><title type="text">a &lt;b&gt; c</title><link rel="alternate" type="text/html" href="1.html"/>
              <link rel="enclosure" href="1.mp3" type="audio/mpeg" length="9"/><published>2026-01-01T09:00:00+09:00</published><updated>2026-01-02T00:00:00Z</updated>
              <category term="t" label="Label"/><summary>plain &lt;3</summary>
              <content type="xhtml" xml:base="sub/"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <img src="i.png"/> &amp; bye</p></div></content></entry>
            <entry xml:lang="ko"><author><name>Own</name></author><content type="text/html" src="2.html"/></entry></feed>
            """);

        Assert.Equal((FeedFormat.Atom10, "A & B", "https://base.example/dir/"), (feed.Format, feed.Title, feed.Link));
        var entry = feed.Entries[0];
        Assert.Equal(("tag:1", "a <b> c", "https://base.example/dir/1.html", "Feed Author", "en"), (entry.Id, entry.Title, entry.Url, entry.Author, entry.Language));
        Assert.Equal((Utc(2026, 1, 1, 0, 0), Utc(2026, 1, 2, 0, 0)), (entry.Published!.Value, entry.Updated!.Value));
        Assert.Equal("plain <3", entry.Summary);
        Assert.Equal("<p>Hi <img src=\"https://base.example/dir/sub/i.png\" /> &amp; bye</p>", entry.Content);
        Assert.Equal([new FeedMedia("https://base.example/dir/1.mp3", "audio/mpeg", 9)], entry.Media);
        Assert.Equal(["Label"], entry.Tags);
        Assert.Equal(("https://base.example/dir/2.html", "Own", "ko"), (feed.Entries[1].Url, feed.Entries[1].Author, feed.Entries[1].Language));
    }

    [Fact]
    public void Reads_json_feed()
    {
        var feed = Feed.Read("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://h.example/", "language": "en",
             "authors": [{"name": "A"}], "items": [
              {"id": 7, "url": "/7", "title": " One ", "content_html": "<p>x</p>", "summary": "s", "date_published": "2026-01-01T00:00:00Z",
               "tags": ["a", "b", 3], "image": "/i.png", "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]},
              {"id": "https://h.example/8", "content_text": "plain", "authors": [{"name": "B"}], "language": "ko"}, null,]}
            """);

        Assert.Equal((FeedFormat.JsonFeed, "T", "https://h.example/"), (feed.Format, feed.Title, feed.Link));
        Assert.Empty(feed.Problems);
        Assert.Equal(2, feed.Entries.Length);
        var entry = feed.Entries[0];
        Assert.Equal(("7", "https://h.example/7", "One", "A", "<p>x</p>", "en"), (entry.Id, entry.Url, entry.Title, entry.Author, entry.Content, entry.Language));
        Assert.Equal(["a", "b"], entry.Tags);
        Assert.Equal([new FeedMedia("https://h.example/a.mp3", "audio/mpeg", 5), new FeedMedia("https://h.example/i.png", "image/*", null)], entry.Media);
        Assert.Equal(("https://h.example/8", "plain", "B", "ko"), (feed.Entries[1].Url, feed.Entries[1].Content, feed.Entries[1].Author, feed.Entries[1].Language));
    }

    [Theory]
    [InlineData("<link>https://a.example/1</link>", "https://a.example/1")]
    [InlineData("<guid>https://a.example/1</guid>", "https://a.example/1")]
    [InlineData("<guid isPermaLink=\"false\">https://a.example/1</guid>", null)]
    [InlineData("<guid>not-a-url</guid>", null)]
    [InlineData("<link/><atom:link href=\"https://a.example/1\"/>", "https://a.example/1")]
    [InlineData("<link href=\"https://a.example/1\"/>", "https://a.example/1")]
    [InlineData("<link>https://proxy.example/x</link><feedburner:origLink>https://a.example/1</feedburner:origLink>", "https://a.example/1")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    public void Finds_the_page_of_an_rss_entry(string inner, string? url) => Assert.Equal(url, Feed.RssItem(inner).Url);

    [Theory]
    [InlineData("<author>a@b.example (Jane Doe)</author>", "Jane Doe")]
    [InlineData("<author>Jane Doe &lt;a@b.example&gt;</author>", "Jane Doe")]
    [InlineData("<author>a@b.example</author>", "a@b.example")]
    [InlineData("<itunes:author>Cast</itunes:author>", "Cast")]
    [InlineData("<dc:creator>First</dc:creator><author>a@b.example</author>", "First")]
    public void Names_the_author(string inner, string author) => Assert.Equal(author, Feed.RssItem(inner).Author);

    [Theory]
    [InlineData("AT&amp;T", "AT&T")]
    [InlineData("AT&amp;amp;T", "AT&T")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; news", "Bold news")]
    [InlineData("a &lt; b", "a < b")]
    [InlineData("List&lt;T&gt; in C#", "List<T> in C#")]
    [InlineData("<![CDATA[It&#8217;s\n  here]]>", "It’s here")]
    [InlineData("&amp;quot;Quoted&amp;quot;", "\"Quoted\"")]
    public void Makes_a_title_one_plain_line(string title, string expected) => Assert.Equal(expected, Feed.RssItem($"<title>{title}</title>").Title);

    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "HTML page")]
    [InlineData("<!doctype html><p>x", "no feed")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "'svg'")]
    [InlineData("just words", "no XML")]
    [InlineData("", "empty")]
    [InlineData("   \n ", "empty")]
    [InlineData("{\"a\":1}", "no JSON Feed")]
    [InlineData("[1,2]", "no JSON Feed")]
    [InlineData("{\"items\":[}", "Not JSON")]
    public void Says_what_the_input_is_when_it_is_no_feed(string text, string told)
    {
        var feed = Feed.Read(text);

        Assert.Equal(FeedFormat.None, feed.Format);
        Assert.Empty(feed.Entries);
        Assert.Contains(feed.Problems, p => p.Message.Contains(told, StringComparison.Ordinal) && p.Line > 0);
    }

    [Fact]
    public void Reads_no_more_entries_than_its_limit()
    {
        var feed = Feed.Read(Feed.Rss(string.Concat(Enumerable.Range(0, 10_050).Select(i => $"<item><link>/{i}</link></item>"))));

        Assert.Equal(10_000, feed.Entries.Length);
        Assert.Contains(feed.Problems, p => p.Message.Contains("10,050 entries", StringComparison.Ordinal));
    }

    [Fact]
    public void Cuts_texts_that_are_too_long_and_says_so()
    {
        var feed = Feed.Read(Feed.Rss($"<item><title>{new string('t', 5000)}</title><description>{new string('d', 300_000)}</description></item>"));

        Assert.Equal((4000, 256 * 1024), (Feed.Entry(feed).Title!.Length, Feed.Entry(feed).Summary!.Length));
        Assert.Contains(feed.Problems, p => p.Message == "2 texts were too long and cut.");
    }

    [Fact]
    public void Reads_a_line_of_a_megabyte_of_json()
    {
        var feed = Feed.Read($$"""{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"{{new string('x', 1_000_000)}}"}]}""");

        Assert.Equal(1_000_000, Feed.Entry(feed).Content!.Length);
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
