using TrendGrains.Reading.Extract.Features;
using TrendGrains.Reading.Extract.Scoring;

namespace TrendGrains.Reading.Extract;

/// <summary>The content of a page: chosen by the models where there are any, else by the rules for its kind.</summary>
internal static class ContentChoice
{
    private const int LeastText = 250;

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
        var keep = BlockScores.Of(page, draft, models) is { } scores ? ExpectedF1.Choose(scores, page.Words, draft.Kind == PageKinds.Article) : null;
        return keep is null ? ByRules(draft) : [.. draft.Blocks.Where((_, i) => keep[i])];
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
