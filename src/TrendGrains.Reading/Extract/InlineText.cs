using System.Text;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Extract;

/// <summary>Runs of text in one block or one cell put together: white space folded, words neither glued together nor torn apart.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder text = new();
    private int lastNode = -1;
    private bool isSpaced;

    /// <summary>Node of the first run with words; -1 before.</summary>
    public int FirstNode { get; private set; } = -1;

    public int LinkChars { get; private set; }

    /// <summary>Runs with words so far.</summary>
    public int Runs { get; private set; }

    public bool IsEmpty => text.Length == 0;

    /// <summary>A line break, a picture: what comes next is apart.</summary>
    public void Part() => isSpaced = true;

    /// <summary>True if the run has words.</summary>
    public bool Append(ReadOnlySpan<PageNode> nodes, int at)
    {
        var run = nodes[at].Text!;
        if (run.Length == 0)
        {
            return false;
        }
        var before = text.Length;
        var isApart = isSpaced || char.IsWhiteSpace(run[0]);
        if (isApart && before > 0)
        {
            text.Append(' ');
        }
        var start = text.Length;
        TextNormalizer.AppendFolded(text, run);
        if (text.Length == start)
        {
            text.Length = before;
            isSpaced |= char.IsWhiteSpace(run[0]) || char.IsWhiteSpace(run[^1]);
            return false;
        }
        if (!isApart && before > 0 && WordGap.IsBetween(nodes, lastNode, text[before - 1], at, text[before]))
        {
            text.Insert(before, ' ');
            start++;
        }
        isSpaced = char.IsWhiteSpace(run[^1]);
        lastNode = at;
        Runs++;
        FirstNode = FirstNode < 0 ? at : FirstNode;
        LinkChars += nodes[at].IsInLink ? text.Length - start : 0;
        return true;
    }

    /// <summary>The text so far, composed; the next starts anew.</summary>
    public string Take()
    {
        var taken = TextNormalizer.Compose(text.ToString());
        text.Clear();
        (lastNode, FirstNode, LinkChars, Runs, isSpaced) = (-1, -1, 0, 0, false);
        return taken;
    }
}
