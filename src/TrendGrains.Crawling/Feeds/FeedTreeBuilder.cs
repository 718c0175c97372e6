using System.Diagnostics.CodeAnalysis;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Makes the tree of a document as its parts are met, within the limits on depth and number.</summary>
internal sealed class FeedTreeBuilder(FeedReading reading)
{
    private FeedNode? current;
    private int depth;
    private int dropped;
    private int droppedOpen;
    private int count;

    public FeedNode? Root { get; private set; }

    /// <summary>The innermost open element.</summary>
    public FeedNode? Current => current;

    /// <summary>Set once no more is taken: the reader may stop.</summary>
    [MemberNotNullWhen(true, nameof(Root))]
    public bool IsFull => count >= FeedLimits.Nodes && Root is not null;

    /// <summary>True once the root element has been closed.</summary>
    public bool IsDone => Root is not null && current is null;

    public void Open(string prefix, string name, FeedAttribute[] attributes)
    {
        if (IsDone || !Count())
        {
            return;
        }

        if (depth == FeedLimits.Depth)
        {
            if (dropped++ == 0)
            {
                reading.Problem($"Elements are nested more than {FeedLimits.Depth} deep; the inner ones were dropped.");
            }

            droppedOpen++;
            return;
        }

        var node = new FeedNode(current, prefix, name, attributes);
        current?.Add(node);
        Root ??= node;
        current = node;
        depth++;
    }

    public void Text(string text)
    {
        if (text.Length > 0 && current is not null && Count())
        {
            current.Add(new FeedNode(current, text));
        }
    }

    public void Close()
    {
        if (droppedOpen > 0)
        {
            droppedOpen--;
        }
        else if (current is not null)
        {
            current = current.Parent;
            depth--;
        }
    }

    /// <summary>Closes the innermost element of that name and all within it; nothing where none is open.</summary>
    public bool Close(string prefix, string name)
    {
        var open = current;
        while (open is not null && !open.Is(prefix, name))
        {
            open = open.Parent;
        }

        if (open is null)
        {
            return false;
        }

        droppedOpen = 0;
        for (var last = open.Parent; current != last; depth--)
        {
            current = current!.Parent;
        }

        return true;
    }

    private bool Count()
    {
        if (count == FeedLimits.Nodes)
        {
            return false;
        }

        if (++count == FeedLimits.Nodes)
        {
            reading.Problem($"The document has more than {FeedLimits.Nodes:N0} elements and texts; the rest was not read.");
        }

        return true;
    }
}
