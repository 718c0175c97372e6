using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Kinds;

/// <summary>A page's kind from its parse, metadata and blocks: by the model where there is one, else by rules.</summary>
internal static class PageKind
{
    public static KindScores Of(
        ReadOnlySpan<PageNode> nodes, List<Block> blocks, PageParts parts, PageMetadata meta, PageUrls urls, PageModels models, out PageSignals signals)
    {
        signals = PageSignals.Of(nodes, blocks, parts, meta, urls);
        return models.Kind is { } model
            ? model.Score(signals, PageWords.Of(nodes, blocks, parts, meta, urls))
            : KindGuess.Of(PageShape.Of(nodes, blocks), meta, urls);
    }
}
