namespace TrendGrains.Reading.Pdf;

/// <summary>Tells columns of prose from columns of a table.</summary>
internal static class ProseCells
{
    /// <summary>Cells of so many letters that fill their columns are lines of prose.</summary>
    private const int LeastLetters = 16;

    /// <summary>Most runs of a column reach from edge to edge of it, and are no figures.</summary>
    public static bool Fill(List<TableRow> rows, List<float> gutters, int column)
    {
        var (from, to) = (column == 0 ? float.MinValue : gutters[column - 1], column == gutters.Count ? float.MaxValue : gutters[column]);
        var cells = rows.Select(row => row.Runs.SelectMany(run => run).Where(word => word.Left >= from && word.Right <= to).ToList()).Where(cell => cell.Count > 0).ToList();
        if (cells.Count < 3)
        {
            return false;
        }

        var width = cells.Max(cell => cell[^1].Right) - cells.Min(cell => cell[0].Left);
        return cells.Count(cell => cell[^1].Right - cell[0].Left > 0.75f * width) * 2 > cells.Count
            && cells.Average(cell => cell.Sum(word => word.Text.Count(char.IsLetter) + 1)) >= LeastLetters;
    }
}
