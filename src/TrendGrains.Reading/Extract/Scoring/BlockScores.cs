using TrendGrains.Reading.Extract.Features;

namespace TrendGrains.Reading.Extract.Scoring;

/// <summary>How likely each block of a page is content.</summary>
internal static class BlockScores
{
    /// <summary>0…1 for each block; null without a model.</summary>
    public static float[]? Of(BlockLayout page, PageDraft draft, PageModels models) =>  models.Block?.Score(BlockFeatures.Of(page, draft), page.Blocks.Count);
}
