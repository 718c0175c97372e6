using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract;

/// <summary>Chooses, among the blocks of a page, those that are its content.</summary>
internal static class ContentExtractor
{
    public static List<Block> Extract(ReadOnlySpan<PageNode> nodes, List<Block> blocks, ExtractionRules rules, string? title)
    {
        foreach (var block in blocks)
        {
            block.Mass = MassOf(block);
        }
        var before = new BlockSums(nodes.Length, blocks);
        var killed = Kill(nodes, before, rules);
        foreach (var block in blocks)
        {
            if (killed[block.Node] || killed[block.Owner])
            {
                block.Mass = 0;
            }
        }
        var sums = new BlockSums(nodes.Length, blocks);
        var root = rules.WholeRegion ? Region(nodes, blocks, killed) : Root(nodes, sums, rules);
        var kept = new List<Block>();
        foreach (var block in blocks)
        {
            if (block.Node >= root && block.Node < nodes[root].End && !killed[block.Node] && !killed[block.Owner] && IsContent(nodes, sums, block, root, rules))
            {
                kept.Add(block);
            }
        }
        if (!rules.KeepsTitle && title is not null)
        {
            var heading = kept.FindIndex(b => b.Kind == BlockKind.Heading && b.Text.Equals(title, StringComparison.OrdinalIgnoreCase));
            if (heading is >= 0 and < 4)
            {
                kept.RemoveAt(heading);
            }
        }
        return kept;
    }

    /// <summary>Hints that are seldom given to an element for another reason.</summary>
    private const Hint Strong = Hint.Navigation | Hint.Footer | Hint.Popup | Hint.Hidden | Hint.Header | Hint.Legal | Hint.Cart;

    internal static double MassOf(Block block)
    {
        if (block.Kind == BlockKind.Heading || block.LinkShare > 0.5)
        {
            return 0;
        }
        var own = block.Chars - block.LinkChars;
        if (own < 20)
        {
            return 0;
        }
        var c = block.Text[block.Text.Length / 2];
        return own * (c >= '\u3041' && c <= '\uD7A3' ? 2 : 1);
    }

    internal static bool[] Kill(ReadOnlySpan<PageNode> nodes, BlockSums sums, ExtractionRules rules)
    {
        var killed = new bool[nodes.Length];
        var total = sums.Mass(nodes, 0);
        for (var i = 1; i < nodes.Length; i++)
        {
            if (killed[nodes[i].Parent])
            {
                killed[i] = true;
                continue;
            }
            var hints = nodes[i].Hints & rules.Kill;
            if (hints == 0)
            {
                continue;
            }
            var share = total == 0 ? 0 : sums.Mass(nodes, i) / total;
            var isStrong = (hints & Strong) != 0 || sums.Mass(nodes, i) < rules.WeakLetters;
            killed[i] = share < (isStrong ? rules.StrongLimit : rules.WeakLimit);
        }
        return killed;
    }

    private static int Root(ReadOnlySpan<PageNode> nodes, BlockSums sums, ExtractionRules rules)
    {
        var at = 0;
        while (true)
        {
            var mass = sums.Mass(nodes, at);
            if (mass <= 0)
            {
                return at;
            }
            var best = -1;
            double bestMass = 0;
            for (var child = at + 1; child < nodes[at].End; child = nodes[child].End)
            {
                if (nodes[child].Tag != Tag.Text && sums.Mass(nodes, child) > bestMass)
                {
                    best = child;
                    bestMass = sums.Mass(nodes, child);
                }
            }
            if (best < 0 || bestMass < mass * rules.DescendShare || nodes[best].Tag is Tag.P or Tag.Li or Tag.Ul or Tag.Ol or Tag.Table or Tag.Pre or Tag.Blockquote)
            {
                return at;
            }
            at = best;
        }
    }

    /// <summary>The page's main element where it holds most of what is not boilerplate, else the whole body.</summary>
    private static int Region(ReadOnlySpan<PageNode> nodes, List<Block> blocks, bool[] killed)
    {
        double all = 0;
        foreach (var block in blocks)
        {
            all += killed[block.Owner] ? 0 : block.Chars;
        }
        for (var i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Tag != Tag.Main && nodes[i].Element?.GetAttribute("role") != "main" || killed[i])
            {
                continue;
            }
            double here = 0;
            foreach (var block in blocks)
            {
                here += block.Node >= i && block.Node < nodes[i].End && !killed[block.Owner] ? block.Chars : 0;
            }
            if (here > all * 0.4)
            {
                return i;
            }
        }
        return 0;
    }

    private static bool IsContent(ReadOnlySpan<PageNode> nodes, BlockSums sums, Block block, int root, ExtractionRules rules)
    {
        if (block.IsAside || block.Tag == Tag.Button)
        {
            return false;
        }
        if (block.LinkShare > rules.MaxLinkShare && block.Kind != BlockKind.Heading && block.Chars < 400)
        {
            return false;
        }
        // A list, or a box of its own, that is nearly all links leads elsewhere.
        var up = block.Owner;
        for (var level = 0; level < 6 && up > root; level++, up = nodes[up].Parent)
        {
            if (sums.Count(nodes, up) >= 3 && sums.LinkShare(nodes, up) > rules.MaxBoxLinkShare)
            {
                return false;
            }
        }
        return true;
    }
}
