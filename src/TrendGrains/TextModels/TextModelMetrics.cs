using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;

namespace TrendGrains.TextModels;

/// <summary>metrics.json of a text model.</summary>
/// <param name="MeasuredWith">Which of the model's files answered.</param>
/// <param name="Interval">What the intervals are.</param>
/// <param name="Baselines">Naive methods on the same rows; none for a user's own file.</param>
internal sealed record TextModelMetrics(
    string Task, string Model, string Version, string Command, string MeasuredWith, string Interval, long ModelBytes, IReadOnlyList<TrainingSet> TrainedOn, IReadOnlyList<TextSetFigures> Sets,
    IReadOnlyList<Baseline> Baselines)
{
    public IEnumerable<string> Sentences => Sets.Select(s =>
        $"{s.Set}, {s.Part}: {s.Rows:N0} rows; accuracy {s.Accuracy:F4} ({s.AccuracyInterval[0]:F3} to {s.AccuracyInterval[1]:F3}), macro-F1 {s.MacroF1:F4} ({s.MacroF1Interval[0]:F3} to {s.MacroF1Interval[1]:F3}), "
        + $"any label allowed {s.PlainAccuracy:F4} and {s.PlainMacroF1:F4}, calibration error {s.CalibrationError:F4}, {s.MedianMilliseconds:F2} ms at the median");
}
