namespace TrendGrains.Inference.Evaluation.Meaning;

/// <summary>How well vectors of length one place texts by their meaning. Pure.</summary>
public static class MeaningScore
{
    private const int Resamples = 1000;
    private const int Seed = 20261121;

    /// <summary>Do pairs that people call closer have the higher cosine?</summary>
    public static MeaningFigure Similarity(string set, IReadOnlyList<float[]> left, IReadOnlyList<float[]> right, IReadOnlyList<double> scores)
    {
        double[] cosines = [.. left.Zip(right, Cosine)];
        return Figure(MeaningFigure.Spearman, set, scores.Count, drawn => RankCorrelation.Of([.. drawn.Select(d => cosines[d])], [.. drawn.Select(d => scores[d])]));
    }

    /// <summary>Is the nearest text of the other language the translation? A translation that stands there twice counts either way.</summary>
    public static MeaningFigure[] Translation(string set, IReadOnlyList<float[]> korean, IReadOnlyList<float[]> english) =>
        [OneWay(MeaningFigure.KoreanToEnglish, set, korean, english), OneWay(MeaningFigure.EnglishToKorean, set, english, korean)];

    /// <summary>Which text of <paramref name="others"/> is nearest to each of <paramref name="texts"/>.</summary>
    public static int[] Nearest(IReadOnlyList<float[]> texts, IReadOnlyList<float[]> others) =>
        [.. texts.Select(text => Enumerable.Range(0, others.Count).MaxBy(i => Cosine(text, others[i])))];

    /// <summary>Are the documents nearest to a document those of its story?</summary>
    public static MeaningFigure[] Stories(string set, IReadOnlyList<float[]> documents, IReadOnlyList<string> stories)
    {
        var (first, precision) = (new List<double>(), new List<double>());
        for (var i = 0; i < documents.Count; i++)
        {
            var same = Enumerable.Range(0, documents.Count).Where(j => j != i).OrderByDescending(j => Cosine(documents[i], documents[j])).Select(j => stories[j] == stories[i]).ToArray();
            var count = same.Count(s => s);
            if (count == 0)
            {
                continue;
            }
            first.Add(same[0] ? 1 : 0);
            var (found, sum) = (0, 0.0);
            for (var place = 0; place < same.Length; place++)
            {
                if (same[place])
                {
                    found++;
                    sum += found / (place + 1.0);
                }
            }
            precision.Add(sum / count);
        }
        return [Mean(MeaningFigure.SameStory, set, first), Mean(MeaningFigure.StoryPrecision, set, precision)];
    }

    public static double Cosine(float[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static MeaningFigure OneWay(string measure, string set, IReadOnlyList<float[]> texts, IReadOnlyList<float[]> others) =>
        Mean(measure, set, [.. Nearest(texts, others).Index().Select(n => n.Item == n.Index || others[n.Item].AsSpan().SequenceEqual(others[n.Index]) ? 1.0 : 0)]);

    private static MeaningFigure Mean(string measure, string set, List<double> values) =>
        Figure(measure, set, values.Count, drawn => drawn.Length == 0 ? 0 : drawn.Average(d => values[d]));

    private static MeaningFigure Figure(string measure, string set, int rows, Func<int[], double> of)
    {
        var random = new Random(Seed);
        var values = new double[Resamples];
        var drawn = new int[rows];
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                drawn[j] = random.Next(rows);
            }
            values[i] = of(drawn);
        }
        Array.Sort(values);
        return new MeaningFigure(measure, set, rows, Round(of([.. Enumerable.Range(0, rows)])), Round(values[(int)(Resamples * 0.025)]), Round(values[(int)(Resamples * 0.975)]));
    }

    private static double Round(double value) => Math.Round(value, 4);
}
