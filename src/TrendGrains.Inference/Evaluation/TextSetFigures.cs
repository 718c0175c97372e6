namespace TrendGrains.Inference.Evaluation;

/// <summary>How well a text model did on one set.</summary>
/// <param name="MacroF1Interval">The middle 95 % over resampled rows.</param>
/// <param name="PlainAccuracy">The same where the model may say any of its labels, those too that the set has nothing like.</param>
/// <param name="CalibrationError">Expected calibration error of what was said, ten bins.</param>
/// <param name="Labels">In the order of <paramref name="Confusion"/>.</param>
/// <param name="Confusion">Rows are true, columns said.</param>
public sealed record TextSetFigures(
    string Set, string License, string Part, int Rows, double Accuracy, double[] AccuracyInterval, double MacroF1, double[] MacroF1Interval, double PlainAccuracy, double PlainMacroF1,
    double CalibrationError, double MedianMilliseconds, IReadOnlyDictionary<string, double> F1, IReadOnlyList<string> Labels, int[][] Confusion)
{
    private const int Seed = 20261121;
    private const int Resamples = 1000;

    public static TextSetFigures Of(string set, string license, string part, LabelReading reading, IReadOnlyList<TextTrial> trials)
    {
        LabelledText[] rows = [.. trials.Select(t => t.Row with { Label = t.Truth })];
        var figures = ClassificationFigures.Of(rows, new ModelAnswers(set, part, [.. trials.Select(t => new ModelAnswer(t.Said, t.Score, t.Milliseconds))], null));
        var plain = ClassificationFigures.Of(rows, new ModelAnswers(set, part, [.. trials.Select(t => new ModelAnswer(t.Plain, 0, t.Milliseconds))], null));
        var labels = reading.Labels;
        var places = labels.Index().ToDictionary(l => l.Item, l => l.Index);
        int[] truths = [.. trials.Select(t => places[t.Truth])], said = [.. trials.Select(t => places[t.Said])];
        int[] real = [.. truths.Distinct()];
        var (accuracies, f1s) = (new double[Resamples], new double[Resamples]);
        var random = new Random(Seed);
        var (truth, answer) = (new int[truths.Length], new int[truths.Length]);
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < truths.Length; j++)
            {
                var drawn = random.Next(truths.Length);
                (truth[j], answer[j]) = (truths[drawn], said[drawn]);
            }
            accuracies[i] = truth.Zip(answer).Average(p => p.First == p.Second ? 1.0 : 0);
            var f1 = ClassificationFigures.LabelF1(truth, answer, labels.Count);
            f1s[i] = real.Average(r => f1[r]);
        }
        var confusion = labels.Select(_ => new int[labels.Count]).ToArray();
        for (var j = 0; j < truths.Length; j++)
        {
            confusion[truths[j]][said[j]]++;
        }
        return new TextSetFigures(
            set, license, part, trials.Count, figures.Accuracy, Middle(accuracies), figures.MacroF1, Middle(f1s), plain.Accuracy, plain.MacroF1, figures.CalibrationError,
            figures.MedianMilliseconds, figures.F1, labels, confusion);
    }

    private static double[] Middle(double[] values)
    {
        Array.Sort(values);
        return [Math.Round(values[(int)(values.Length * 0.025)], 4), Math.Round(values[(int)(values.Length * 0.975)], 4)];
    }
}
