using System.Text;
using TrendGrains.Reading.Extract;
using TrendGrains.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>Lines in, blocks in reading order out: paragraphs are joined across lines, columns and pages.</summary>
internal sealed class PdfBlocks
{
    /// <summary>Type so much larger than the document's usual one makes a heading.</summary>
    private const float HeadingSize = 1.15f;

    private const int LongestHeading = 200;

    private readonly List<PdfBlock> blocks = [];
    private readonly LineJoin join;
    private readonly float usualSize;

    private PdfBlocks(List<PdfLine> lines)
    {
        join = LineJoin.For(lines);
        usualSize = UsualSize(lines);
    }

    public static List<PdfBlock> Of(List<PdfPage> pages)
    {
        var result = new PdfBlocks([.. pages.SelectMany(page => page.Lines)]);
        foreach (var page in pages)
        {
            var layout = PageLayout.Of(page);
            foreach (var (lines, table) in layout.Parts)
            {
                if (table is null)
                {
                    result.Paragraphs(lines, layout.Columns);
                }
                else
                {
                    var rows = table.Cells(result.join);
                    var words = new StringBuilder().AppendJoin('\n', rows.Select(row => string.Join('\t', row).TrimEnd('\t')));
                    result.blocks.Add(new PdfBlock { Kind = BlockKind.Table, Words = words, Rows = rows, Page = page.Number, LastLine = lines[0] });
                }
            }
        }

        foreach (var block in result.blocks)
        {
            var words = block.Words.ToString();
            block.Text = block.Kind == BlockKind.Table ? TextNormalizer.Compose(words) : TextNormalizer.Fold(words);
        }

        result.blocks.RemoveAll(block => block.Text.Length == 0);
        return result.blocks;
    }

    /// <summary>The lines of one of poppler's blocks, which may hold several paragraphs.</summary>
    private void Paragraphs(List<PdfLine> lines, Columns columns)
    {
        var (left, right) = (lines.Min(line => line.Left), lines.Max(line => line.Right));
        var start = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i == lines.Count || LineBreaks.Starts(lines[i - 1], lines[i], left, Math.Max(right, columns.Edge(columns.At(lines[i])) ?? 0), lines.Count))
            {
                Paragraph(lines.GetRange(start, i - start), right, columns);
                start = i;
            }
        }
    }

    private void Paragraph(List<PdfLine> lines, float right, Columns columns)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            join.Append(text, line.Text);
        }

        var em = TypeSize.Of([.. lines.SelectMany(line => line.Words)]);
        var isItem = ListMarker.Starts(lines[0].Words[0].Text);
        var isHeading = em > usualSize * HeadingSize && IsHeading(text);
        var last = lines[^1];
        var column = columns.At(last);
        var edge = Math.Max(right, columns.Edge(column) ?? 0);
        if (!isHeading && blocks.FindLast(b => b.Kind != BlockKind.Table) is { Kind: not BlockKind.Heading } open && Math.Abs(open.Em - em) < 0.12f * em
            && LineBreaks.GoesOn(open.LastLine, open.Edge, lines[0], open.LastColumn >= 0 && open.LastColumn == columns.At(lines[0])))
        {
            join.Append(open.Words, text.ToString());
            (open.LastLine, open.LastColumn, open.Edge) = (last, column, edge);
            return;
        }

        blocks.Add(new PdfBlock
        {
            Kind = isHeading ? BlockKind.Heading : isItem ? BlockKind.ListItem : BlockKind.Paragraph,
            Words = text,
            Em = em,
            Page = lines[0].Page,
            LastLine = last,
            LastColumn = column,
            Edge = edge,
        });
    }

    private static bool IsHeading(StringBuilder words) =>
        words.Length <= LongestHeading && words.ToString() is var text && text.Any(char.IsLetter) && !(text.Length > 60 && LineBreaks.EndsSentence(text));

    /// <summary>The size that most letters are in.</summary>
    private static float UsualSize(List<PdfLine> lines) =>
        lines.GroupBy(line => MathF.Round(line.Em)).OrderByDescending(group => group.Sum(line => line.Letters)).FirstOrDefault() is { } usual ? usual.Average(line => line.Em) : 0;
}
