using System.Text;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Extract;

/// <summary>Cuts a page into blocks in reading order.</summary>
internal sealed class BlockBuilder
{
    private readonly List<Block> blocks = [];
    private readonly StringBuilder text = new();
    private readonly Stack<(int Node, int End)> open = new();
    private int linkChars;
    private int firstNode = -1;
    private int breaks;
    private bool spaced;

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
                Append(node.Text!, node.IsInLink, i);
            }
            else if (node.Tag == Tag.Br)
            {
                spaced = true;
                if (++breaks >= 2)
                {
                    Flush(nodes);
                }
            }
            else if (node.Tag == Tag.Button && !IsInHeading(nodes, i))
            {
                i = node.End - 1;
            }
            else if (node.Tag.IsBlock())
            {
                Flush(nodes);
                open.Push((i, node.End));
                if (node.Tag == Tag.Pre || (node.Tag == Tag.Table && DataTable.IsData(nodes, i)))
                {
                    Whole(nodes, i);
                    i = node.End - 1;
                }
            }
        }
        Flush(nodes);
        return blocks;
    }

    private void Append(string run, bool isLink, int node)
    {
        var before = text.Length;
        var startsSpaced = run.Length > 0 && char.IsWhiteSpace(run[0]);
        if ((spaced || startsSpaced) && before > 0)
        {
            text.Append(' ');
        }
        var start = text.Length;
        TextNormalizer.AppendFolded(text, run);
        if (text.Length == start)
        {
            text.Length = before;
            spaced |= run.Length > 0;
            return;
        }
        breaks = 0;
        spaced = char.IsWhiteSpace(run[^1]);
        if (firstNode < 0)
        {
            firstNode = node;
        }
        if (isLink)
        {
            linkChars += text.Length - start;
        }
    }

    private void Flush(ReadOnlySpan<PageNode> nodes)
    {
        if (text.Length > 0)
        {
            var owner = open.Peek().Node;
            Add(nodes, KindOf(nodes, owner), TextNormalizer.Compose(text.ToString()), firstNode, owner);
        }
        text.Clear();
        linkChars = 0;
        firstNode = -1;
        breaks = 0;
        spaced = false;
    }

    /// <summary>A table or code: one block, whatever stands in it.</summary>
    private void Whole(ReadOnlySpan<PageNode> nodes, int at)
    {
        string whole;
        if (nodes[at].Tag == Tag.Table)
        {
            whole = DataTable.Text(nodes, at, out linkChars);
        }
        else
        {
            var code = new StringBuilder();
            for (var i = at + 1; i < nodes[at].End; i++)
            {
                code.Append(nodes[i].Tag == Tag.Text ? nodes[i].Text : nodes[i].Tag == Tag.Br || nodes[i].Tag.IsBlock() ? "\n" : null);
            }
            whole = TextNormalizer.Fold(code.ToString());
        }
        if (whole.Length > 0)
        {
            Add(nodes, nodes[at].Tag == Tag.Table ? BlockKind.Table : BlockKind.Code, whole, at, at);
        }
        linkChars = 0;
    }

    private void Add(ReadOnlySpan<PageNode> nodes, BlockKind kind, string folded, int node, int owner) =>
        blocks.Add(new Block { Kind = kind, Text = folded, Node = node, Owner = owner, LinkChars = linkChars, Tag = nodes[owner].Tag });

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
}
