namespace TrendGrains.Reading.Pdf;

/// <summary>
/// Orders a page of prose in columns anew: poppler reads across columns that stand close together, or whose type is justified. What crosses
/// the gutters (a title, a wide picture's words) parts the page into bands; in each band a column is read to its end before the next.
/// </summary>
internal static class ProseColumns
{
    private const int LeastRows = 6;

    /// <summary>In em.</summary>
    private const float NarrowestGutter = 0.8f;

    /// <summary>A step down of so many usual ones starts a block.</summary>
    private const float BlockStep = 1.35f;

    /// <summary>The page as it is where its prose has one column.</summary>
    public static PdfPage Of(PdfPage page)
    {
        var rows = TableRow.Of(page.Lines);
        if (rows.Count < LeastRows)
        {
            return page;
        }

        var gutters = Gutters.Between(rows, NarrowestGutter);
        if (gutters.Count == 0 || gutters.Count > 4 || Enumerable.Range(0, gutters.Count + 1).Any(column => !ProseCells.Fill(rows, gutters, column)))
        {
            return page;
        }

        var order = new Order(page.Number, gutters.Count + 1);
        foreach (var row in rows)
        {
            var words = row.Runs.SelectMany(run => run).ToList();
            if (Crosses(words, gutters, row.Em))
            {
                order.EndBand();
                order.Add(0, words);
                order.EndBand();
                continue;
            }

            foreach (var cell in words.GroupBy(word => Gutters.ColumnOf(word, gutters)))
            {
                order.Add(cell.Key, [.. cell]);
            }
        }

        order.EndBand();
        return page with { Lines = order.Lines };
    }

    private static bool Crosses(List<PdfWord> words, List<float> gutters, float em)
    {
        foreach (var gutter in gutters)
        {
            for (var i = 0; i < words.Count; i++)
            {
                var isOver = words[i].Left < gutter && words[i].Right > gutter;
                var isBeside = i > 0 && words[i - 1].Right <= gutter && words[i].Left >= gutter && words[i].Left - words[i - 1].Right < NarrowestGutter * em;
                if (isOver || isBeside)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Lines as they are read, with blocks numbered anew.</summary>
    private sealed class Order(int page, int columns)
    {
        private readonly List<PdfLine>[] band = [.. Enumerable.Range(0, columns).Select(_ => new List<PdfLine>())];
        private int block = page * 10_000;

        public List<PdfLine> Lines { get; } = [];

        public void Add(int column, List<PdfWord> words) => band[column].Add(new PdfLine(page, 0, words));

        public void EndBand()
        {
            foreach (var column in band)
            {
                var steps = column.Zip(column.Skip(1)).Select(pair => pair.Second.Middle - pair.First.Middle).Order().ToArray();
                var usual = steps.Length > 0 ? steps[steps.Length / 2] : 0;
                block++;
                for (var i = 0; i < column.Count; i++)
                {
                    block += i > 0 && column[i].Middle - column[i - 1].Middle > BlockStep * usual ? 1 : 0;
                    Lines.Add(new PdfLine(page, block, column[i].Words));
                }

                column.Clear();
            }
        }
    }
}
