using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract;

/// <summary>Sums over the blocks of any subtree in constant time.</summary>
internal sealed class BlockSums
{
    private readonly double[] mass;
    private readonly int[] chars;
    private readonly int[] linkChars;
    private readonly int[] count;

    public BlockSums(int nodes, List<Block> blocks)
    {
        mass = new double[nodes + 1];
        chars = new int[nodes + 1];
        linkChars = new int[nodes + 1];
        count = new int[nodes + 1];
        foreach (var block in blocks)
        {
            mass[block.Node + 1] += block.Mass;
            chars[block.Node + 1] += block.Chars;
            linkChars[block.Node + 1] += block.LinkChars;
            count[block.Node + 1]++;
        }
        for (var i = 0; i < nodes; i++)
        {
            mass[i + 1] += mass[i];
            chars[i + 1] += chars[i];
            linkChars[i + 1] += linkChars[i];
            count[i + 1] += count[i];
        }
    }

    public double Mass(ReadOnlySpan<PageNode> nodes, int at) => mass[nodes[at].End] - mass[at];

    public int Chars(ReadOnlySpan<PageNode> nodes, int at) => chars[nodes[at].End] - chars[at];

    /// <summary>Blocks that start before the subtree.</summary>
    public int First(int at) => count[at];

    public int Count(ReadOnlySpan<PageNode> nodes, int at) => count[nodes[at].End] - count[at];

    public double LinkShare(ReadOnlySpan<PageNode> nodes, int at)
    {
        var all = Chars(nodes, at);
        return all == 0 ? 0 : Math.Min(1, (double)(linkChars[nodes[at].End] - linkChars[at]) / all);
    }
}
