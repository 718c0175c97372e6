using TrendGrains.Reading.Evaluation;
using TrendGrains.Rivals;

namespace TrendGrains.Output;

/// <summary>Another reader's figures on the pages of <c>evaluate extract</c>.</summary>
/// <param name="TimesSlower">Its time for all pages, divided by ours.</param>
/// <param name="MedianTimesSlower">The median over pages of the same ratio.</param>
internal sealed record RivalLine(
    string Rival, int Pages, double F1, double Precision, double Recall, double MedianMs, double P95Ms, double SlowestMs, double TimesSlower, double MedianTimesSlower)
{
    public static RivalLine Of(string name, IReadOnlyList<RivalScore> theirs, IReadOnlyList<ReadingScore> ours)
    {
        var milliseconds = theirs.Select(s => s.Milliseconds).Order().ToArray();
        var ratios = theirs.Zip(ours, (their, our) => their.Milliseconds / our.Milliseconds).Order().ToArray();
        return new RivalLine(
            name,
            theirs.Count,
            Math.Round(theirs.Average(s => s.Words.F1), 4),
            Math.Round(theirs.Average(s => s.Words.Precision), 4),
            Math.Round(theirs.Average(s => s.Words.Recall), 4),
            Math.Round(milliseconds[milliseconds.Length / 2], 2),
            Math.Round(milliseconds[milliseconds.Length * 95 / 100], 2),
            Math.Round(milliseconds[^1], 2),
            Math.Round(theirs.Sum(s => s.Milliseconds) / ours.Sum(s => s.Milliseconds), 1),
            Math.Round(ratios[ratios.Length / 2], 1));
    }
}
