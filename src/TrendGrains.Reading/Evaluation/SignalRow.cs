using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Evaluation;

/// <summary>What training learns a page's decisions from: its signals but those that a model gives, and its words.</summary>
/// <param name="Words">Bucket and weight, see the words' table.</param>
public sealed record SignalRow(PageSignals Signals, IReadOnlyList<(int Bucket, float Weight)> Words)
{
    private static readonly PageReader reader = new();

    public static SignalRow Of(RawPage page)
    {
        var draft = PageDraft.Of(page, BodyDecoder.Decode(page.Body.Span, page.Charset), PageModels.None);
        var words = PageWords.Of(draft.Tree.Nodes, draft.Blocks, draft.Parts, draft.Meta, draft.Urls);
        return new SignalRow(reader.Read(page).Signals ?? draft.Signals, words);
    }
}
