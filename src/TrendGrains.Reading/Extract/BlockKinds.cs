using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract;

/// <summary>Blocks as other rooms see them.</summary>
internal static class BlockKinds
{
    /// <summary>A figure's picture stands near its start.</summary>
    private const int MostNodes = 200;

    /// <param name="nodes">The page.</param>
    /// <param name="content">The blocks chosen.</param>
    /// <param name="urls">Resolves addresses of pictures.</param>
    public static PageBlock[] Public(ReadOnlySpan<PageNode> nodes, List<Block> content, PageUrls urls)
    {
        var blocks = new PageBlock[content.Count];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Public(nodes, content[i], urls);
        }
        return blocks;
    }

    private static PageBlock Public(ReadOnlySpan<PageNode> nodes, Block block, PageUrls urls) => new(Name(block.Kind), block.Code ?? block.Text)
    {
        Level = block.Level ?? Level(nodes, block),
        Rows = block.Kind == BlockKind.Table ? [.. block.Text.Split('\n').Select(row => row.Split('\t'))] : null,
        Language = block.Kind == BlockKind.Code && block.Owner > 0 ? CodeListing.Language(nodes, block.Owner) : null,
        Picture = block.Kind == BlockKind.Caption ? Picture(nodes, block.Owner, urls) : null,
    };

    /// <summary>Of a heading its number; how deep a list item or a quote is nested.</summary>
    public static int? Level(ReadOnlySpan<PageNode> nodes, Block block) => block.Kind switch
    {
        BlockKind.Heading => HeadingLevel(nodes, block.Owner),
        BlockKind.ListItem => Math.Max(1, Count(nodes, block.Owner, static tag => tag is Tag.Ul or Tag.Ol or Tag.Dl)),
        BlockKind.Quote => Math.Max(1, Count(nodes, block.Owner, static tag => tag == Tag.Blockquote)),
        _ => null,
    };

    public static string Name(this BlockKind kind) => kind switch
    {
        BlockKind.Heading => "heading",
        BlockKind.ListItem => "list-item",
        BlockKind.Table => "table",
        BlockKind.Code => "code",
        BlockKind.Quote => "quote",
        BlockKind.Caption => "caption",
        _ => "paragraph",
    };

    private static int? HeadingLevel(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (; at > 0; at = nodes[at].Parent)
        {
            if (nodes[at].Tag.IsHeading())
            {
                return nodes[at].Tag - Tag.H1 + 1;
            }
        }
        return null;
    }

    private static int Count(ReadOnlySpan<PageNode> nodes, int at, Func<Tag, bool> isCounted)
    {
        var count = 0;
        for (; at > 0; at = nodes[at].Parent)
        {
            count += isCounted(nodes[at].Tag) ? 1 : 0;
        }
        return count;
    }

    /// <summary>Address of the figure's first picture.</summary>
    private static string? Picture(ReadOnlySpan<PageNode> nodes, int at, PageUrls urls)
    {
        for (; at > 0 && nodes[at].Tag != Tag.Figure; at = nodes[at].Parent)
        {
        }
        for (var i = at + 1; at > 0 && i < Math.Min(nodes[at].End, at + MostNodes); i++)
        {
            if (nodes[i].Tag == Tag.Img && Media.MediaReader.Address(nodes, i, urls) is { } url)
            {
                return url;
            }
        }
        return null;
    }
}
