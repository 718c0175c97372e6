using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Extract;

/// <summary>Cuts a page into blocks in reading order.</summary>
internal sealed class BlockBuilder
{
    private readonly List<Block> blocks = [];
    private readonly List<Block> asides = [];
    private readonly InlineText text = new();
    private readonly Stack<(int Node, int End)> open = new();
    private int breaks;

    /// <summary>All blocks of the page, boilerplate included.</summary>
    public static List<Block> Build(ReadOnlySpan<PageNode> nodes) => new BlockBuilder().Run(nodes);

    private List<Block> Run(ReadOnlySpan<PageNode> nodes)
    {
        open.Push((0, nodes.Length));
        for (var i = 1; i < nodes.Length; i++)
        {
            while (open.Peek().End <= i)
            {
                Flush(nodes);
                open.Pop();
            }
            ref readonly var node = ref nodes[i];
            if (node.Tag == Tag.Text)
            {
                if (text.Append(nodes, i))
                {
                    breaks = 0;
                }
            }
            else if (node.Tag == Tag.Br)
            {
                text.Part();
                if (++breaks >= 2)
                {
                    Flush(nodes);
                }
            }
            else if (node.Tag is Tag.Img or Tag.Video or Tag.Audio)
            {
                text.Part();
            }
            else if (node.Tag.IsBlock() || (node.Tag == Tag.Button && !IsInHeading(nodes, i)))
            {
                Flush(nodes);
                open.Push((i, node.End));
                if (node.Tag == Tag.Pre || (node.Tag == Tag.Table && DataTable.IsData(nodes, i)))
                {
                    Whole(nodes, i);
                    i = node.End - 1;
                }
            }
            else if ((node.Hints & Hint.Hidden) != 0 && IsLine(nodes, i))
            {
                Aside(nodes, i);
                i = node.End - 1;
            }
        }
        Flush(nodes);
        return blocks;
    }

    private void Flush(ReadOnlySpan<PageNode> nodes)
    {
        if (!text.IsEmpty)
        {
            Add(nodes, text, open.Peek().Node);
        }
        text.Take();
        breaks = 0;
        blocks.AddRange(asides);
        asides.Clear();
    }

    private void Add(ReadOnlySpan<PageNode> nodes, InlineText from, int owner, bool isAside = false)
    {
        var (node, linkChars, isSplit, whole) = (from.FirstNode, from.LinkChars, from.Runs > 1, from.Take());
        if (Decoys.Are(whole))
        {
            return;
        }
        var once = Twins.Once(whole, isSplit);
        (isAside ? asides : blocks).Add(new Block
        {
            Kind = KindOf(nodes, owner),
            Text = once,
            Node = node,
            Owner = owner,
            LinkChars = Math.Min(linkChars, once.Length),
            Tag = nodes[owner].Tag,
            IsAside = isAside,
        });
    }

    /// <summary>Hidden words in a line would stand in the middle of a sentence, or double a price: they become a block behind it.</summary>
    private void Aside(ReadOnlySpan<PageNode> nodes, int at)
    {
        var hidden = new InlineText();
        for (var i = at + 1; i < nodes[at].End; i++)
        {
            if (nodes[i].Tag == Tag.Text)
            {
                hidden.Append(nodes, i);
            }
            else if (nodes[i].Tag == Tag.Br)
            {
                hidden.Part();
            }
        }
        if (!hidden.IsEmpty)
        {
            Add(nodes, hidden, at, isAside: true);
        }
    }

    /// <summary>A table or code: one block, whatever stands in it.</summary>
    private void Whole(ReadOnlySpan<PageNode> nodes, int at)
    {
        var isTable = nodes[at].Tag == Tag.Table;
        var linkChars = 0;
        var whole = isTable ? DataTable.Text(nodes, at, out linkChars) : CodeListing.Of(nodes, at);
        if (whole.Length > 0)
        {
            blocks.Add(new Block
            {
                Kind = isTable ? BlockKind.Table : BlockKind.Code,
                Text = isTable ? whole : TextNormalizer.Fold(whole),
                Code = isTable ? null : whole,
                Node = at,
                Owner = at,
                LinkChars = linkChars,
                Tag = nodes[at].Tag,
            });
        }
    }

    private static BlockKind KindOf(ReadOnlySpan<PageNode> nodes, int owner)
    {
        for (var at = owner; at > 0; at = nodes[at].Parent)
        {
            switch (nodes[at].Tag)
            {
                case >= Tag.H1 and <= Tag.H6:
                    return BlockKind.Heading;
                case Tag.Li or Tag.Dt or Tag.Dd:
                    return BlockKind.ListItem;
                case Tag.Figcaption or Tag.Caption:
                    return BlockKind.Caption;
                case Tag.Blockquote:
                    return BlockKind.Quote;
            }
        }
        return BlockKind.Paragraph;
    }

    private static bool IsInHeading(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (var up = 0; up < 3 && at > 0; up++, at = nodes[at].Parent)
        {
            if (nodes[at].Tag.IsHeading() || nodes[at].Tag is Tag.Dt or Tag.Summary)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsLine(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (var i = at + 1; i < nodes[at].End; i++)
        {
            if (nodes[i].Tag.IsBlock())
            {
                return false;
            }
        }
        return nodes[at].End > at + 1;
    }
}
