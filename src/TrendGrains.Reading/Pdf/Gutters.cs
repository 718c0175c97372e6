namespace TrendGrains.Reading.Pdf;

/// <summary>Where rows of words leave the same strip free, from top to bottom.</summary>
internal static class Gutters
{
    /// <summary>A page is looked at in strips of a point, or wider on one that is larger than a poster.</summary>
    private const int MostStrips = 4000;

    /// <summary>The middles of the strips, from left to right. One row in six may cross one.</summary>
    /// <param name="least">The narrowest, in em.</param>
    public static List<float> Between(List<TableRow> rows, float least)
    {
        var (from, to) = (rows.Min(row => row.Left), rows.Max(row => row.Right));
        var strip = Math.Max(1, (to - from) / MostStrips);
        var strips = new Strips(rows, from, strip, (int)((to - from) / strip) + 1);
        var width = least * rows.Average(row => row.Em);
        var gutters = new List<float>();
        var start = -1;
        for (var i = 0; i < strips.Count; i++)
        {
            if (strips.IsFree(i, rows.Count))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && (i - start) * strip >= width)
            {
                gutters.Add(from + ((start + i) * strip / 2));
            }

            start = -1;
        }

        return gutters;
    }

    public static int ColumnOf(PdfWord word, List<float> gutters) =>
        gutters.FindIndex(gutter => (word.Left + word.Right) / 2 < gutter) is >= 0 and var at ? at : gutters.Count;

    /// <summary>For each strip, how many rows have a word in it, end before it and begin behind it.</summary>
    private sealed class Strips
    {
        private readonly int[] covering;
        private readonly int[] before;
        private readonly int[] behind;

        public Strips(List<TableRow> rows, float from, float strip, int count)
        {
            Count = count;
            (covering, before, behind) = (new int[count + 1], new int[count + 1], new int[count + 1]);
            var marked = new int[count + 1];
            for (var row = 0; row < rows.Count; row++)
            {
                foreach (var word in rows[row].Runs.SelectMany(run => run))
                {
                    // What touches only a part of a strip leaves it free.
                    for (var i = At(word.Left + (strip / 2)); i < At(word.Right + (strip / 2)); i++)
                    {
                        covering[i] += marked[i] == row + 1 ? 0 : 1;
                        marked[i] = row + 1;
                    }
                }

                before[At(rows[row].Left)]++;
                behind[At(rows[row].Right)]++;
            }

            for (var i = 1; i <= count; i++)
            {
                before[i] += before[i - 1];
                behind[count - i] += behind[count - i + 1];
            }

            int At(float x) => Math.Clamp((int)((x - from) / strip), 0, count);
        }

        public int Count { get; }

        /// <summary>Nearly no row has a word there, and there are words on both sides.</summary>
        public bool IsFree(int at, int rows)
        {
            var (left, right) = (before[at], behind[at]);
            return covering[at] * 6 <= rows - 1 && Math.Min(left, right) * 3 > rows && (left + right - rows) * 4 > rows;
        }
    }
}
