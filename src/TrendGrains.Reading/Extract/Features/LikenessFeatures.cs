namespace TrendGrains.Reading.Extract.Features;

/// <summary>What the blocks that look like this one are, all over the page.</summary>
internal sealed class LikenessFeatures
{
    private static readonly string[] perGroup = ["count", "mean_chars", "link_share", "mass_share", "spread", "place"];

    public static readonly string[] Names =
    [
        .. perGroup.Select(n => $"style.{n}"), .. perGroup.Select(n => $"path.{n}"), "same_text.count", "same_text.earlier",
    ];

    private readonly BlockLayout page;
    private readonly Group[] styles;
    private readonly Group[] paths;
    private readonly int[] texts;
    private readonly int[] seen;
    private readonly double mass;

    public LikenessFeatures(BlockLayout page)
    {
        this.page = page;
        styles = Groups(page.Likeness.Styles);
        paths = Groups(page.Likeness.Paths);
        texts = new int[page.Blocks.Count];
        seen = new int[page.Blocks.Count];
        foreach (var text in page.Likeness.Texts)
        {
            texts[text]++;
        }
        mass = Math.Max(1, page.Sums.Mass(page.Nodes, 0));
    }

    /// <summary>Blocks are written in order.</summary>
    public void Write(ref RowWriter row, int at)
    {
        Write(ref row, at, styles[page.Likeness.Styles[at]]);
        Write(ref row, at, paths[page.Likeness.Paths[at]]);
        var text = page.Likeness.Texts[at];
        row.AddLog(texts[text]);
        row.AddLog(seen[text]++);
    }

    private void Write(ref RowWriter row, int at, in Group group)
    {
        row.AddLog(group.Count);
        row.AddLog((double)group.Chars / group.Count);
        row.Add((double)group.LinkChars / Math.Max(1, group.Chars));
        row.Add(group.Mass / mass);
        // A run of blocks that stand together, or scattered ones.
        row.Add((double)group.Count / (group.Last - group.First + 1));
        row.Add(group.Last == group.First ? 0 : (double)(at - group.First) / (group.Last - group.First));
    }

    private Group[] Groups(int[] of)
    {
        var groups = new Group[of.Length];
        for (var i = 0; i < of.Length; i++)
        {
            ref var group = ref groups[of[i]];
            var block = page.Blocks[i];
            group.First = group.Count == 0 ? i : group.First;
            group.Last = i;
            group.Count++;
            group.Chars += block.Chars;
            group.LinkChars += block.LinkChars;
            group.Mass += block.Mass;
        }
        return groups;
    }

    private struct Group
    {
        public int Count;
        public int Chars;
        public int LinkChars;
        public double Mass;
        public int First;
        public int Last;
    }
}
