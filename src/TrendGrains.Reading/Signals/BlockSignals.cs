using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Signals;

/// <summary>What stands on a page outside its frame.</summary>
internal static class BlockSignals
{
    /// <summary>What every page of a site has around it.</summary>
    internal const Hint Frame = Hint.Navigation | Hint.Header | Hint.Footer | Hint.Popup;

    private const int LeastParagraph = 80;

    public static void Fill(PageSignals signals, ReadOnlySpan<PageNode> nodes, List<Block> blocks)
    {
        double all = 0, chars = 0, links = 0, paragraphChars = 0, listChars = 0, listLinks = 0, headingChars = 0, tableChars = 0, codeChars = 0, questions = 0;
        int count = 0, paragraphs = 0, run = 0, longest = 0, shorts = 0;
        foreach (var block in blocks)
        {
            all += block.Chars;
            if ((nodes[block.Owner].Around & Frame) != 0)
            {
                continue;
            }
            count++;
            chars += block.Chars;
            links += block.LinkChars;
            shorts += block.Chars < 25 ? 1 : 0;
            questions += block.Text.AsSpan().ContainsAny('?', '？') ? 1 : 0;
            switch (block.Kind)
            {
                case BlockKind.Heading:
                    signals[Signal.Headings]++;
                    signals[Signal.H2Count] += block.Tag == Tag.H2 ? 1 : 0;
                    signals[Signal.LinkedHeadings] += block.LinkShare > 0.5 ? 1 : 0;
                    signals[Signal.QuestionHeadings] += block.Text.EndsWith('?') ? 1 : 0;
                    headingChars += block.Chars;
                    break;
                case BlockKind.ListItem:
                    signals[Signal.ListItems]++;
                    listChars += block.Chars;
                    listLinks += block.LinkChars;
                    break;
                case BlockKind.Table:
                    signals[Signal.Tables]++;
                    tableChars += block.Chars;
                    break;
                case BlockKind.Code:
                    signals[Signal.CodeBlocks]++;
                    codeChars += block.Chars;
                    break;
                case BlockKind.Quote:
                    signals[Signal.Quotes]++;
                    break;
                case BlockKind.Caption:
                    signals[Signal.Captions]++;
                    break;
            }
            var isParagraph = block.Kind is BlockKind.Paragraph or BlockKind.Quote && block.Chars >= LeastParagraph && block.LinkShare < 0.3;
            if (isParagraph)
            {
                paragraphs++;
                paragraphChars += block.Chars;
                signals[Signal.LongParagraphs] += block.Chars >= 250 ? 1 : 0;
            }
            run = isParagraph ? run + 1 : block.Chars < 40 ? run : 0;
            longest = Math.Max(longest, run);
            if (PriceText.Has(block.Text))
            {
                signals[Signal.Prices]++;
                signals[Signal.ShortPrices] += block.Chars < 60 ? 1 : 0;
            }
            signals[Signal.Ratings] += block.Chars < 60 && IsRating(block.Text) ? 1 : 0;
        }
        signals[Signal.Blocks] = count;
        signals[Signal.Paragraphs] = paragraphs;
        signals[Signal.ParagraphChars] = paragraphChars;
        signals[Signal.MeanParagraph] = Share(paragraphChars, paragraphs);
        signals[Signal.LongestParagraphRun] = longest;
        signals[Signal.TextShareInParagraphs] = Share(paragraphChars, chars);
        signals[Signal.LinkShare] = Share(links, chars);
        signals[Signal.ListLinkShare] = Share(listLinks, listChars);
        signals[Signal.HeadingShare] = Share(headingChars, chars);
        signals[Signal.TableChars] = tableChars;
        signals[Signal.CodeShare] = Share(codeChars, chars);
        signals[Signal.ShortBlocks] = Share(shorts, count);
        signals[Signal.QuestionShare] = Share(questions, count);
        signals[Signal.FramedShare] = Share(all - chars, all);
    }

    private static double Share(double part, double whole) => whole <= 0 ? 0 : part / whole;

    private static bool IsRating(string text) =>
        text.AsSpan().ContainsAny('★', '⭐') || text.Contains("out of 5", StringComparison.OrdinalIgnoreCase) || text.Contains(" reviews", StringComparison.OrdinalIgnoreCase)
        || text.Contains("리뷰", StringComparison.Ordinal);
}
