using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Extract;

/// <summary>A text out of a page's data, which may be markup, cut into blocks that have no place in the page.</summary>
internal static class EmbeddedMarkup
{
    public static List<Block> Blocks(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal) && text.Contains("</", StringComparison.Ordinal))
        {
            var nodes = PageTree.Of(HtmlSource.Parse(text, out _).Body!).Nodes;
            var blocks = new List<Block>();
            foreach (var block in BlockBuilder.Build(nodes))
            {
                if (!block.IsAside)
                {
                    // What its own nodes tell; they are gone afterwards.
                    blocks.Add(Placeless(block.Kind, block.Text, block.Code, BlockKinds.Level(nodes, block)));
                }
            }
            return blocks;
        }
        // Character references without markup are escaped once too often.
        var plain = text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
        return [.. plain.ReplaceLineEndings("\n").Split('\n').Select(line => TextNormalizer.Fold(line)).Where(l => l.Length > 0).Select(l => Placeless(BlockKind.Paragraph, l))];
    }

    private static Block Placeless(BlockKind kind, string text, string? code = null, int? level = null) =>
        new() { Kind = kind, Text = text, Code = code, Level = level, Node = 0, Owner = 0, LinkChars = 0, Tag = Tag.Body, Mass = text.Length };
}
