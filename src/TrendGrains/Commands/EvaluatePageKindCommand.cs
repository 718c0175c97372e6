using System.CommandLine;
using Spectre.Console;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Commands;

/// <summary><c>evaluate page-kind</c>: how well the kinds of WCXB's pages are told. Needs no database.</summary>
internal static class EvaluatePageKindCommand
{
    public static Command Create()
    {
        var options = new WcxbOptions();
        var signals = new Option<string?>("--signals") { Description = "File for a line a page that training learns from: {id, site, fold, heldOut, kind, signals, words, bare}." };
        var command = new Command("page-kind", "Macro F1 and calibration of the seven kinds of pages.") { signals };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await options.ReadAsync(parsed, cancellationToken) is not { } pages)
            {
                return CommandLine.Failed;
            }

            if (parsed.GetValue(signals) is { } file)
            {
                await SignalLine.WriteAsync(file, pages, cancellationToken);
                return CommandLine.Done;
            }

            using var models = options.Models(parsed);
            var trials = await TryAsync(pages, models, cancellationToken);
            if (parsed.GetValue(options.Pages) is { } list)
            {
                await using var lines = new OutputFile(list);
                foreach (var (page, trial) in trials)
                {
                    await lines.WriteAsync(new { page.Id, page.Url, page.Kind, Said = PageKinds.All[Said(trial)], Scores = PageKinds.All.Zip(trial.Scores).ToDictionary(p => p.First, p => p.Second) });
                }
            }

            var metrics = PageKindMetrics.Of(trials, options.Describe(parsed, models));
            if (parsed.GetValue(options.Metrics) is { } path)
            {
                await MetricsFile.WriteAsync(path, metrics, cancellationToken);
            }

            Print(metrics);
            return CommandLine.Done;
        });
        return command;
    }

    internal static int Said(KindTrial trial) => Array.IndexOf(trial.Scores, trial.Scores.Max());

    internal static async Task<List<(WcxbPage Page, KindTrial Trial)>> TryAsync(List<WcxbPage> pages, EvaluationModels models, CancellationToken cancellationToken)
    {
        var trials = new List<(WcxbPage, KindTrial)>(pages.Count);
        await WorkProgress.RunAsync("read", report =>
        {
            foreach (var page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                trials.Add((page, KindTrial.Of(new RawPage(page.Url, "text/html", null, page.Body, null), models.Of(page), TimeProvider.System)));
                report(trials.Count, pages.Count, $"{trials.Count} of {pages.Count} pages");
            }

            return Task.CompletedTask;
        });
        await Console.Error.WriteLineAsync($"trendgrains: {models.Seen}");
        return trials;
    }

    private static void Print(PageKindMetrics metrics)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("kind", "pages", "F1");
        foreach (var (kind, of) in metrics.Kinds)
        {
            table.AddRow(kind, $"{of.Pages:N0}", $"{of.F1:F4}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(
            $"macro F1 {metrics.MacroF1:F4} ({metrics.MacroF1Interval[0]:F3} to {metrics.MacroF1Interval[1]:F3}), accuracy {metrics.Accuracy:F4}, "
            + $"expected calibration error {metrics.CalibrationError:F4}, {metrics.MedianMilliseconds:F2} ms at the median, {metrics.P95Milliseconds:F2} at p95");
    }
}
