using System.Diagnostics;
using TrendGrains.Reading;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Reads WCXB's development pages one after another on one core: word F1 by page kind on the sites that nothing was tuned on,
/// how often the kind is right, and milliseconds a page. Needs ../shared/data/wcxb and xz.
/// </summary>
internal sealed class Reading : IBenchmark
{
    public string Name => "reading";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        if (WcxbCorpus.Folder() is not { } folder)
        {
            return [new BenchmarkRow(Name, "WCXB", double.NaN, "word F1", "skipped: there is no ../shared/data/wcxb beside the checkout")];
        }
        var reader = new PageReader();
        var pages = await WcxbCorpus.ReadAsync(folder, cancellationToken);
        foreach (var page in pages.Take(100))
        {
            Read(reader, page);
        }
        var results = pages.ConvertAll(page => Measure(reader, page));
        return [.. Quality([.. results.Where(r => r.Page.IsHeldOut)], "untouched sites"), .. Quality([.. results.Where(r => !r.Page.IsHeldOut)], "tuned on"), .. Cost(results)];
    }

    private static ReadPage Read(PageReader reader, WcxbPage page) => reader.Read(new RawPage(page.Url, "text/html", null, page.Body, null));

    private static Result Measure(PageReader reader, WcxbPage page)
    {
        var start = Stopwatch.GetTimestamp();
        var read = Read(reader, page);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var (precision, recall, f1) = WordF1.Of(read.Text, page.Gold);
        return new Result(page, read, precision, recall, f1, elapsed);
    }

    private IEnumerable<BenchmarkRow> Quality(List<Result> results, string part)
    {
        var note = $"{results.Count} pages, {part}";
        yield return new BenchmarkRow(Name, $"text, {part}", results.Average(r => r.F1), "word F1", $"{note}; P {results.Average(r => r.Precision):F3}, R {results.Average(r => r.Recall):F3}");
        foreach (var kind in results.GroupBy(r => r.Page.Kind).OrderByDescending(g => g.Count()))
        {
            yield return new BenchmarkRow(Name, $"text of {kind.Key}, {part}", kind.Average(r => r.F1), "word F1", $"{kind.Count()} pages");
        }
        yield return new BenchmarkRow(Name, $"wanted snippets found, {part}", results.Average(r => Share(r.Page.With, r.Read.Text)), "share", note);
        yield return new BenchmarkRow(Name, $"unwanted snippets found, {part}", results.Average(r => Share(r.Page.Without, r.Read.Text)), "share", note);
        yield return new BenchmarkRow(Name, $"page kind, {part}", results.Average(r => r.Read.PageKind == r.Page.Kind ? 1.0 : 0), "accuracy", note);
        yield return new BenchmarkRow(Name, $"article or not, {part}", ArticleF1(results), "F1", note);
    }

    private IEnumerable<BenchmarkRow> Cost(List<Result> results)
    {
        var milliseconds = results.Select(r => r.Milliseconds).Order().ToArray();
        yield return new BenchmarkRow(Name, "a page, median", milliseconds[milliseconds.Length / 2], "ms", $"{results.Count} pages, one after another");
        yield return new BenchmarkRow(Name, "a page, p95", milliseconds[milliseconds.Length * 95 / 100], "ms");
        yield return new BenchmarkRow(Name, "a page, slowest", milliseconds[^1], "ms");
    }

    private static double ArticleF1(List<Result> results)
    {
        double both = results.Count(r => r.Read.IsArticle && r.Page.Kind == PageKinds.Article);
        return both * 2 / (results.Count(r => r.Read.IsArticle) + results.Count(r => r.Page.Kind == PageKinds.Article));
    }

    /// <summary>As WCXB counts: literal, case ignored; none asked for counts as all found.</summary>
    private static double Share(string[] snippets, string text) =>
        snippets.Length == 0 ? 1 : snippets.Average(s => text.Contains(s, StringComparison.OrdinalIgnoreCase) ? 1.0 : 0);

    private sealed record Result(WcxbPage Page, ReadPage Read, double Precision, double Recall, double F1, double Milliseconds);
}
