using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract;

/// <summary>Blocks as other rooms see them.</summary>
internal static class BlockKinds
{
    public static PageBlock Public(Block block) => new(Name(block.Kind), block.Text)
    {
        Level = block.Kind == BlockKind.Heading && block.Tag is >= Tag.H1 and <= Tag.H6 ? block.Tag - Tag.H1 + 1 : null,
    };

    private static string Name(BlockKind kind) => kind switch
    {
        BlockKind.Heading => "heading",
        BlockKind.ListItem => "list-item",
        BlockKind.Table => "table",
        BlockKind.Code => "code",
        BlockKind.Quote => "quote",
        BlockKind.Caption => "caption",
        _ => "paragraph",
    };
}
