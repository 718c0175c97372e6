using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Output;

/// <summary>One decision of two labels beside the truth.</summary>
/// <param name="Part">Language, kind: for figures by part.</param>
/// <param name="Group">What is drawn together for intervals: a site; a text by itself.</param>
/// <param name="Probability">Of yes.</param>
internal sealed record BinaryTrial(string Part, string Group, bool IsTrue, bool Said, double Probability);

/// <summary>The figures of a decision of two labels, of its yes.</summary>
/// <param name="F1Interval">The middle 95 % over resampled groups.</param>
/// <param name="CalibrationError">Expected calibration error of the probability of yes, ten bins.</param>
internal sealed record BinaryMetrics(
    string Task, string Label, string Data, int Count, int Yes, double F1, double[] F1Interval, double Precision, double Recall, double Accuracy, double CalibrationError,
    ModelRecord Model, IReadOnlyDictionary<string, BinaryMetrics.OnePart> Parts)
{
    /// <param name="Said">How many were called yes.</param>
    /// <param name="Precision">Null where it says nothing: a part of one side alone, or nothing called yes.</param>
    /// <param name="Recall">Null where nothing is yes.</param>
    internal sealed record OnePart(int Count, int Yes, int Said, double Accuracy, double? Precision, double? Recall)
    {
        internal static OnePart Of(IReadOnlyList<BinaryTrial> trials)
        {
            var (yes, said, decisions) = (trials.Count(t => t.IsTrue), trials.Count(t => t.Said), Decisions(trials));
            return new OnePart(
                trials.Count,
                yes,
                said,
                Round(trials.Average(t => t.IsTrue == t.Said ? 1.0 : 0)),
                yes == 0 || yes == trials.Count || said == 0 ? null : Round(DecisionScore.Precision(decisions, 1)),
                yes == 0 ? null : Round(DecisionScore.Recall(decisions, 1)));
        }
    }

    public string Sentence =>
        $"{Task}: {Count:N0} decisions, {Yes:N0} {Label}; F1 {F1:F4} ({F1Interval[0]:F3} to {F1Interval[1]:F3}), precision {Precision:F4}, recall {Recall:F4}, "
        + $"expected calibration error {CalibrationError:F4}, {Model.MedianMilliseconds:F2} ms at the median; "
        + string.Join("; ", Parts.Select(p => $"{p.Key} {p.Value.Count}: {p.Value.Said} called {Label}, {p.Value.Accuracy:F3} right"));

    public static BinaryMetrics Of(string task, string label, string data, IReadOnlyList<BinaryTrial> trials, ModelRecord model)
    {
        var decisions = Decisions(trials);
        var (low, high) = DecisionScore.Interval(trials, t => t.Group, some => DecisionScore.F1(Decisions(some), 2)[1]);
        return new BinaryMetrics(
            task,
            label,
            data,
            trials.Count,
            trials.Count(t => t.IsTrue),
            Round(DecisionScore.F1(decisions, 2)[1]),
            [Round(low), Round(high)],
            Round(DecisionScore.Precision(decisions, 1)),
            Round(DecisionScore.Recall(decisions, 1)),
            Round(trials.Average(t => t.IsTrue == t.Said ? 1.0 : 0)),
            Round(DecisionScore.CalibrationError([.. trials.Select(t => (t.Probability, t.IsTrue))])),
            model,
            trials.GroupBy(t => t.Part, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => OnePart.Of([.. g])));
    }

    private static (int Truth, int Said)[] Decisions(IReadOnlyList<BinaryTrial> trials) => [.. trials.Select(t => (t.IsTrue ? 1 : 0, t.Said ? 1 : 0))];

    private static double Round(double value) => Math.Round(value, 4);
}
