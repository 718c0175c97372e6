using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Kinds;

/// <summary>What a page looks like from afar.</summary>
internal sealed record PageShape(int ParagraphChars, int Posts, int CodeBlocks, int Prices, int CartHints, double LinkShare)
{
    public static PageShape Of(ReadOnlySpan<PageNode> nodes, List<Block> blocks)
    {
        int posts = 0, cart = 0;
        foreach (ref readonly var node in nodes)
        {
            posts += (node.Hints & (Hint.Post | Hint.Comments)) != 0 && node.Tag is Tag.Div or Tag.Article or Tag.Li or Tag.Section ? 1 : 0;
            cart += (node.Hints & Hint.Cart) != 0 ? 1 : 0;
        }
        int paragraphs = 0, code = 0, prices = 0, chars = 0, links = 0;
        foreach (var block in blocks)
        {
            if ((nodes[block.Owner].Around & (Hint.Navigation | Hint.Header | Hint.Footer | Hint.Popup)) != 0)
            {
                continue;
            }
            chars += block.Chars;
            links += block.LinkChars;
            code += block.Kind == BlockKind.Code ? 1 : 0;
            prices += block.Chars < 60 && HasPrice(block.Text) ? 1 : 0;
            paragraphs += block.Kind is BlockKind.Paragraph or BlockKind.Quote && block.Chars >= 80 && block.LinkShare < 0.3 ? block.Chars : 0;
        }
        return new PageShape(paragraphs, posts, code, prices, cart, chars == 0 ? 0 : (double)links / chars);
    }

    private static bool HasPrice(string text)
    {
        var at = text.AsSpan().IndexOfAny("$€£₩¥");
        return (at >= 0 && text.AsSpan().ContainsAnyInRange('0', '9')) || (text.EndsWith('원') && text.AsSpan().ContainsAnyInRange('0', '9'));
    }
}
