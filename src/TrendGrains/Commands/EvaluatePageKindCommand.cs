using System.CommandLine;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Commands;

/// <summary><c>evaluate page-kind</c>: how well the kinds of WCXB's pages are told. Needs no database.</summary>
internal static class EvaluatePageKindCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "WCXB's development split: wcxb-dev.tar.xz, or the folder it was unpacked to.", Required = true };
        var signals = new Option<string?>("--signals") { Description = "File for a line a page that training learns from: {id, site, fold, heldOut, kind, signals, words}." };
        var command = new Command("page-kind", "Macro F1 and calibration of the seven kinds.") { gold, signals };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var corpus = await WcxbCorpus.ReadAsync(parsed.GetRequiredValue(gold), cancellationToken);
            if (parsed.GetValue(signals) is { } file)
            {
                await WriteSignalsAsync(file, corpus, cancellationToken);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static async Task WriteSignalsAsync(string file, List<WcxbPage> corpus, CancellationToken cancellationToken)
    {
        await using var lines = new OutputFile(file);
        foreach (var page in corpus)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = SignalRow.Of(new RawPage(page.Url, "text/html", null, page.Body, null));
            await lines.WriteAsync(new
            {
                page.Id,
                page.Site,
                Fold = SiteSplit.FoldOf(page.Site),
                HeldOut = page.IsHeldOut,
                page.Kind,
                Signals = SignalNames.All.ToDictionary(n => n, n => row.Signals[(Signal)SignalNames.All.ToList().IndexOf(n)]),
                Words = row.Words.Select(w => new[] { w.Bucket, w.Weight }),
            });
        }
    }
}
