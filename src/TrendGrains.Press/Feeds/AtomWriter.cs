using TrendGrains.Press.Templates;

namespace TrendGrains.Press.Feeds;

/// <summary>Atom (RFC 4287).</summary>
internal static class AtomWriter
{
    public static string Write(Masthead masthead, FeedEntry[] entries, DateTimeOffset changed)
    {
        var words = masthead.Words;
        var xml = new Markup(32 * 1024).Add(
            $"""
            <?xml version="1.0" encoding="{masthead.Outlet.Charset}"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="{words.Language}">
            <title>{masthead.Name}</title>
            <id>{masthead.Root}/</id>
            <link rel="self" type="application/atom+xml" href="{masthead.Root}{masthead.Style.FeedPath}"/>
            <link rel="alternate" type="text/html" href="{masthead.Root}/"/>
            <generator>{PageHead.Generator}</generator>
            <updated>{words.Machine(changed)}</updated>
            <author><name>{masthead.Name}</name></author>

            """);
        foreach (var entry in entries)
        {
            xml.Add(
                $"""
                <entry>
                <title>{entry.Edition.Title}</title>
                <id>tag:{masthead.Outlet.Slug}.example,2026:{entry.Publication.Id}</id>
                <link rel="alternate" type="text/html" href="{entry.Link}"/>
                <published>{words.Machine(entry.Publication.Published)}</published>
                <updated>{words.Machine(entry.Edition.Modified)}</updated>
                <category term="{entry.Publication.Section}" label="{words.Section(entry.Publication.Section)}"/>
                <summary>{entry.Edition.Lead}</summary>

                """);
            if (entry.Publication.Byline is { } byline)
            {
                xml.Add($"<author><name>{byline}</name></author>\n");
            }

            if (masthead.Style.FullFeed)
            {
                xml.Add($"<content type=\"html\">{entry.Html()}</content>\n");
            }

            if (entry.Picture is { } picture)
            {
                xml.Add($"<media:thumbnail url=\"{picture}\" width=\"640\" height=\"360\"/>\n");
            }

            xml.Raw("</entry>\n");
        }

        return xml.Raw("</feed>\n").ToString();
    }
}
