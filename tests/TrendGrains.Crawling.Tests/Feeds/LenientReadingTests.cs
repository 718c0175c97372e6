using System.Diagnostics;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Tests.Feeds;

/// <summary>Feeds that are no XML, or not the XML they should be.</summary>
public sealed class LenientReadingTests
{
    [Theory]
    [InlineData("<title>Salt & pepper</title>", "Salt & pepper")]
    [InlineData("<title>Caf&eacute; &nbsp;bar</title>", "Café bar")]
    [InlineData("<title>a < b</title>", "a < b")]
    [InlineData("<title>bell\u0007</title>", "bell")]
    [InlineData("<title>unclosed", "unclosed")]
    [InlineData("<title>one<link>https://a.example/</link>", "one")]
    [InlineData("<title>wrong</b></title>", "wrong")]
    [InlineData("<title a=1 b='x c=\"y>T</title>", "T")]
    [InlineData("<title><![CDATA[never closed</title>", "never closed")]
    public void Recovers_the_title(string inner, string title)
    {
        var feed = Feed.Read(Feed.Rss($"<item>{inner}</item><item><title>Next</title></item>"));

        Assert.Equal([title, "Next"], feed.Entries.Select(e => e.Title));
        var problem = Assert.Single(feed.Problems);
        Assert.Contains("Not well-formed XML", problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, problem.Line);
        Assert.InRange(problem.Column, 1, 200);
    }

    [Fact]
    public void Keeps_html_that_should_have_been_escaped()
    {
        var feed = Feed.Read(Feed.Rss("<item><description><p>One<br>two <img src=\"/a.png\"></description></item>"));

        Assert.Equal("<p>One<br />two <img src=\"https://h.example/a.png\" /></p>", Feed.Entry(feed).Summary);
    }

    [Fact]
    public void Reads_entries_that_were_never_closed()
    {
        var feed = Feed.Read("<rss><channel><title>T</title><item><title>1</title><item><title>2</title><item><title>3</title>");

        Assert.Equal(["1", "2", "3"], feed.Entries.Select(e => e.Title));
    }

    [Fact]
    public void Knows_prefixes_that_nobody_declared()
    {
        var feed = Feed.Read("<rss><channel><item><dc:creator>Kim</dc:creator><content:encoded>x</content:encoded></item></channel></rss>");

        Assert.Equal(("Kim", "x"), (Feed.Entry(feed).Author, Feed.Entry(feed).Content));
    }

    [Fact]
    public void Follows_namespaces_when_reading_leniently_too()
    {
        var feed = Feed.Read("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>R & D</a:title><a:entry><a:title>x</a:title></a:entry></a:feed>");

        Assert.Equal((FeedFormat.Atom10, "R & D", "x"), (feed.Format, feed.Title, Feed.Entry(feed).Title));
    }

    [Fact]
    public void Counts_lines_from_the_first_of_the_file()
    {
        var feed = Feed.Read("\n\n<rss><channel>\n<title>a & b</title></channel></rss>");

        Assert.Equal(4, Assert.Single(feed.Problems).Line);
    }

    [Fact]
    public void Never_fetches_what_a_document_type_points_to()
    {
        var feed = Feed.Read("""
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY other SYSTEM "http://127.0.0.1:9/x">]>
            <rss><channel><title>a &secret; b &other;</title></channel></rss>
            """);

        Assert.Equal("a &secret; b &other;", feed.Title);
        Assert.Contains(feed.Problems, p => p.Message.Contains("not expanded", StringComparison.Ordinal));
    }

    [Fact]
    public void Never_expands_a_billion_laughs()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var feed = Feed.Read($"<!DOCTYPE rss [<!ENTITY l0 \"lol\">{entities}]><rss><channel><title>&l9;</title></channel></rss>");

        Assert.Equal("&l9;", feed.Title);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<?")]
    [InlineData("<!")]
    [InlineData("</a>")]
    [InlineData("</")]
    [InlineData("<a xmlns:b='c'>")]
    [InlineData("&#")]
    [InlineData("<item>")]
    [InlineData("]]>")]
    [InlineData("<![CDATA[<!--")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<!a[>")]
    [InlineData("<item><author>a")]
    [InlineData("<description><a href=")]
    [InlineData("<a b='\"c>")]
    public void Openings_without_end_cost_no_more_than_their_length(string piece)
    {
        var text = "<rss><channel>" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var started = Stopwatch.GetTimestamp();

        Feed.Read(text);

        // About 0.2 s here; what grows with the square of the length takes minutes.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData("author", " ")]
    [InlineData("author", "a ")]
    [InlineData("title", "&lt;a ")]
    [InlineData("description", "&lt;a href=' ")]
    [InlineData("description", "&lt;a href ")]
    [InlineData("pubDate", "1")]
    [InlineData("category", ",")]
    public void A_hostile_text_costs_no_more_than_its_length(string element, string piece)
    {
        var text = Feed.Rss($"<item><{element}>a{string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))}(</{element}></item>");
        var started = Stopwatch.GetTimestamp();

        Feed.Read(text);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void Bounds_depth_and_number_of_elements()
    {
        var deep = Feed.Read(Feed.Rss("<item><description>" + string.Concat(Enumerable.Repeat("<i>", 5000)) + "x" + string.Concat(Enumerable.Repeat("</i>", 5000)) + "</description></item>"));
        var many = Feed.Read(Feed.Rss(string.Concat(Enumerable.Repeat("<a/>", 600_000))));

        Assert.Contains("x", Feed.Entry(deep).Summary, StringComparison.Ordinal);
        Assert.Contains(deep.Problems, p => p.Message.Contains("200 deep", StringComparison.Ordinal));
        Assert.Contains(many.Problems, p => p.Message.Contains("500,000", StringComparison.Ordinal));
    }
}
