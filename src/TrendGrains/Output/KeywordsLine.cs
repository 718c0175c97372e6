using TrendGrains.Reading.Evaluation.Keywords;

namespace TrendGrains.Output;

/// <summary>The figures of <c>evaluate keywords</c> for one method and so many keyphrases a page.</summary>
internal sealed record KeywordsLine(string Method, int Most, double Precision, double Recall, double F1, double Partly, double Ms)
{
    public static KeywordsLine Of(string method, int most, KeyphraseScore score, double milliseconds) => new(
        method, most, Math.Round(score.Precision, 4), Math.Round(score.Recall, 4), Math.Round(score.F1, 4), Math.Round(score.Partly, 4), Math.Round(milliseconds, 3));
}
