using AngleSharp.Dom;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract;

/// <summary>
/// Whether two runs of text that touch in the markup are apart on the screen. Style sheets lay out spans, links and labels as boxes,
/// and then nobody writes a space between them: <c>&lt;span&gt;Title&lt;/span&gt;&lt;span&gt;Price&lt;/span&gt;</c>. Words that are only marked
/// up (<c>&lt;b&gt;H&lt;/b&gt;ello</c>, 1<c>&lt;sup&gt;</c>st, a span around half a word) stay whole. The rules follow what WCXB's gold texts do.
/// </summary>
internal static class WordGap
{
    private enum Edge
    {
        /// <summary>Text beside text, or an element that only marks words up.</summary>
        Word,

        /// <summary>May be a box.</summary>
        Span,

        /// <summary>A link.</summary>
        Link,

        /// <summary>A label, a button or an element of the page's own making: always a box.</summary>
        Box,
    }

    /// <param name="nodes">The page.</param>
    /// <param name="left">Node of the text before.</param>
    /// <param name="last">Its last character.</param>
    /// <param name="right">Node of the text after, in the same block.</param>
    /// <param name="first">Its first character.</param>
    public static bool IsBetween(ReadOnlySpan<PageNode> nodes, int left, char last, int right, char first)
    {
        if (!EndsWord(last) || !StartsWord(first))
        {
            return false;
        }
        Edge closed = Edge.Word, opened = Edge.Word;
        int closedAt = -1, openedAt = -1;
        for (var at = nodes[left].Parent; at > 0 && nodes[at].End <= right; at = nodes[at].Parent)
        {
            closed = Max(closed, EdgeOf(nodes[at]));
            closedAt = closedAt < 0 ? at : closedAt;
        }
        var inner = nodes[right].Parent;
        for (var at = inner; at > left; at = nodes[at].Parent)
        {
            opened = Max(opened, EdgeOf(nodes[at]));
            openedAt = at;
        }
        if (openedAt >= 0 && nodes[openedAt].Element!.LocalName == "sup")
        {
            // A note's number, a link to the note, is no part of the word; an ordinal's letters and a power are.
            return opened == Edge.Link && char.IsLetter(last) && char.IsDigit(first);
        }
        if ((closed == Edge.Word && opened == Edge.Word) || IsInCode(nodes, right) || IsUnspaced(last) || IsUnspaced(first))
        {
            return false;
        }
        if (closed == Edge.Box || opened == Edge.Box)
        {
            return true;
        }
        // One letter marked up is the start of a word.
        var one = nodes[left].Text!.AsSpan().Trim().Length == 1 && char.IsLetter(last) && char.IsLower(first);
        if (one)
        {
            return false;
        }
        if (closedAt >= 0 && openedAt >= 0)
        {
            return closed == Edge.Link && opened == Edge.Link || !IsHangul(last) && !IsHangul(first)
                && (!char.IsLower(first) || char.IsDigit(last) || DifferentClasses(nodes[closedAt].Element!, nodes[openedAt].Element!));
        }
        // A word in the middle of a sentence may be a link or a span; a capital, or a figure, after a small letter starts something new.
        var isStep = (char.IsLower(last) || char.IsDigit(last) || last is ')' or '%') && (char.IsUpper(first) || (char.IsDigit(first) && !char.IsDigit(last)));
        return isStep && (closed == Edge.Span || opened != Edge.Word);
    }

    private static Edge Max(Edge one, Edge other) => one > other ? one : other;

    private static Edge EdgeOf(in PageNode node) => node.Tag switch
    {
        Tag.A => Edge.Link,
        Tag.Label or Tag.Button => Edge.Box,
        Tag.Inline when node.Element is { } element => element.LocalName switch
        {
            "span" or "ins" or "del" or "bdi" or "data" => Edge.Span,
            var name when name.Contains('-', StringComparison.Ordinal) => Edge.Box,
            _ => Edge.Word,
        },
        Tag.Time => Edge.Span,
        _ => Edge.Word,
    };

    private static bool DifferentClasses(IElement one, IElement other) => one.ClassName is { Length: > 0 } left && other.ClassName is { Length: > 0 } right && left != right;

    private static bool IsInCode(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (var (up, level) = (nodes[at].Parent, 0); up > 0 && level < 6; up = nodes[up].Parent, level++)
        {
            if (nodes[up].Tag is Tag.Code or Tag.Pre || nodes[up].Element?.LocalName is "kbd" or "samp" or "var")
            {
                return true;
            }
            if (nodes[up].Tag.IsBlock())
            {
                return false;
            }
        }
        return false;
    }

    private static bool EndsWord(char c) => char.IsLetterOrDigit(c) || c is ')' or '%' or '!' or '?' or '.' or '”';

    private static bool StartsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>Han and kana are written without spaces between words.</summary>
    private static bool IsUnspaced(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
