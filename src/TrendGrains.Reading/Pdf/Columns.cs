namespace TrendGrains.Reading.Pdf;

/// <summary>The columns of a page's prose.</summary>
internal sealed class Columns
{
    private readonly List<(float Left, float Right)> columns = [];

    private Columns()
    {
    }

    /// <summary>Lines that overlap from left to right lie in one column.</summary>
    public static Columns Of(IEnumerable<PdfLine> prose)
    {
        var found = new Columns();
        foreach (var line in prose.OrderBy(line => line.Left))
        {
            var at = found.columns.FindIndex(c => line.Left < c.Right && line.Right > c.Left);
            if (at < 0)
            {
                found.columns.Add((line.Left, line.Right));
            }
            else
            {
                found.columns[at] = (Math.Min(found.columns[at].Left, line.Left), Math.Max(found.columns[at].Right, line.Right));
            }
        }

        return found;
    }

    /// <summary>The column that a line lies in; -1 for one that crosses columns or lies beside them.</summary>
    public int At(PdfLine line) => columns.FindIndex(c => line.Left > c.Left - line.Em && line.Right < c.Right + line.Em);

    /// <summary>The right edge of a column; null for none.</summary>
    public float? Edge(int column) => column < 0 ? null : columns[column].Right;

    /// <summary>So that a table in one column is not read together with what stands beside it in another.</summary>
    public IEnumerable<IEnumerable<PdfLine>> Parted(IEnumerable<PdfLine> lines) => columns.Count < 2 ? [lines] : lines.GroupBy(At);

    /// <summary>
    /// Puts together what stands at one height of one column: in justified type poppler takes a wide space for the end of a block. The pieces
    /// go where the longest of them is. What each line became; null where it went elsewhere.
    /// </summary>
    public Dictionary<PdfLine, PdfLine?> Healed(List<PdfLine> lines)
    {
        var healed = new Dictionary<PdfLine, PdfLine?>();
        foreach (var column in lines.GroupBy(At).Where(group => group.Key >= 0))
        {
            var row = new List<PdfLine>();
            foreach (var line in column.OrderBy(line => line.Middle))
            {
                if (row.Count > 0 && line.Middle - row[^1].Middle > 0.35f * Math.Max(4, line.Em))
                {
                    Heal(row, healed);
                    row.Clear();
                }

                row.Add(line);
            }

            Heal(row, healed);
        }

        return healed;
    }

    private static void Heal(List<PdfLine> row, Dictionary<PdfLine, PdfLine?> healed)
    {
        var ordered = row.OrderBy(line => line.Left).ToList();
        var isApart = ordered.Zip(ordered.Skip(1)).All(pair => pair.Second.Left > pair.First.Right - 1);
        if (row.Count < 2 || !isApart)
        {
            return;
        }

        var longest = row.MaxBy(line => line.Right - line.Left)!;
        foreach (var line in row)
        {
            healed[line] = line == longest ? new PdfLine(longest.Page, longest.Block, [.. ordered.SelectMany(l => l.Words)]) : null;
        }
    }
}
