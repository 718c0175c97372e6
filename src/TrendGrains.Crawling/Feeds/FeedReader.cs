using System.Xml;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x and CDF from any bytes.</summary>
public static class FeedReader
{
    /// <summary>Never throws for what the bytes hold: the answer's problems say what was wrong and where.</summary>
    /// <param name="charset">Character set that the transport named, if any.</param>
    /// <param name="baseUrl">Where the feed came from: relative URLs are resolved against it. When null, against the address that the feed gives as its own.</param>
    public static ParsedFeed Read(ReadOnlyMemory<byte> body, string? charset, Uri? baseUrl)
    {
        var reading = new FeedReading(baseUrl);
        var text = FeedEncoding.Decode(body.Span, charset, reading);
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF\0");
        var feed = start.IsEmpty ? Nothing("The input is empty.", reading)
            : start[0] is '{' or '[' ? JsonFeed.Read(text.TrimStart('\uFEFF'), reading)
            : ReadXml(text, reading);
        return feed with { Problems = reading.Problems() };
    }

    private static ParsedFeed ReadXml(string text, FeedReading reading)
    {
        var root = Tree(text, reading);
        if (root is not null)
        {
            reading.TakeBaseFrom(root);
        }

        return root is null ? Nothing($"This is no XML: it starts with '{Start(text)}'.", reading)
            : root.Is("atom", "feed") || root.Is("", "feed") || root.Is("atom", "entry") || root.Is("", "entry") ? AtomFeed.Read(root, reading)
            : CdfFeed.Is(root) ? CdfFeed.Read(root, reading)
            : root.Is("", "rss") || root.Is("", "channel") || root.Name.Equals("RDF", StringComparison.OrdinalIgnoreCase) ? RssFeed.Read(root, reading)
            : root.Name.ToLowerInvariant() is "html" or "head" or "body" ? Nothing("This is an HTML page, not a feed.", reading)
            : Nothing($"This is XML, but no feed: its outermost element is '{Start(root.Name)}'.", reading);
    }

    private static FeedNode? Tree(string text, FeedReading reading)
    {
        if (text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
        {
            reading.Problem("The document type defines entities; they are not expanded.");
        }

        // White space or a byte order mark before the XML declaration is a fault, and a common one: not worth a second reading.
        var trimmed = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        var skippedLines = text.AsSpan(0, text.Length - trimmed.Length).Count('\n');
        var tree = new FeedTreeBuilder(reading);
        try
        {
            StrictXml.Read(trimmed, tree);
            return tree.Root;
        }
        catch (XmlException fault)
        {
            tree = new FeedTreeBuilder(reading);
            new LenientXml(trimmed, tree).Read();
            if (tree.Root is not null)
            {
                reading.Problem($"Not well-formed XML: {Sentence(fault.Message)} Read leniently.", fault.LineNumber + skippedLines, fault.LinePosition);
            }

            return tree.Root;
        }
    }

    private static ParsedFeed Nothing(string why, FeedReading reading)
    {
        reading.Problem(why, 1, 1);
        return new ParsedFeed();
    }

    private static string Start(string text)
    {
        var start = FeedMarkup.Line(text.Length > 80 ? text[..80] : text);
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }

    /// <summary>The place stands beside the message, not in it.</summary>
    private static string Sentence(string message)
    {
        var place = message.IndexOf(" Line ", StringComparison.Ordinal);
        return place > 0 ? message[..place] : message;
    }
}
