namespace TrendGrains.Reading.Extract.Features;

/// <summary>The two blocks before and after, and how the text around runs.</summary>
internal static class NeighbourFeatures
{
    private static readonly int[] steps = [-2, -1, 1, 2];
    private static readonly int[] reaches = [4, 12];

    public static readonly string[] Names =
    [
        .. steps.SelectMany(s => new[] { "chars", "link_share", "is_heading", "ends_sentence", "same_style", "same_box", "phrases" }.Select(n => $"next{s}.{n}")),
        .. reaches.SelectMany(r => new[] { "chars", "mass_share", "link_share" }.Select(n => $"within{r}.{n}")),
    ];

    public static void Write(ref RowWriter row, BlockLayout page, int at)
    {
        var blocks = page.Blocks;
        foreach (var step in steps)
        {
            var other = at + step;
            if (other < 0 || other >= blocks.Count)
            {
                for (var i = 0; i < 7; i++)
                {
                    row.Add(-1);
                }
                continue;
            }
            var block = blocks[other];
            row.AddLog(block.Chars);
            row.Add(block.LinkShare);
            row.Add(block.Kind == BlockKind.Heading);
            row.Add(block.Text[^1] is '.' or '!' or '?' or '。' or '"' or '”');
            row.Add(page.Likeness.Styles[other] == page.Likeness.Styles[at]);
            row.Add(page.Container(other, 0) == page.Container(at, 0));
            row.Add(block.Chars < 80 && page.Phrases[other] != 0);
        }
        foreach (var reach in reaches)
        {
            int chars = 0, links = 0;
            double mass = 0;
            for (var i = Math.Max(0, at - reach); i <= Math.Min(blocks.Count - 1, at + reach); i++)
            {
                chars += blocks[i].Chars;
                links += blocks[i].LinkChars;
                mass += blocks[i].Mass;
            }
            row.AddLog(chars);
            row.Add(mass / Math.Max(1, chars));
            row.Add((double)links / Math.Max(1, chars));
        }
    }
}
