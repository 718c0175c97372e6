using System.Text;
using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Links;

/// <summary>
/// The words around a link: what stands in its entry of a list, its card or its sentence, up to the next link that has words of its own.
/// A look at one link is bounded, so that a page of nothing but links costs in proportion to their number.
/// </summary>
internal readonly ref struct LinkSurroundings
{
    private const int Longest = 200;
    private const int LongestBefore = 80;
    private const int MostNodes = 48;
    private const int MostLevels = 4;

    private readonly ReadOnlySpan<PageNode> nodes;
    private readonly Dictionary<IElement, int> places;
    private readonly StringBuilder joined = new(512);

    public LinkSurroundings(ReadOnlySpan<PageNode> nodes)
    {
        this.nodes = nodes;
        places = new Dictionary<IElement, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is { Tag: Tag.A, Element: { } element })
            {
                places.TryAdd(element, i);
            }
        }
    }

    /// <summary>At most 200 characters, folded; empty for a link that is not shown.</summary>
    public string Of(IElement anchor)
    {
        if (!places.TryGetValue(anchor, out var at))
        {
            return "";
        }

        var (first, end) = Entry(at);
        joined.Clear();
        var start = at;
        while (start - 1 > first && at - start < MostNodes && !HasWordsOfALink(start - 1))
        {
            start--;
        }

        for (var i = start; i < at; i++)
        {
            Append(nodes[i].Text, end: true);
        }

        if (joined.Length > LongestBefore)
        {
            var cut = joined.Length - LongestBefore;
            joined.Remove(0, char.IsLowSurrogate(joined[cut]) ? cut + 1 : cut);
        }

        var behind = nodes[at].End;
        for (var i = behind; i < end && i - behind < MostNodes && joined.Length < Longest && !HasWordsOfALink(i); i++)
        {
            Append(nodes[i].Text, end: false);
        }

        return joined.Length == 0 ? "" : Cut(TextNormalizer.Compose(joined.ToString()).Trim());
    }

    /// <summary>The largest element around the link, a few levels up, that is no list and no part of the page's frame.</summary>
    private (int First, int End) Entry(int at)
    {
        var entry = at;
        for (var level = 0; level < MostLevels; level++)
        {
            var parent = nodes[entry].Parent;
            if (parent < 0 || nodes[parent].Tag is Tag.Body or Tag.Main or Tag.Nav or Tag.Header or Tag.Footer or Tag.Aside or Tag.Section or Tag.Ul or Tag.Ol or Tag.Dl or Tag.Table or Tag.Thead)
            {
                break;
            }

            entry = parent;
            if (nodes[entry].Tag is Tag.Li or Tag.Tr or Tag.Article or Tag.Dd)
            {
                break;
            }
        }

        return (entry, nodes[entry].End);
    }

    private bool HasWordsOfALink(int i) => nodes[i] is { IsInLink: true, Text: { } text } && !text.AsSpan().IsWhiteSpace();

    private void Append(string? text, bool end)
    {
        if (text is not null && text.AsSpan().Trim() is { Length: > 0 } words)
        {
            TextNormalizer.AppendFolded(joined, words.Length <= Longest ? words : end ? words[^Longest..] : words[..Longest]);
            joined.Append(' ');
        }
    }

    private static string Cut(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
}
