using TrendGrains.Reading.Language;

namespace TrendGrains.Reading.Evaluation;

/// <summary>How well the languages of texts of one length were told.</summary>
/// <param name="F1">Averaged over the languages.</param>
/// <param name="Unknown">Share of answers that were <c>und</c>.</param>
/// <param name="Low">Of the accuracy's 95 % interval, by 1,000 bootstrap samples from a fixed seed; so is <paramref name="High"/>.</param>
/// <param name="CalibrationError">Expected, over ten equal bins of confidence.</param>
/// <param name="Microseconds">A text, on one core, on average.</param>
/// <param name="MedianMicroseconds">The same at the median.</param>
public sealed record LanguageFigures(
    int Texts, double Accuracy, double Low, double High, double F1, double Unknown, double CalibrationError, double Microseconds, double MedianMicroseconds,
    IReadOnlyList<LanguageAccuracy> Languages)
{
    private const int Samples = 1000;
    private const int Bins = 10;

    public static LanguageFigures Of(IReadOnlyList<LabelledSentence> gold, Func<LabelledSentence, string> length)
    {
        var texts = gold.Select(length).ToArray();
        foreach (var text in texts)
        {
            LanguageDetector.Detect(text);
        }

        var (said, scores) = (new string[texts.Length], new double[texts.Length]);
        var spent = new double[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            said[i] = LanguageDetector.Detect(texts[i], out scores[i]);
            spent[i] = TimeProvider.System.GetElapsedTime(started).TotalMicroseconds;
        }

        var right = gold.Select((g, i) => g.Language == said[i]).ToArray();
        var languages = gold.Select(g => g.Language).Distinct().Order(StringComparer.Ordinal).Select(l => LanguageAccuracy.Of(l, gold, said)).ToArray();
        var (low, high) = Interval(right);
        return new LanguageFigures(
            texts.Length, right.Average(r => r ? 1.0 : 0), low, high, languages.Average(l => l.F1), said.Average(s => s == LanguageDetector.Unknown ? 1.0 : 0),
            Calibration(right, scores), spent.Average(), spent.Order().ElementAt(spent.Length / 2), languages);
    }

    private static (double Low, double High) Interval(bool[] right)
    {
        var random = new Random(7);
        var sampled = new double[Samples];
        for (var s = 0; s < Samples; s++)
        {
            var hits = 0;
            for (var i = 0; i < right.Length; i++)
            {
                hits += right[random.Next(right.Length)] ? 1 : 0;
            }

            sampled[s] = (double)hits / right.Length;
        }

        Array.Sort(sampled);
        return (sampled[Samples / 40], sampled[Samples - 1 - (Samples / 40)]);
    }

    private static double Calibration(bool[] right, double[] scores) => right.Zip(scores)
        .GroupBy(p => Math.Min(Bins - 1, (int)(p.Second * Bins)))
        .Sum(bin => Math.Abs(bin.Sum(p => (p.First ? 1 : 0) - p.Second))) / right.Length;
}

/// <summary>One language's part of them; <paramref name="Mistaken"/> is what it was most often taken for.</summary>
public sealed record LanguageAccuracy(string Language, int Texts, double Recall, double Precision, string? Mistaken)
{
    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    internal static LanguageAccuracy Of(string language, IReadOnlyList<LabelledSentence> gold, string[] said)
    {
        var own = said.Where((_, i) => gold[i].Language == language).ToArray();
        double hits = own.Count(s => s == language);
        var all = said.Count(s => s == language);
        return new LanguageAccuracy(
            language, own.Length, hits / own.Length, all == 0 ? 0 : hits / all,
            own.Where(s => s != language).GroupBy(s => s).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key);
    }
}
