namespace TrendGrains.Reading.Pdf;

/// <summary>One page in reading order: runs of lines of one of poppler's blocks, and tables.</summary>
internal sealed class PageLayout
{
    private const int LeastProseLines = 3;
    private const int LeastProseLetters = 20;

    /// <summary>In em: no space between words, unless type is justified in a narrow column.</summary>
    private const float WideGap = 0.9f;

    private PageLayout(Columns columns) => Columns = columns;

    public Columns Columns { get; }

    public List<(List<PdfLine> Lines, PdfTable? Table)> Parts { get; } = [];

    public static PageLayout Of(PdfPage page)
    {
        var prose = page.Lines.GroupBy(line => line.Block).Select(group => group.ToList()).Where(IsProse).ToDictionary(group => group[0].Block, group => group.Max(l => l.Right) - group.Min(l => l.Left));
        var layout = new PageLayout(Columns.Of(page.Lines.Where(line => prose.ContainsKey(line.Block))));
        // Rows of a table may stand in one block with the prose around it.
        var tables = layout.Columns.Parted(page.Lines.Where(line => line.Right - line.Left < prose.GetValueOrDefault(line.Block, float.MaxValue) / 2 || HasWideGap(line))).SelectMany(PdfTable.Find).ToList();
        var tableOf = page.Lines.ToDictionary(line => line, line => tables.Find(table => line.Words.Exists(table.Words.Contains)));
        var whole = layout.Columns.Healed(page.Lines.FindAll(line => tableOf[line] is null));
        var done = new HashSet<PdfTable>();
        foreach (var line in page.Lines)
        {
            if (tableOf[line] is { } table)
            {
                if (done.Add(table))
                {
                    layout.Parts.Add(([line], table));
                }
            }
            else if (whole.GetValueOrDefault(line, line) is { } kept)
            {
                layout.Add(kept);
            }
        }

        return layout;
    }

    private void Add(PdfLine line)
    {
        if (Parts.Count == 0 || Parts[^1].Table is not null || Parts[^1].Lines[^1].Block != line.Block)
        {
            Parts.Add(([], null));
        }

        Parts[^1].Lines.Add(line);
    }

    /// <summary>Three lines or more, long ones, most without a wide gap.</summary>
    public static bool IsProse(List<PdfLine> lines) =>
        lines.Count >= LeastProseLines && lines.Average(line => line.Letters) >= LeastProseLetters && lines.Count(HasWideGap) * 2 < lines.Count;

    private static bool HasWideGap(PdfLine line)
    {
        for (var i = 1; i < line.Words.Count; i++)
        {
            if (line.Words[i].Left - line.Words[i - 1].Right > WideGap * Math.Max(4, line.Em))
            {
                return true;
            }
        }

        return false;
    }
}
