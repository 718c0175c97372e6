namespace TrendGrains.Inference.Evaluation;

/// <summary>How well one model did on rows whose truth is known.</summary>
/// <param name="Failed">Rows without an answer; each counts as wrong.</param>
/// <param name="Accuracy">Share of all rows.</param>
/// <param name="MacroF1">The mean of F1 over the labels that are true somewhere; a label said but never true lowers the others' recall alone.</param>
/// <param name="CalibrationError">Expected calibration error of what was said, ten bins (Guo et al. 2017), over the answered rows.</param>
/// <param name="MedianMilliseconds">Of a call with one text, as its caller sees it.</param>
/// <param name="CostOfThousand">Of a thousand rows, in the price's own currency; null where nothing is charged.</param>
/// <param name="F1">Of each label that is true somewhere.</param>
public sealed record ClassificationFigures(
    string Model,
    string Version,
    int Rows,
    int Failed,
    double Accuracy,
    double MacroF1,
    double CalibrationError,
    double MedianMilliseconds,
    double P95Milliseconds,
    double? CostOfThousand,
    IReadOnlyDictionary<string, double> F1)
{
    private const int Bins = 10;

    /// <exception cref="ArgumentException">No rows, or not as many answers.</exception>
    public static ClassificationFigures Of(IReadOnlyList<LabelledText> rows, ModelAnswers answers)
    {
        if (rows.Count == 0 || rows.Count != answers.Rows.Count)
        {
            throw new ArgumentException($"{answers.Rows.Count} answers to {rows.Count} rows cannot be measured.", nameof(answers));
        }
        var times = answers.Rows.Select(a => a.Milliseconds).Order().ToArray();
        var labels = rows.Select(r => r.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        var f1 = LabelF1(rows, answers.Rows, labels);
        return new ClassificationFigures(
            answers.Model,
            answers.Version,
            rows.Count,
            answers.Rows.Count(a => a.Label is null),
            Round(rows.Zip(answers.Rows).Average(pair => pair.First.Label == pair.Second.Label ? 1.0 : 0)),
            Round(f1.Average()),
            Round(CalibrationErrorOf(rows, answers.Rows)),
            Math.Round(Quantile(times, 0.5), 3),
            Math.Round(Quantile(times, 0.95), 3),
            answers.Cost is { } cost ? Math.Round(cost * 1000 / rows.Count, 6) : null,
            labels.Zip(f1).ToDictionary(l => l.First, l => Round(l.Second)));
    }

    /// <summary>F1 of each of the labels over the rows; 0 for one that is neither true nor said.</summary>
    internal static double[] LabelF1(IReadOnlyList<LabelledText> rows, IReadOnlyList<ModelAnswer> answers, IReadOnlyList<string> labels)
    {
        var places = labels.Index().ToDictionary(l => l.Item, l => l.Index);
        return LabelF1(
            [.. rows.Select(r => places[r.Label])],
            [.. answers.Select(a => a.Label is not null && places.TryGetValue(a.Label, out var place) ? place : -1)],
            labels.Count);
    }

    /// <summary>The same over places of labels; -1 is an answer that is none of them.</summary>
    internal static double[] LabelF1(ReadOnlySpan<int> truths, ReadOnlySpan<int> said, int labels)
    {
        var (both, asTruth, asSaid) = (new int[labels], new int[labels], new int[labels]);
        for (var i = 0; i < truths.Length; i++)
        {
            asTruth[truths[i]]++;
            if (said[i] >= 0)
            {
                asSaid[said[i]]++;
                both[said[i]] += truths[i] == said[i] ? 1 : 0;
            }
        }
        return [.. Enumerable.Range(0, labels).Select(l => asTruth[l] + asSaid[l] == 0 ? 0 : 2.0 * both[l] / (asTruth[l] + asSaid[l]))];
    }

    private static double CalibrationErrorOf(IReadOnlyList<LabelledText> rows, IReadOnlyList<ModelAnswer> answers)
    {
        var claims = rows.Zip(answers).Where(p => p.Second.Label is not null).Select(p => (p.Second.Score, IsTrue: p.First.Label == p.Second.Label)).ToArray();
        return claims.Length == 0
            ? 0
            : claims.GroupBy(c => Math.Clamp((int)(c.Score * Bins), 0, Bins - 1))
                .Sum(bin => bin.Count() * Math.Abs(bin.Average(c => c.Score) - bin.Average(c => c.IsTrue ? 1.0 : 0))) / claims.Length;
    }

    private static double Quantile(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static double Round(double value) => Math.Round(value, 4);
}
