using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata;

/// <summary>Where things stand on a page against its headline: what a reader finds beside the title belongs to the article, what stands far off seldom does.</summary>
internal sealed class PageLayout
{
    /// <summary>Letters of text below the headline within which a byline and a date are looked for.</summary>
    public const int Below = 700;

    /// <summary>The same above it.</summary>
    public const int Above = 200;

    private readonly int[] starts;
    private readonly int[] before;
    private readonly int headlineAt;
    private readonly int headlineLength;

    public PageLayout(PageTree tree, List<Block> blocks, int headline)
    {
        Tree = tree;
        Blocks = blocks;
        Headline = headline;
        starts = new int[blocks.Count];
        before = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            starts[i] = blocks[i].Node;
            before[i + 1] = before[i] + blocks[i].Chars;
        }
        if (headline > 0)
        {
            headlineAt = TextBefore(headline);
            headlineLength = TextBefore(tree.Nodes[headline].End) - headlineAt;
        }
    }

    public PageTree Tree { get; }
    public List<Block> Blocks { get; }

    /// <summary>The headline's node; 0 when the page has none.</summary>
    public int Headline { get; }

    /// <summary>Letters between the headline and a node: negative above it; null without a headline.</summary>
    public int? FromHeadline(int node) => Headline == 0 ? null : TextBefore(node) is var at && at < headlineAt ? at - headlineAt : Math.Max(0, at - headlineAt - headlineLength);

    public bool IsByHeadline(int node) => FromHeadline(node) is >= -Above and <= Below;

    /// <summary>Hints around a node that are not around the headline too: a header called "banner" makes neither it nor its byline an advert.</summary>
    public Hint Around(int node) => Tree.Nodes[node].Around & ~(Headline == 0 ? Hint.None : Tree.Nodes[Headline].Around);

    private int TextBefore(int node)
    {
        var at = Array.BinarySearch(starts, node);
        return before[at >= 0 ? at : ~at];
    }
}
