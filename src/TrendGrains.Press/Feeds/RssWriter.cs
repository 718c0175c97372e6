using System.Globalization;
using TrendGrains.Press.Templates;

namespace TrendGrains.Press.Feeds;

/// <summary>RSS 2.0 with dc:creator, content:encoded and media:content.</summary>
internal static class RssWriter
{
    public static string Write(Masthead masthead, FeedEntry[] entries, DateTimeOffset changed)
    {
        var words = masthead.Words;
        var xml = new Markup(32 * 1024).Add(
            $"""
            <?xml version="1.0" encoding="{masthead.Outlet.Charset}"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel>
            <title>{masthead.Name}</title>
            <link>{masthead.Root}/</link>
            <atom:link href="{masthead.Root}{masthead.Style.FeedPath}" rel="self" type="application/rss+xml"/>
            <description>{masthead.Name}</description>
            <language>{words.Language}</language>
            <generator>{PageHead.Generator}</generator>
            <lastBuildDate>{Date(words, changed)}</lastBuildDate>

            """);
        foreach (var entry in entries)
        {
            xml.Add(
                $"""
                <item>
                <title>{entry.Edition.Title}</title>
                <link>{entry.Link}</link>
                <guid isPermaLink="true">{entry.Url}</guid>
                <pubDate>{Date(words, entry.Publication.Published)}</pubDate>
                <category>{words.Section(entry.Publication.Section)}</category>
                <description>{entry.Edition.Lead}</description>

                """);
            if (entry.Publication.Byline is { } byline)
            {
                xml.Add($"<dc:creator>{byline}</dc:creator>\n");
            }

            if (masthead.Style.FullFeed)
            {
                xml.Add($"<content:encoded>{entry.Html()}</content:encoded>\n");
            }

            if (entry.Picture is { } picture)
            {
                xml.Add($"<media:content url=\"{picture}\" medium=\"image\" type=\"image/png\" width=\"640\" height=\"360\"/>\n");
            }

            xml.Raw("</item>\n");
        }

        return xml.Raw("</channel>\n</rss>\n").ToString();
    }

    /// <summary>RFC 822 with a numeric zone.</summary>
    private static string Date(Wording words, DateTimeOffset moment)
    {
        var local = words.Local(moment);
        return local.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
    }
}
