namespace TrendGrains.Reading.Extract.Features;

/// <summary>The numbers that a page's blocks are judged by: a row a block.</summary>
internal static class BlockFeatures
{
    /// <summary>In the order of a row.</summary>
    public static readonly string[] Names =
    [
        .. TextFeatures.Names, .. MarkupFeatures.Names, .. PlaceFeatures.Names, .. ContainerFeatures.Names, .. LikenessFeatures.Names, .. NeighbourFeatures.Names, .. RuleFeatures.Names,
        .. ContentSigns.Names, .. PageFeatures.Names,
    ];

    /// <summary>The rows of all blocks, one after another.</summary>
    public static float[] Of(BlockLayout page, PageDraft draft)
    {
        var width = Names.Length;
        var rows = new float[page.Blocks.Count * width];
        if (rows.Length == 0)
        {
            return rows;
        }
        Span<float> shared = stackalloc float[PageFeatures.Names.Length];
        PageFeatures.Write(shared, page, draft.Kinds.Each, draft.Urls.Page ?? draft.Meta.CanonicalUrl);
        var (place, containers, likeness, rules) = (new PlaceFeatures(page), new ContainerFeatures(page), new LikenessFeatures(page), new RuleFeatures(page));
        var signs = new ContentSigns(page, draft.Parts);
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var into = rows.AsSpan(i * width, width);
            var row = new RowWriter(into);
            var block = page.Blocks[i];
            TextFeatures.Write(ref row, block);
            MarkupFeatures.Write(ref row, page, block);
            place.Write(ref row, i);
            containers.Write(ref row, i);
            likeness.Write(ref row, i);
            NeighbourFeatures.Write(ref row, page, i);
            rules.Write(ref row, i, place.TitleShares[i]);
            signs.Write(ref row, i);
            shared.CopyTo(into[row.Written..]);
        }
        return rows;
    }
}
