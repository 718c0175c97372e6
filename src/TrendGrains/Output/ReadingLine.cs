using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Output;

/// <summary>The figures of <c>evaluate extract</c> for a part of the pages.</summary>
/// <param name="Part">All pages, or those of one kind.</param>
/// <param name="F1">Word F1, averaged over pages; so are precision and recall.</param>
/// <param name="KindAccuracy">Share of the pages whose kind was told.</param>
/// <param name="MedianCpuMs">Processor time of the whole process: what a page takes a core that does nothing else.</param>
internal sealed record ReadingLine(
    string Part, int Pages, double F1, double Precision, double Recall, double With, double Without, double KindAccuracy, double MedianMs, double P95Ms, double SlowestMs, double MedianCpuMs,
    double P95CpuMs)
{
    public static ReadingLine Of(string part, IReadOnlyList<ReadingScore> scores)
    {
        var milliseconds = scores.Select(s => s.Milliseconds).Order().ToArray();
        var cpu = scores.Select(s => s.CpuMilliseconds).Order().ToArray();
        return new ReadingLine(
            part,
            scores.Count,
            Round(scores.Average(s => s.Words.F1)),
            Round(scores.Average(s => s.Words.Precision)),
            Round(scores.Average(s => s.Words.Recall)),
            Round(scores.Average(s => s.With) ?? 1),
            Round(scores.Average(s => s.Without) ?? 0),
            Round(scores.Average(s => s.Read.PageKind == s.Page.Kind ? 1.0 : 0)),
            Math.Round(milliseconds[milliseconds.Length / 2], 2),
            Math.Round(milliseconds[milliseconds.Length * 95 / 100], 2),
            Math.Round(milliseconds[^1], 2),
            Math.Round(cpu[cpu.Length / 2], 2),
            Math.Round(cpu[cpu.Length * 95 / 100], 2));
    }

    /// <summary>Macro-averaged F1 of the page kinds.</summary>
    public static double KindF1(IReadOnlyList<ReadingScore> scores) => Round(scores.Select(s => s.Page.Kind).Distinct()
        .Average(kind => F1Of(scores, s => s.Read.PageKind == kind, s => s.Page.Kind == kind)));

    /// <summary>F1 of "this is an article".</summary>
    public static double ArticleF1(IReadOnlyList<ReadingScore> scores) => Round(F1Of(scores, s => s.Read.IsArticle, s => s.Page.Kind == PageKinds.Article));

    private static double F1Of(IReadOnlyList<ReadingScore> scores, Func<ReadingScore, bool> said, Func<ReadingScore, bool> isSo)
    {
        double both = scores.Count(s => said(s) && isSo(s));
        return both == 0 ? 0 : both * 2 / (scores.Count(said) + scores.Count(isSo));
    }

    private static double Round(double value) => Math.Round(value, 4);
}
