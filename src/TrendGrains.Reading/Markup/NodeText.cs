using System.Text;
using TrendGrains.Text;

namespace TrendGrains.Reading.Markup;

/// <summary>The words of a part of the page as one line.</summary>
internal static class NodeText
{
    /// <summary>The words under a node, those of each element parted from the next; null when there are none or more than <paramref name="longest"/> letters.</summary>
    public static string? Line(ReadOnlySpan<PageNode> nodes, int at, int longest)
    {
        // A line of that length is not spread over many elements.
        if (nodes[at].End - at > longest)
        {
            return null;
        }
        var text = new StringBuilder();
        for (var i = at + 1; i < nodes[at].End; i++)
        {
            if (nodes[i].Tag != Tag.Text)
            {
                text.Append(' ');
                continue;
            }
            text.Append(nodes[i].Text);
            // White space before folding may be much, but not that much.
            if (text.Length > longest * 8)
            {
                return null;
            }
        }
        return TextNormalizer.Fold(text.ToString()) is { Length: > 0 } line && line.Length <= longest ? line : null;
    }
}
