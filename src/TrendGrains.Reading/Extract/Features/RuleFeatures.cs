namespace TrendGrains.Reading.Extract.Features;

/// <summary>What the rules would keep, kind of page by kind of page.</summary>
internal sealed class RuleFeatures
{
    private static readonly string[] kinds = [PageKinds.Article, PageKinds.Forum, PageKinds.Listing, PageKinds.Service, PageKinds.Product];

    public static readonly string[] Names =
    [
        .. kinds.Select(k => $"rules.{k}"), "rules.killed", .. kinds.Select(k => $"rules.{k}_share"), "rules.title_dropped",
    ];

    private readonly bool[][] kept = new bool[kinds.Length][];
    private readonly double[] shares = new double[kinds.Length];
    private readonly bool[] killed;
    private readonly BlockLayout page;

    public RuleFeatures(BlockLayout page)
    {
        this.page = page;
        var nodes = page.Nodes;
        double chars = Math.Max(1, page.Sums.Chars(nodes, 0));
        killed = ContentExtractor.Kill(nodes, page.Sums, new ExtractionRules());
        for (var i = 0; i < kinds.Length; i++)
        {
            var chosen = ContentExtractor.Extract(nodes, page.Blocks, ExtractionRules.For(kinds[i]), null);
            kept[i] = new bool[page.Blocks.Count];
            var next = 0;
            for (var at = 0; at < page.Blocks.Count && next < chosen.Count; at++)
            {
                if (ReferenceEquals(page.Blocks[at], chosen[next]))
                {
                    kept[i][at] = true;
                    shares[i] += page.Blocks[at].Chars / chars;
                    next++;
                }
            }
        }
        foreach (var block in page.Blocks)
        {
            block.Mass = ContentExtractor.MassOf(block);
        }
    }

    public void Write(ref RowWriter row, int at, double titleShare)
    {
        foreach (var kind in kept)
        {
            row.Add(kind[at]);
        }
        row.Add(killed[page.Blocks[at].Node] || killed[page.Blocks[at].Owner]);
        foreach (var share in shares)
        {
            row.Add(share);
        }
        row.Add(titleShare > 0.8 && page.Blocks[at].Kind == BlockKind.Heading);
    }
}
