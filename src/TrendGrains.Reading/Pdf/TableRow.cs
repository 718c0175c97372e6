namespace TrendGrains.Reading.Pdf;

/// <summary>Runs of words at one height; a wide gap ends a run. Where a page has tables, runs are their cells.</summary>
internal sealed class TableRow
{
    /// <summary>In em: twice a usual space. Justified type has such gaps too, but not one below the other.</summary>
    private const float Gap = 0.65f;

    private TableRow(List<List<PdfWord>> runs, float em)
    {
        (Runs, Em) = (runs, em);
        (Left, Right) = (runs[0][0].Left, runs.Max(run => run.Max(word => word.Right)));
        Middle = runs.SelectMany(r => r).Average(w => w.Middle);
    }

    public List<List<PdfWord>> Runs { get; }
    public float Em { get; }
    public float Middle { get; }
    public float Left { get; }
    public float Right { get; }

    /// <summary>The rows of some lines, from the top down.</summary>
    public static List<TableRow> Of(IEnumerable<PdfLine> lines)
    {
        var rows = new List<TableRow>();
        var row = new List<(PdfWord Word, float Em)>();
        var middles = 0f;
        foreach (var next in lines.SelectMany(line => line.Words.Select(word => (Word: word, line.Em))).OrderBy(w => w.Word.Middle))
        {
            if (row.Count > 0 && next.Word.Middle - (middles / row.Count) > 0.5f * Math.Max(next.Em, 4))
            {
                rows.Add(Row(row));
                row.Clear();
                middles = 0;
            }

            row.Add(next);
            middles += next.Word.Middle;
        }

        if (row.Count > 0)
        {
            rows.Add(Row(row));
        }

        return rows;
    }

    private static TableRow Row(List<(PdfWord Word, float Em)> words)
    {
        var em = Math.Max(4, words.Average(w => w.Em));
        var runs = new List<List<PdfWord>>();
        foreach (var (word, _) in words.OrderBy(w => w.Word.Left))
        {
            if (runs.Count == 0 || word.Left - runs[^1][^1].Right > Gap * em)
            {
                runs.Add([]);
            }

            runs[^1].Add(word);
        }

        return new TableRow(runs, em);
    }
}
