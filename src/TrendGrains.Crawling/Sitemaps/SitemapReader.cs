using System.Text;
using System.Xml;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Sitemaps;

/// <summary>
/// Reads sitemaps (sitemaps.org 0.9): a list of pages or of sitemaps in XML, Google's news extension, one address a line, or a feed; packed with
/// gzip or not. Streamed: costs what it keeps. No document type, no entities but XML's own.
/// </summary>
public static class SitemapReader
{
    private static readonly XmlReaderSettings settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Never throws for what the bytes hold.</summary>
    /// <param name="url">Where it came from: relative addresses of a feed are resolved against it.</param>
    public static SitemapReading Read(byte[] body, string? charset, Uri url)
    {
        var entries = new List<SitemapEntry>();
        var kind = SitemapKind.Pages;
        try
        {
            using var stream = SitemapBody.Open(body);
            var start = new byte[512];
            var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            using var whole = new PrefixedStream(start.AsMemory(0, read), stream);
            var problem = Look(start.AsSpan(0, read)) switch
            {
                Shape.Feed => ReadFeed(whole, charset, url, entries),
                Shape.Xml => ReadXml(whole, entries, out kind),
                Shape.Text => ReadLines(whole, entries),
                _ => "This is neither XML nor a list of addresses.",
            };
            return Reading(kind, entries, problem, isTooMuch: entries.Count >= SitemapLimits.Addresses);
        }
        catch (SitemapTooLargeException fault)
        {
            return Reading(kind, entries, fault.Message, isTooMuch: true);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or DecoderFallbackException)
        {
            return Reading(kind, entries, $"{(fault is XmlException ? "Not well-formed XML" : "Not the gzip it begins as")}: {fault.Message}", isTooMuch: false);
        }
    }

    private static SitemapReading Reading(SitemapKind kind, List<SitemapEntry> entries, string? problem, bool isTooMuch) => new()
    {
        Kind = entries.Count == 0 && problem is not null ? SitemapKind.None : kind,
        Entries = [.. entries],
        Problem = problem,
        IsTooMuch = isTooMuch,
    };

    private static Shape Look(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<')
            ? text.Contains("<rss", StringComparison.OrdinalIgnoreCase) || text.Contains("<feed", StringComparison.OrdinalIgnoreCase) || text.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase) ? Shape.Feed : Shape.Xml
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Shape.Text
            : Shape.Other;
    }

    private static string? ReadXml(Stream stream, List<SitemapEntry> entries, out SitemapKind kind)
    {
        kind = SitemapKind.Pages;
        using var reader = XmlReader.Create(stream, settings);
        var builder = new SitemapEntryBuilder();
        while (reader.Read())
        {
            if (reader.Depth > SitemapLimits.Depth)
            {
                return $"Elements lie more than {SitemapLimits.Depth} deep; reading stopped there.";
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth == 0:
                    kind = reader.LocalName == "sitemapindex" ? SitemapKind.Index : SitemapKind.Pages;
                    if (reader.LocalName is not ("urlset" or "sitemapindex"))
                    {
                        return $"This is XML, but no sitemap: its outermost element is '{reader.LocalName}'.";
                    }

                    break;
                case XmlNodeType.Element:
                    builder.Open(reader.Depth, reader.LocalName, reader.NamespaceURI);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    builder.Text(reader.Value);
                    break;
                case XmlNodeType.EndElement when builder.Close(reader.Depth) is { } entry:
                    entries.Add(entry);
                    if (entries.Count == SitemapLimits.Addresses)
                    {
                        return $"Only the first {SitemapLimits.Addresses:N0} addresses are read.";
                    }

                    break;
                default:
                    break;
            }
        }

        return null;
    }

    private static string? ReadLines(Stream stream, List<SitemapEntry> entries)
    {
        using var lines = new StreamReader(stream, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 and <= SitemapLimits.AddressLength } url)
            {
                entries.Add(new SitemapEntry(url, null));
            }

            if (entries.Count == SitemapLimits.Addresses)
            {
                return $"Only the first {SitemapLimits.Addresses:N0} addresses are read.";
            }
        }

        return null;
    }

    private static string? ReadFeed(Stream stream, string? charset, Uri url, List<SitemapEntry> entries)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var feed = FeedReader.Read(memory.ToArray(), charset, url);
        entries.AddRange(feed.Entries.Where(e => !string.IsNullOrWhiteSpace(e.Url)).Select(e => new SitemapEntry(e.Url!, e.Updated) { Published = e.Published, Title = e.Title }));
        return feed.Problems.FirstOrDefault()?.Message;
    }

    private enum Shape
    {
        Other,
        Xml,
        Text,
        Feed,
    }
}
