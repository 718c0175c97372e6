using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Evaluation;

/// <summary>What training learns a page's decisions from: its signals but those that a model gives, and its words.</summary>
/// <param name="Words">Bucket and weight, see the words' table.</param>
public sealed record SignalRow(PageSignals Signals, IReadOnlyList<(int Bucket, float Weight)> Words)
{
    private static readonly PageReader reader = new();

    public static SignalRow Of(RawPage page)
    {
        var document = HtmlSource.Parse(BodyDecoder.Decode(page.Body.Span, page.Charset), out _);
        var parts = PageParts.Of(document);
        var urls = new PageUrls(page.Url, parts.Base?.GetAttribute("href"));
        var tree = PageTree.Of(document.Body ?? document.DocumentElement);
        var nodes = tree.Nodes;
        var blocks = BlockBuilder.Build(nodes);
        var meta = MetadataReader.Read(document, parts, tree, blocks, urls, page.FetchedAt);
        return new SignalRow(
            reader.Read(page).Signals ?? PageSignals.Of(nodes, blocks, parts, meta, urls), PageWords.Of(nodes, blocks, parts, meta, urls));
    }
}
