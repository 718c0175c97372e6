namespace TrendGrains.Inference.Evaluation;

/// <summary>How far two models differ on the same rows, and whether that could be chance.</summary>
/// <param name="Agreement">Share of rows of which both say the same label.</param>
/// <param name="OnlyFirst">Rows that the first alone has right.</param>
/// <param name="OnlySecond">Rows that the second alone has right.</param>
/// <param name="McNemar">Two-sided p of those two counts if the models were equally good: the exact binomial test (McNemar 1947, exact form).</param>
/// <param name="Accuracy">The second's accuracy less the first's.</param>
/// <param name="AccuracyInterval">The middle 95 % of that over a thousand resamples of whole groups of rows.</param>
/// <param name="MacroF1">The same for the mean F1 over the labels that are true somewhere.</param>
public sealed record PairedDifference(
    string First,
    string Second,
    double Agreement,
    int OnlyFirst,
    int OnlySecond,
    double McNemar,
    double Accuracy,
    double[] AccuracyInterval,
    double MacroF1,
    double[] MacroF1Interval)
{
    private const int Resamples = 1000;
    private const int Seed = 20261121;

    public static PairedDifference Of(IReadOnlyList<LabelledText> rows, ModelAnswers first, ModelAnswers second)
    {
        var labels = rows.Select(r => r.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        var places = labels.Index().ToDictionary(l => l.Item, l => l.Index);
        int[] Places(ModelAnswers answers) => [.. answers.Rows.Select(a => a.Label is not null && places.TryGetValue(a.Label, out var place) ? place : -1)];
        int[] truths = [.. rows.Select(r => places[r.Label])];
        var (one, two) = (Places(first), Places(second));
        var onlyFirst = truths.Index().Count(t => one[t.Index] == t.Item && two[t.Index] != t.Item);
        var onlySecond = truths.Index().Count(t => two[t.Index] == t.Item && one[t.Index] != t.Item);
        var (accuracies, f1s) = Resampled(rows, truths, one, two, labels.Length);
        return new PairedDifference(
            first.Model,
            second.Model,
            Round(first.Rows.Zip(second.Rows).Average(p => p.First.Label is not null && p.First.Label == p.Second.Label ? 1.0 : 0)),
            onlyFirst,
            onlySecond,
            ExactTest(onlyFirst, onlySecond),
            Round((double)(onlySecond - onlyFirst) / rows.Count),
            Middle(accuracies),
            Round(ClassificationFigures.LabelF1(truths, two, labels.Length).Average() - ClassificationFigures.LabelF1(truths, one, labels.Length).Average()),
            Middle(f1s));
    }

    /// <summary>Twice the chance of so few heads, or fewer, in as many throws of a fair coin; summed in logarithms, since 2^-n leaves doubles early.</summary>
    internal static double ExactTest(int onlyFirst, int onlySecond)
    {
        var (throws, fewer) = (onlyFirst + onlySecond, Math.Min(onlyFirst, onlySecond));
        var (term, sum) = (-throws * Math.Log(2), 0.0);
        for (var heads = 0; heads <= fewer; heads++)
        {
            sum += Math.Exp(term);
            term += Math.Log(throws - heads) - Math.Log(heads + 1);
        }
        return Math.Min(1, 2 * sum);
    }

    private static (double[] Accuracies, double[] F1s) Resampled(IReadOnlyList<LabelledText> rows, int[] truths, int[] one, int[] two, int labels)
    {
        var groups = rows.Index().GroupBy(r => r.Item.Group ?? $"\0{r.Index}", r => r.Index, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var random = new Random(Seed);
        var (accuracies, f1s, drawn) = (new double[Resamples], new double[Resamples], new List<int>(rows.Count));
        for (var i = 0; i < Resamples; i++)
        {
            drawn.Clear();
            for (var j = 0; j < groups.Length; j++)
            {
                drawn.AddRange(groups[random.Next(groups.Length)]);
            }
            int[] truth = [.. drawn.Select(d => truths[d])], first = [.. drawn.Select(d => one[d])], second = [.. drawn.Select(d => two[d])];
            accuracies[i] = truth.Index().Average(t => (second[t.Index] == t.Item ? 1.0 : 0) - (first[t.Index] == t.Item ? 1 : 0));
            f1s[i] = ClassificationFigures.LabelF1(truth, second, labels).Average() - ClassificationFigures.LabelF1(truth, first, labels).Average();
        }
        return (accuracies, f1s);
    }

    private static double[] Middle(double[] values)
    {
        Array.Sort(values);
        return [Round(values[(int)(values.Length * 0.025)]), Round(values[(int)(values.Length * 0.975)])];
    }

    private static double Round(double value) => Math.Round(value, 4);
}
