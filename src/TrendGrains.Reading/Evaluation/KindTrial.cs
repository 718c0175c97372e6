using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Kinds;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Evaluation;

/// <summary>A page's kind as told by models, without choosing its content.</summary>
/// <param name="Scores">In the order of <see cref="PageKinds.All"/>.</param>
/// <param name="Milliseconds">What signals, words and model took; parsing, metadata and blocks are done for the content anyway.</param>
public sealed record KindTrial(float[] Scores, double Milliseconds)
{
    public static KindTrial Of(RawPage page, PageModels models, TimeProvider clock)
    {
        var document = HtmlSource.Parse(BodyDecoder.Decode(page.Body.Span, page.Charset), out _);
        var parts = PageParts.Of(document);
        var urls = new PageUrls(page.Url, parts.Base?.GetAttribute("href"));
        var tree = PageTree.Of(document.Body ?? document.DocumentElement);
        var nodes = tree.Nodes;
        var blocks = BlockBuilder.Build(nodes);
        var meta = MetadataReader.Read(document, parts, tree, blocks, urls, page.FetchedAt);
        var began = clock.GetTimestamp();
        var kinds = PageKind.Of(nodes, blocks, parts, meta, urls, models, out _);
        return new KindTrial(kinds.Each, clock.GetElapsedTime(began).TotalMilliseconds);
    }
}
