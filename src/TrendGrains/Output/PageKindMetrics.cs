using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Output;

/// <summary>The figures of <c>evaluate page-kind</c>.</summary>
/// <param name="MacroF1Interval">The middle 95 % over resampled sites.</param>
/// <param name="MedianMilliseconds">Signals, words and model of a page, on one core.</param>
internal sealed record PageKindMetrics(
    string Task, string Data, int Pages, double MacroF1, double[] MacroF1Interval, double Accuracy, double ArticleF1, double CalibrationError,
    double MedianMilliseconds, double P95Milliseconds, ModelRecord Model, IReadOnlyDictionary<string, PageKindMetrics.OneKind> Kinds)
{
    /// <summary>One kind's pages.</summary>
    internal sealed record OneKind(int Pages, double F1, double Precision, double Recall);

    public static PageKindMetrics Of(IReadOnlyList<(WcxbPage Page, KindTrial Trial)> trials, string data)
    {
        var kinds = PageKinds.All.ToArray();
        var told = trials.Where(t => kinds.Contains(t.Page.Kind))
            .Select(t => (t.Page.Site, Truth: Array.IndexOf(kinds, t.Page.Kind), Said: Commands.EvaluatePageKindCommand.Said(t.Trial), Probability: (double)t.Trial.Scores.Max())).ToList();
        var decisions = told.ConvertAll(t => (t.Truth, t.Said));
        var each = DecisionScore.F1(decisions, kinds.Length);
        var (low, high) = DecisionScore.Interval(told, t => t.Site, some => DecisionScore.F1([.. some.Select(t => (t.Truth, t.Said))], kinds.Length).Average());
        var milliseconds = trials.Select(t => t.Trial.Milliseconds).Order().ToArray();
        return new PageKindMetrics(
            "page-kind",
            data,
            told.Count,
            Round(each.Average()),
            [Round(low), Round(high)],
            Round(told.Average(t => t.Truth == t.Said ? 1.0 : 0)),
            Round(each[0]),
            Round(DecisionScore.CalibrationError(told.ConvertAll(t => (t.Probability, t.Truth == t.Said)))),
            Math.Round(milliseconds[milliseconds.Length / 2], 2),
            Math.Round(milliseconds[milliseconds.Length * 95 / 100], 2),
            ModelRecord.OfPages(Commands.DecisionTrials.Entry(PageModels.KindTask), told.Count, milliseconds),
            kinds.Select((kind, i) => (kind, new OneKind(
                decisions.Count(d => d.Truth == i), Round(each[i]), Round(DecisionScore.Precision(decisions, i)), Round(DecisionScore.Recall(decisions, i)))))
                .ToDictionary(k => k.kind, k => k.Item2));
    }

    private static double Round(double value) => Math.Round(value, 4);
}
