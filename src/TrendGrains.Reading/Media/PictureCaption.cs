using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Media;

/// <summary>The words below a picture: its figure's caption, the only text of the box around it, or its alternative text.</summary>
internal sealed class PictureCaption
{
    private const int Longest = 400;
    private const int MostNodes = 40;

    /// <summary>A caption often stands behind its figure's pictures, of which there may be a gallery.</summary>
    private const int MostFigureNodes = 2000;

    /// <summary>A figure may hold very many pictures.</summary>
    private readonly Dictionary<int, string?> figures = [];

    public string? Of(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (int up = nodes[at].Parent, level = 0; up > 0 && level < 5; up = nodes[up].Parent, level++)
        {
            if (nodes[up].Tag == Tag.Figure)
            {
                return InFigure(nodes, up) ?? Alternative(nodes, at);
            }
            if (level < 3 && nodes[up].End - up <= MostNodes && IsPictureBox(nodes[up].Element) && Pictures(nodes, up) == 1 && NodeText.Line(nodes, up, Longest) is { } beside)
            {
                return beside;
            }
        }
        return Alternative(nodes, at);
    }

    private string? InFigure(ReadOnlySpan<PageNode> nodes, int figure)
    {
        if (figures.TryGetValue(figure, out var known))
        {
            return known;
        }
        string? caption = null;
        for (var i = figure + 1; caption is null && i < Math.Min(nodes[figure].End, figure + MostFigureNodes); i++)
        {
            caption = nodes[i].Tag == Tag.Figcaption ? NodeText.Line(nodes, i, 4 * Longest) : null;
        }
        return figures[figure] = caption;
    }

    private static bool IsPictureBox(IElement? box) => box?.GetAttribute("class") is { } name
        && (name.Contains("photo", StringComparison.OrdinalIgnoreCase) || name.Contains("pic", StringComparison.OrdinalIgnoreCase) || name.Contains("img", StringComparison.OrdinalIgnoreCase)
            || name.Contains("image", StringComparison.OrdinalIgnoreCase) || name.Contains("caption", StringComparison.OrdinalIgnoreCase));

    private static int Pictures(ReadOnlySpan<PageNode> nodes, int box)
    {
        var count = 0;
        for (var i = box + 1; i < nodes[box].End; i++)
        {
            count += nodes[i].Tag == Tag.Img ? 1 : 0;
        }
        return count;
    }

    private static string? Alternative(ReadOnlySpan<PageNode> nodes, int at) =>
        nodes[at].Element!.GetAttribute("alt") is { } alt && TextNormalizer.Fold(alt) is { Length: > 0 } folded ? folded : null;
}
