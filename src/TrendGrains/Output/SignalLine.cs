using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Output;

/// <summary>What training reads: each page's signals by name, and its words.</summary>
internal static class SignalLine
{
    public static async Task WriteAsync(string file, List<WcxbPage> pages, CancellationToken cancellationToken)
    {
        await using var lines = new OutputFile(file);
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var raw = new RawPage(page.Url, "text/html", null, page.Body, null);
            var row = SignalRow.Of(raw);
            SignalRow[] bare = [SignalRow.WithoutAddress(raw), SignalRow.OfText(page.Title, page.Text, isLead: false), SignalRow.OfText(page.Title, page.Text, isLead: true)];
            await lines.WriteAsync(new
            {
                page.Id,
                page.Site,
                Fold = SiteSplit.FoldOf(page.Site),
                HeldOut = page.IsHeldOut,
                page.Kind,
                Signals = Named(row.Signals),
                Words = Pairs(row),
                // What is left of it without an address, and without its markup.
                Bare = bare.Select(b => new { Signals = Named(b.Signals), Words = Pairs(b) }),
            });
        }
    }

    private static IEnumerable<float[]> Pairs(SignalRow row) => row.Words.Select(w => new[] { w.Bucket, w.Weight });

    /// <summary>Every signal by name.</summary>
    public static Dictionary<string, double> Named(PageSignals signals) =>
        SignalNames.All.Select((name, i) => (name, value: signals[(Signal)i])).ToDictionary(s => s.name, s => s.value);
}
