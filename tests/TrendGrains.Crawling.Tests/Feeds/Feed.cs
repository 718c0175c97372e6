using System.Text;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Tests.Feeds;

/// <summary>Feeds written in a test.</summary>
internal static class Feed
{
    public static readonly Uri Address = new("https://h.example/feeds/all.xml");

    public static ParsedFeed Read(string text, string? charset = null) => FeedReader.Read(Encoding.UTF8.GetBytes(text), charset, Address);

    public static FeedEntry Entry(ParsedFeed feed) => Assert.Single(feed.Entries);

    public static FeedEntry RssItem(string inner) => Entry(Read(Rss($"<item>{inner}</item>")));

    public static FeedEntry AtomEntry(string inner) => Entry(Read($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>{inner}</entry></feed>"));

    public static string Rss(string inner) => $"""
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
         xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"
         xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>{inner}</channel></rss>
        """;
}
