using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>How the blocks of a page lie in its tree: what every feature that looks beyond one block starts from.</summary>
internal sealed class BlockLayout
{
    /// <summary>Containers a block that are looked at.</summary>
    public const int Levels = 4;

    private readonly PageTree tree;
    private readonly int[] containers;

    public BlockLayout(PageTree tree, List<Block> blocks, PageMetadata meta)
    {
        (this.tree, Blocks, Meta) = (tree, blocks, meta);
        foreach (var block in blocks)
        {
            block.Mass = ContentExtractor.MassOf(block);
        }
        Sums = new BlockSums(tree.Nodes.Length, blocks);
        Words = new int[blocks.Count];
        Phrases = new int[blocks.Count];
        Headings = new int[blocks.Count];
        containers = new int[blocks.Count * Levels];
        var heading = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            Words[i] = WordShape.Count(blocks[i].Text);
            Phrases[i] = Features.Phrases.Of(blocks[i].Text);
            Headings[i] = heading;
            heading = blocks[i].Kind == BlockKind.Heading ? i : heading;
            Climb(i);
        }
        Likeness = new BlockLikeness(tree.Nodes, blocks);
    }

    public ReadOnlySpan<PageNode> Nodes => tree.Nodes;

    public List<Block> Blocks { get; }

    public PageMetadata Meta { get; }

    /// <summary>Sums over all blocks, boilerplate included.</summary>
    public BlockSums Sums { get; }

    /// <summary>Words of each block.</summary>
    public int[] Words { get; }

    /// <summary>What each block's phrases are about.</summary>
    public int[] Phrases { get; }

    /// <summary>The last heading before each block; −1 where there is none.</summary>
    public int[] Headings { get; }

    public BlockLikeness Likeness { get; }

    /// <summary>Node of the container at a level, 0 the innermost that holds another block; each holds more blocks than the one inside it. The last is repeated.</summary>
    public int Container(int block, int level) => containers[block * Levels + level];

    /// <summary>The blocks of a container: first, and first after.</summary>
    public (int First, int End) Range(int node)
    {
        var first = Sums.First(node);
        return (Math.Min(first, Blocks.Count), Math.Min(first + Sums.Count(Nodes, node), Blocks.Count));
    }

    private void Climb(int block)
    {
        var nodes = Nodes;
        var at = Blocks[block].Owner;
        var count = 1;
        for (var level = 0; level < Levels; level++)
        {
            while (at > 0 && Sums.Count(nodes, at) <= count)
            {
                at = nodes[at].Parent;
            }
            count = Sums.Count(nodes, at);
            containers[block * Levels + level] = at;
        }
    }
}
