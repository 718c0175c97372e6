using System.Text;
using System.Xml;
using System.Xml.Linq;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Input;

/// <summary>Feeds out of OPML 1.0/2.0 (http://opml.org/spec2.opml), or of a text file with one address a line ('#' starts a comment).</summary>
internal static class SubscriptionList
{
    public static IReadOnlyList<Subscription> Read(string file, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') ? ReadOpml(file, bytes) : ReadLines(text);
    }

    public static string WithoutScheme(string address)
    {
        var colon = address.IndexOf("://", StringComparison.Ordinal);
        return colon < 0 ? address : address[(colon + 3)..];
    }

    private static List<Subscription> ReadOpml(string file, byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = InputFile.LargestWhole };
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException error)
        {
            throw new InvalidDataException($"{file}:{error.LineNumber}: not OPML: {error.Message}", error);
        }

        return [.. document.Descendants("outline")
            .Select(o => (Outline: o, Url: (string?)o.Attribute("xmlUrl")))
            .Where(o => !string.IsNullOrWhiteSpace(o.Url))
            .Select(o => new Subscription(
                ((IXmlLineInfo)o.Outline).LineNumber, o.Url!.Trim(), (string?)o.Outline.Attribute("title") ?? (string?)o.Outline.Attribute("text")))];
    }

    private static List<Subscription> ReadLines(string text) => [.. text.Split('\n')
        .Select((line, index) => (Line: index + 1, Address: line.Split('#')[0].Trim()))
        .Where(l => l.Address.Length > 0)
        .Select(l => new Subscription(l.Line, l.Address, null))];
}

/// <summary>One feed of a list, and the line it stands on.</summary>
internal sealed record Subscription(int Line, string Url, string? Title)
{
    public SourceDefinition ToSource() => new()
    {
        Slug = SourceSlug.From(SubscriptionList.WithoutScheme(Url)),
        Kind = SourceKind.Feed,
        Access = AccessMode.Feed,
        Url = Url,
        Title = Title,
    };
}
