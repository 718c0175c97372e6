using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>The containers around a block, from the innermost that holds another block outwards, and the way to where the page's substance is.</summary>
internal sealed class ContainerFeatures
{
    private static readonly string[] perLevel = ["blocks", "chars", "mass_share", "link_share", "mean_chars", "mass_density", "place", "headings", "hinted_bad", "hinted_good", "is_list"];

    public static readonly string[] Names =
    [
        .. Enumerable.Range(0, BlockLayout.Levels).SelectMany(level => perLevel.Select(n => $"box{level}.{n}")),
        "core.steps", "core.blocks", "core.mass_share", "core.link_share", "core.is_inside",
    ];

    private const Hint Bad = Hint.Navigation | Hint.Header | Hint.Footer | Hint.Sidebar | Hint.Related | Hint.Share | Hint.Advert | Hint.Popup | Hint.Signup | Hint.Byline
        | Hint.Tags | Hint.Breadcrumb | Hint.Paging | Hint.Hidden | Hint.Controls | Hint.Legal | Hint.Cart | Hint.Comments;

    private readonly BlockLayout page;
    private readonly int[] headings;
    private readonly double mass;
    private readonly int core;

    public ContainerFeatures(BlockLayout page)
    {
        this.page = page;
        mass = Math.Max(1, page.Sums.Mass(page.Nodes, 0));
        headings = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            headings[i + 1] = headings[i] + (page.Blocks[i].Kind == BlockKind.Heading ? 1 : 0);
        }
        core = Core();
    }

    public void Write(ref RowWriter row, int at)
    {
        var nodes = page.Nodes;
        var sums = page.Sums;
        for (var level = 0; level < BlockLayout.Levels; level++)
        {
            var box = page.Container(at, level);
            var (first, end) = page.Range(box);
            double chars = sums.Chars(nodes, box), inside = sums.Mass(nodes, box);
            var count = Math.Max(1, end - first);
            row.AddLog(count);
            row.AddLog(chars);
            row.Add(inside / mass);
            row.Add(sums.LinkShare(nodes, box));
            row.AddLog(chars / count);
            row.Add(inside / Math.Max(1, chars));
            row.Add((double)(at - first) / count);
            row.Add((double)(headings[end] - headings[first]) / count);
            row.Add((nodes[box].Hints & Bad) != 0);
            row.Add((nodes[box].Hints & (Hint.ArticleBody | Hint.Content | Hint.Post)) != 0);
            row.Add(nodes[box].Tag is Tag.Ul or Tag.Ol or Tag.Dl or Tag.Li);
        }
        // The smallest container that the block shares with the page's heaviest part.
        var (node, steps) = (page.Blocks[at].Owner, 0);
        while (node > 0 && !(node <= core && core < nodes[node].End))
        {
            node = nodes[node].Parent;
            steps++;
        }
        row.Add(steps);
        row.AddLog(sums.Count(nodes, node));
        row.Add(sums.Mass(nodes, node) / mass);
        row.Add(sums.LinkShare(nodes, node));
        row.Add(page.Blocks[at].Owner >= core && page.Blocks[at].Owner < nodes[core].End);
    }

    /// <summary>Goes down while one child holds two fifths of the substance.</summary>
    private int Core()
    {
        var nodes = page.Nodes;
        var at = 0;
        while (true)
        {
            var best = -1;
            double most = 0;
            for (var child = at + 1; child < nodes[at].End; child = nodes[child].End)
            {
                var inside = page.Sums.Mass(nodes, child);
                if (nodes[child].Tag != Tag.Text && inside > most)
                {
                    (best, most) = (child, inside);
                }
            }
            if (best < 0 || most < mass * 0.4 || page.Sums.Count(nodes, best) < 2)
            {
                return at;
            }
            at = best;
        }
    }
}
