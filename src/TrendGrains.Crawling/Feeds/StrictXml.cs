using System.Xml;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Reads well-formed XML. A document type is skipped, never fetched, its entities never expanded.</summary>
internal static class StrictXml
{
    private static readonly XmlReaderSettings settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="XmlException">The text is not well-formed.</exception>
    public static void Read(string text, FeedTreeBuilder tree)
    {
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (!tree.IsFull && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    tree.Open(FeedNamespaces.Canonical(reader.NamespaceURI, reader.Prefix), reader.LocalName, Attributes(reader));
                    if (empty)
                    {
                        tree.Close();
                    }

                    break;
                case XmlNodeType.EndElement:
                    tree.Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    tree.Text(reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private static FeedAttribute[] Attributes(XmlReader reader)
    {
        if (reader.AttributeCount == 0)
        {
            return [];
        }

        var attributes = new FeedAttribute[reader.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            reader.MoveToAttribute(i);
            var prefix = reader.Prefix.Length == 0 ? reader.LocalName == "xmlns" ? "xmlns" : "" : FeedNamespaces.Canonical(reader.NamespaceURI, reader.Prefix);
            attributes[i] = new FeedAttribute(prefix, reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
        return attributes;
    }
}
