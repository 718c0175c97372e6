using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Output;

/// <summary>The figures of <c>evaluate grouping</c>: BCubed's precision, recall and F1, and the adjusted mutual information.</summary>
internal sealed record GroupingLine(int Items, int GoldClusters, int PredictedClusters, double Precision, double Recall, double F1, double Ami)
{
    public static GroupingLine Of(GroupingScore score) => new(
        score.Items, score.GoldClusters, score.PredictedClusters,
        Math.Round(score.BCubed.Precision, 4), Math.Round(score.BCubed.Recall, 4), Math.Round(score.BCubed.F1, 4),
        Math.Round(score.AdjustedMutualInformation, 4));
}
