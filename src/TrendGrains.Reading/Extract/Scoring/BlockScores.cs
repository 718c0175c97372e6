using TrendGrains.Reading.Extract.Features;

namespace TrendGrains.Reading.Extract.Scoring;

/// <summary>How likely each block of a page is content: one model judges the blocks by themselves, a second with the first one's judgement of all others in view.</summary>
internal static class BlockScores
{
    /// <summary>0…1 for each block; without the second model the first one's; null without the first.</summary>
    public static float[]? Of(PageLayout page, PageDraft draft, PageModels models)
    {
        if (models.Block is not { } alone)
        {
            return null;
        }
        var features = BlockFeatures.Of(page, draft);
        var count = page.Blocks.Count;
        var first = alone.Score(features, [], count);
        return models.Context is { } inContext ? inContext.Score(features, ContextFeatures.Of(page, first), count) : first;
    }
}
