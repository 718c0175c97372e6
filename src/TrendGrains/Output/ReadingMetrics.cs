using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Output;

/// <summary>The figures of <c>evaluate extract</c> as a model's metrics.json.</summary>
internal static class ReadingMetrics
{
    /// <param name="seen">Which pages the models were trained on, in words.</param>
    public static async Task WriteAsync(string path, string command, string seen, IReadOnlyList<ReadingScore> scores, CancellationToken cancellationToken)
    {
        var parts = scores.GroupBy(s => s.Page.Kind).OrderByDescending(g => g.Count()).Select(g => (g.Key, Scores: g.ToArray())).Prepend(("all", Scores: [.. scores]));
        var metrics = new
        {
            Command = command,
            Pages = seen,
            Split = "by registrable site; fold = second byte of the site's SHA-256 modulo 5; held out = first byte modulo 3 is 0",
            Interval = "the middle 95 % over resampled sites",
            ModelBytes = PageModels.SizeOf(PageModels.BlockTask),
            Milliseconds = "a page from its bytes to its text on one core: parsing, metadata, kind, blocks, scores",
            Extract = parts.Select(part => new { Figures = ReadingLine.Of(part.Item1, part.Scores), F1Interval = Interval(part.Scores) }),
        };
        await MetricsFile.WriteAsync(path, metrics, cancellationToken);
    }

    private static double[] Interval(IReadOnlyList<ReadingScore> scores)
    {
        var (low, high) = DecisionScore.Interval(scores, s => s.Page.Site, some => some.Average(s => s.Words.F1));
        return [Math.Round(low, 4), Math.Round(high, 4)];
    }
}
