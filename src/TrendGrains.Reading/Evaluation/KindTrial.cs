using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Kinds;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Evaluation;

/// <summary>A page's kind as told by models, without choosing its content.</summary>
/// <param name="Scores">In the order of <see cref="PageKinds.All"/>.</param>
/// <param name="Signals">Those of the page and its words; none of the text, which was not chosen.</param>
/// <param name="Milliseconds">What signals, words and model took; parsing, metadata and blocks are done for the content anyway.</param>
public sealed record KindTrial(float[] Scores, PageSignals Signals, double Milliseconds)
{
    public static KindTrial Of(RawPage page, PageModels models, TimeProvider clock)
    {
        var draft = PageDraft.Of(page, BodyDecoder.Decode(page.Body.Span, page.Charset), PageModels.None);
        var began = clock.GetTimestamp();
        var kinds = PageKind.Of(draft.Tree.Nodes, draft.Blocks, draft.Parts, draft.Meta, draft.Urls, models, out var signals);
        return new KindTrial(kinds.Each, signals, clock.GetElapsedTime(began).TotalMilliseconds);
    }
}
