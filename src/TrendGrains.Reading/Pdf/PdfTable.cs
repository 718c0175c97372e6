using TrendGrains.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>
/// Tables by where words stand, since a PDF has only those: rows one below the other whose cells leave the same gutters free. The lines
/// between cells are drawings, which poppler does not tell.
/// </summary>
internal sealed class PdfTable
{
    /// <summary>Columns of prose leave a gutter too; their cells are longer than this many characters.</summary>
    private const int LongestUsualCell = 40;

    /// <summary>In em: rows further apart belong to two tables.</summary>
    private const float FurthestRow = 4.5f;

    /// <summary>In em.</summary>
    private const float NarrowestGutter = 0.5f;

    private readonly List<TableRow> rows;
    private readonly List<string[]> cells;

    private PdfTable(List<TableRow> rows, List<string[]> cells)
    {
        (this.rows, this.cells) = (rows, cells);
        Words = [.. rows.SelectMany(row => row.Runs).SelectMany(run => run)];
    }

    public HashSet<PdfWord> Words { get; }

    /// <summary>The tables among some lines of one page.</summary>
    public static List<PdfTable> Find(IEnumerable<PdfLine> lines)
    {
        var tables = new List<PdfTable>();
        var rows = TableRow.Of(lines);
        for (var first = 0; first < rows.Count;)
        {
            var end = first;
            while (end < rows.Count && (end == first || rows[end].Middle - rows[end - 1].Middle < FurthestRow * rows[end].Em)
                && (rows[end].Runs.Count > 1 || (end > first && end + 1 < rows.Count && rows[end + 1].Runs.Count > 1)))
            {
                end++;
            }

            if (end - first >= 2 && Of(rows.GetRange(first, end - first)) is { } table)
            {
                tables.Add(table);
            }

            first = Math.Max(end, first + 1);
        }

        return tables;
    }

    private static PdfTable? Of(List<TableRow> rows)
    {
        var several = rows.FindAll(row => row.Runs.Count > 1);
        var gutters = Gutters.Between(several, NarrowestGutter);
        if (gutters.Count == 0 || rows.Count < (gutters.Count > 1 ? 2 : 3))
        {
            return null;
        }

        var cells = rows.ConvertAll(row => Cells(row, gutters));
        if (Enumerable.Range(0, gutters.Count + 1).Count(column => ProseCells.Fill(rows, gutters, column)) > 1)
        {
            return null;
        }

        var filled = cells.SelectMany(row => row).Where(cell => cell.Length > 0).Select(cell => cell.Length).Order().ToArray();
        if (filled[filled.Length / 2] > LongestUsualCell || cells.Count(row => row[0].Length > 0 && row.Count(c => c.Length > 0) > 1) < 2 || cells.TrueForAll(row => IsMarker(row[0])))
        {
            return null;
        }

        return new PdfTable(rows, cells);
    }

    /// <summary>The cells row by row, as many in each.</summary>
    public string[][] Cells(LineJoin join) => [.. Wrapped(join).Select(row => row.Select(cell => TextNormalizer.Fold(cell)).ToArray())];

    /// <summary>A run that crosses gutters is one cell over several columns, unless a wide space lies in the gutter.</summary>
    private static string[] Cells(TableRow row, List<float> gutters)
    {
        var cells = new string[gutters.Count + 1];
        Array.Fill(cells, "");
        foreach (var run in row.Runs)
        {
            var column = -1;
            for (var i = 0; i < run.Count; i++)
            {
                var isWide = i > 0 && run[i].Left - run[i - 1].Right >= NarrowestGutter * row.Em;
                if (column < 0 || isWide)
                {
                    column = Gutters.ColumnOf(run[i], gutters);
                }

                cells[column] += cells[column].Length > 0 ? " " + run[i].Text : run[i].Text;
            }
        }

        return cells;
    }

    /// <summary>A row without a first cell, closer to the one above than rows are to each other, goes on in that one's cells.</summary>
    private List<string[]> Wrapped(LineJoin join)
    {
        var pitches = Enumerable.Range(1, rows.Count - 1).Where(i => cells[i][0].Length > 0).Select(i => rows[i].Middle - rows[i - 1].Middle).Order().ToArray();
        var usual = pitches.Length > 0 ? pitches[pitches.Length / 2] : 0;
        var whole = new List<string[]>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (whole.Count > 0 && cells[i][0].Length == 0 && rows[i].Middle - rows[i - 1].Middle < 0.8f * usual)
            {
                for (var column = 0; column < cells[i].Length; column++)
                {
                    whole[^1][column] = join.Of(whole[^1][column], cells[i][column]);
                }

                continue;
            }

            whole.Add([.. cells[i]]);
        }

        return whole;
    }

    /// <summary>The signs and numbers before list items stand apart from them as cells do.</summary>
    private static bool IsMarker(string cell) => cell.Length == 0 || ListMarker.IsOnly(cell);
}
