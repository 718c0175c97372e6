using AngleSharp.Dom;

namespace TrendGrains.Reading.Markup;

/// <summary>The visible part of a page as one flat array in document order: what comes after loops over it and never recurses.</summary>
internal sealed class PageTree
{
    private readonly List<PageNode> nodes;

    private PageTree(List<PageNode> nodes) => this.nodes = nodes;

    public ReadOnlySpan<PageNode> Nodes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(nodes);

    public static PageTree Of(IElement root)
    {
        var nodes = new List<PageNode>(1024);
        var late = new LateParts(root);
        var open = new Stack<(INodeList Children, int Next, int Node)>();
        nodes.Add(new PageNode { Tag = Tag.Body, Parent = -1, Element = root });
        open.Push((root.ChildNodes, 0, 0));
        while (open.TryPop(out var top))
        {
            if (top.Next >= top.Children.Length)
            {
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(nodes)[top.Node].End = nodes.Count;
                continue;
            }
            var child = top.Children[top.Next];
            open.Push((top.Children, top.Next + 1, top.Node));
            if (child is IText text)
            {
                AddText(nodes, top.Node, text.Data);
            }
            else if (child is IElement element)
            {
                var tag = Tags.Of(element.LocalName);
                var children = tag == Tag.Skipped ? late.Children(element) : element.ChildNodes;
                if (children is null || late.IsPlaced(element))
                {
                    continue;
                }
                var parent = nodes[top.Node];
                tag = tag == Tag.Skipped ? Tag.Block : tag == Tag.Inline && CaptionNames.Is(element) ? Tag.Figcaption : tag;
                var hints = LateParts.IsLate(element) ? Hint.None : ElementHints.Of(element, tag);
                nodes.Add(new PageNode
                {
                    Tag = tag,
                    Hints = hints,
                    Around = parent.Around | hints,
                    Parent = top.Node,
                    IsInLink = parent.IsInLink || tag == Tag.A,
                    Element = element,
                });
                open.Push((children, 0, nodes.Count - 1));
                if (tag == Tag.Inline && LateParts.Shadow(element) is { } shadow)
                {
                    open.Push((shadow, 0, nodes.Count - 1));
                }
            }
        }
        return new PageTree(nodes);
    }

    private static void AddText(List<PageNode> nodes, int parentAt, string text)
    {
        var parent = nodes[parentAt];
        nodes.Add(new PageNode
        {
            Tag = Tag.Text,
            Around = parent.Around,
            Parent = parentAt,
            End = nodes.Count + 1,
            IsInLink = parent.IsInLink,
            Text = text,
        });
    }
}
