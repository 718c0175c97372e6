using TrendGrains.Reading.Extract.Features;
using TrendGrains.Reading.Extract.Scoring;

namespace TrendGrains.Reading.Extract;

/// <summary>The content of a page: chosen by the models where there are any, else by the rules for its kind.</summary>
internal static class ContentChoice
{
    private const int LeastText = 250;
    private const double MostComments = 0.2;

    public static List<Block> Of(PageDraft draft, PageModels models)
    {
        if (draft.Blocks.Count == 0)
        {
            return [];
        }
        if (models.Block is null)
        {
            return ByRules(draft);
        }
        var page = new BlockLayout(draft.Tree, draft.Blocks, draft.Meta);
        var keep = BlockScores.Of(page, draft, models) is { } scores ? ExpectedF1.Choose(scores, page.Words, IsOneText(draft, page)) : null;
        return keep is null ? ByRules(draft) : [.. draft.Blocks.Where((_, i) => keep[i])];
    }

    /// <summary>An article whose visitors have not written a part of it: its blocks are content together or not at all.</summary>
    private static bool IsOneText(PageDraft draft, BlockLayout page)
    {
        if (draft.Kind != PageKinds.Article)
        {
            return false;
        }
        double words = 0, comments = 0;
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            words += page.Words[i];
            comments += (page.Nodes[page.Blocks[i].Owner].Around & Markup.Hint.Comments) != 0 ? page.Words[i] : 0;
        }
        return comments <= words * MostComments;
    }

    private static List<Block> ByRules(PageDraft draft)
    {
        var nodes = draft.Tree.Nodes;
        var content = ContentExtractor.Extract(nodes, draft.Blocks, ExtractionRules.For(draft.Kind), draft.Meta.Title);
        if (Length(content) < LeastText && draft.Kind != PageKinds.Listing)
        {
            // Next to nothing is left where links are the content: a list of stories, a chart.
            var asListing = ContentExtractor.Extract(nodes, draft.Blocks, ExtractionRules.For(PageKinds.Listing), draft.Meta.Title);
            content = Length(asListing) > Length(content) * 2 ? asListing : content;
        }
        return content;
    }

    private static int Length(List<Block> blocks)
    {
        var length = 0;
        foreach (var block in blocks)
        {
            length += block.Chars;
        }
        return length;
    }
}
