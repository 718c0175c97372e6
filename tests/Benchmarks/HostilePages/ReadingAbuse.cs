using System.Diagnostics;
using System.Globalization;
using System.Text;
using TrendGrains.Reading;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Hostile;

namespace TrendGrains.Benchmarks.HostilePages;

/// <summary>
/// Reads every hostile page in a process of its own whose heap may hold 1 GiB, then damaged real pages for two minutes.
/// <c>TRENDGRAINS_WRITE_DOCS=1</c> writes docs/benchmarks/reading-abuse.md.
/// </summary>
internal sealed class ReadingAbuse : IBenchmark
{
    private static readonly TimeSpan mutationTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(60);

    public string Name => "reading-abuse";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [new BenchmarkRow(Name, "hostile pages", double.NaN, "ms", "skipped: memory is read from /proc")];
        }

        var table = new StringBuilder("| row | what it is | outcome | ms | MiB |\n| --- | --- | --- | ---: | ---: |\n");
        var rows = new List<BenchmarkRow>();
        foreach (var row in HostileCorpus.Rows)
        {
            var (outcome, milliseconds, megabytes) = await MeasureAsync(row.Name, cancellationToken);
            // What must be an answer may be read as well; anything else is not as it should be.
            var isAsExpected = outcome == row.Outcome || (row.Outcome == HostileRow.Answer && outcome is not ("parser" or "failed"));
            table.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Does} | `{row.Outcome}` | {milliseconds:#,0} | {megabytes:#,0} |\n");
            rows.Add(new BenchmarkRow(Name, row.Name, milliseconds, "ms", $"{outcome}{(isAsExpected ? "" : $", NOT {row.Outcome}")}; {megabytes:#,0} MiB"));
        }

        if (Environment.GetEnvironmentVariable("TRENDGRAINS_WRITE_DOCS") == "1")
        {
            var file = Path.Combine(Checkout.Root, "docs", "benchmarks", "reading-abuse.md");
            var head = (await File.ReadAllTextAsync(file, cancellationToken)).Split("| row |")[0];
            await File.WriteAllTextAsync(file, head + table, cancellationToken);
        }

        rows.Add(Mutations(cancellationToken));
        return rows;
    }

    private static async Task<(string Outcome, double Milliseconds, double Megabytes)> MeasureAsync(string row, CancellationToken cancellationToken)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll"), HostileRole.Role, row];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x40000000";
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(limit);
        try
        {
            var said = (await process.StandardOutput.ReadToEndAsync(late.Token)).Trim().Split('\t');
            return said.Length == 3 ? (said[0], double.Parse(said[1], CultureInfo.InvariantCulture), double.Parse(said[2], CultureInfo.InvariantCulture)) : ("failed", double.NaN, double.NaN);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return ("failed", limit.TotalMilliseconds, double.NaN);
        }
    }

    private BenchmarkRow Mutations(CancellationToken cancellationToken)
    {
        var data = Checkout.SharedData is { } shared ? Path.Combine(shared, "readability") : "";
        if (!Directory.Exists(data))
        {
            return new BenchmarkRow(Name, "damaged real pages", double.NaN, "pages", "skipped: there is no ../shared/data/readability beside the checkout");
        }

        byte[][] pages = [.. Directory.EnumerateFiles(data, "source.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(b => b.Length < 600_000)];
        using var models = PageModels.LoadOrNone(_ => { });
        var reader = new PageReader(models);
        int read = 0, faults = 0;
        double slowest = 0;
        for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < mutationTime; read++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var body = PageMutation.Of(pages, read % pages.Length, read);
            var begun = TimeProvider.System.GetTimestamp();
            faults += reader.Read(new RawPage("https://a.example/x", "text/html", null, body, null)).Problem?.Code == "parser" ? 1 : 0;
            slowest = Math.Max(slowest, TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
        }

        return new BenchmarkRow(Name, "damaged real pages", read, "pages", $"{faults} faults; slowest {slowest:F0} ms; {pages.Length} pages, seeds 0-{read - 1}");
    }
}
