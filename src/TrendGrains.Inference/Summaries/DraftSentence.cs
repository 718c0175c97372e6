using TrendGrains.Text.Counting;

namespace TrendGrains.Inference.Summaries;

/// <summary>A sentence that may stand in a summary, with what is counted of it.</summary>
/// <param name="Block">Its paragraph, from 0.</param>
/// <param name="InBlock">Its place in the paragraph, from 0.</param>
/// <param name="IsHeading">Alone in its block and without an end.</param>
internal sealed record DraftSentence(int Start, int Length, int Block, int InBlock, bool IsHeading)
{
    public List<Term> Terms { get; } = [];

    /// <summary>Distinct terms, a weight each.</summary>
    public TermVector Vector { get; set; } = TermVector.Empty;

    public int End => Start + Length;
}
