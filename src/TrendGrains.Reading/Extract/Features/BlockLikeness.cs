using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>Blocks that look alike on one page: the same element of the same class in the same parent, the same tags around, the same words.</summary>
internal sealed class BlockLikeness
{
    public BlockLikeness(ReadOnlySpan<PageNode> nodes, List<Block> blocks)
    {
        var (styles, paths, texts) = (new Dictionary<int, int>(), new Dictionary<int, int>(), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        Styles = new int[blocks.Count];
        Paths = new int[blocks.Count];
        Texts = new int[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            Styles[i] = Number(styles, Style(nodes, blocks[i].Owner));
            Paths[i] = Number(paths, Path(nodes, blocks[i].Owner));
            var text = blocks[i].Text;
            if (!texts.TryGetValue(text, out Texts[i]))
            {
                texts[text] = Texts[i] = texts.Count;
            }
        }
    }

    /// <summary>Group of each block, numbered as they come.</summary>
    public int[] Styles { get; }

    public int[] Paths { get; }

    public int[] Texts { get; }

    private static int Number(Dictionary<int, int> groups, int key)
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups[key] = group = groups.Count;
        }
        return group;
    }

    private static int Style(ReadOnlySpan<PageNode> nodes, int at)
    {
        var hash = 17;
        for (var up = 0; up < 3 && at > 0; up++, at = nodes[at].Parent)
        {
            hash = hash * 31 + (int)nodes[at].Tag;
            hash = hash * 31 + Hash(nodes[at].Element?.GetAttribute("class"));
        }
        return hash;
    }

    private static int Path(ReadOnlySpan<PageNode> nodes, int at)
    {
        var hash = 17;
        for (var up = 0; up < 7 && at > 0; up++, at = nodes[at].Parent)
        {
            hash = hash * 31 + (int)nodes[at].Tag;
        }
        return hash;
    }

    /// <summary>Digits apart, so that "item-1" and "item-2" are alike; the same in every process, unlike the runtime's.</summary>
    private static int Hash(string? value)
    {
        var hash = 5381;
        foreach (var c in value.AsSpan())
        {
            hash = char.IsAsciiDigit(c) ? hash : hash * 33 + c;
        }
        return hash;
    }
}
