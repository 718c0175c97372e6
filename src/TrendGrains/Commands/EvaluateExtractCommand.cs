using System.CommandLine;
using Spectre.Console;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Commands;

/// <summary><c>evaluate extract</c>: how well and how fast pages are read, against WCXB's development split. Needs no database.</summary>
internal static class EvaluateExtractCommand
{
    private const int WarmUp = 100;
    private const int TableWidth = 200;

    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "WCXB's development split: wcxb-dev.tar.xz, or the folder it was unpacked to.", Required = true };
        var part = new Option<string>("--part")
        {
            Description = "all; held-out: the third of the sites that nothing is tuned on; tuning: the others.",
            DefaultValueFactory = _ => "all",
        };
        part.AcceptOnlyFromAmong("all", "held-out", "tuning");
        var pages = new Option<string?>("--pages") { Description = "File for a line a page: {id, kind, pageKind, f1, precision, recall, with, without, ms, cpuMs}." };
        var oracle = new Option<bool>("--oracle") { Description = "Instead: the best F1 that a choice of whole blocks could reach, a line a kind." };
        var against = new Option<string?>("--against") { Description = "A folder with a rival's read.mjs and its packages (tests/Benchmarks/Readability after npm ci): it reads the same pages, and the ratio is printed." };
        var json = new Option<bool>("--json") { Description = "The figures as JSON Lines: one for all, one a kind." };
        var crossValidated = new Option<bool>("--cross-validated")
        {
            Description = "Read each page with the models that were trained without its site; with --part held-out, with those trained on the tuning part alone.",
        };
        var metrics = new Option<string?>("--metrics") { Description = "Write the figures to this file as well, with bootstrap intervals." };
        var features = new Option<string?>("--features") { Description = "Write what the block models learn from to this file and measure nothing.", Hidden = true };
        var command = new Command("extract", "Word precision, recall and F1, snippets, page kinds, milliseconds.") { gold, part, pages, oracle, against, json, crossValidated, metrics, features };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<WcxbPage> corpus;
            try
            {
                corpus = await WcxbCorpus.ReadAsync(parsed.GetRequiredValue(gold), cancellationToken);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
                return CommandLine.Failed;
            }

            var chosen = corpus.FindAll(p => parsed.GetRequiredValue(part) switch { "held-out" => p.IsHeldOut, "tuning" => !p.IsHeldOut, _ => true });
            if (parsed.GetValue(oracle))
            {
                await BlockOracleTable.WriteAsync(chosen, parsed.GetValue(pages), parsed.GetValue(json));
                return CommandLine.Done;
            }

            if (parsed.GetValue(features) is { } table)
            {
                using var unseeing = new EvaluationModels(FoldChoice.FoldOfSite);
                await WorkProgress.RunAsync("write", report => BlockTable.WriteAsync(table, chosen, unseeing.Of, done => report(done, chosen.Count, $"{done} of {chosen.Count} pages"), cancellationToken));
                return CommandLine.Done;
            }

            var unseen = parsed.GetValue(crossValidated);
            var held = parsed.GetRequiredValue(part) == "held-out";
            using var models = new EvaluationModels(unseen ? held ? FoldChoice.TuningPart : FoldChoice.FoldOfSite : FoldChoice.Shipped);
            var scores = await DecidedAsync(await ScoreAsync(chosen, models, cancellationToken), models, cancellationToken);
            if (parsed.GetValue(metrics) is { } metricsFile)
            {
                var command = $"trendgrains evaluate extract --gold {Path.GetFileName(parsed.GetRequiredValue(gold))} --part {parsed.GetRequiredValue(part)}{(unseen ? " --cross-validated" : "")} --metrics {Path.GetFileName(metricsFile)}";
                await ReadingMetrics.WriteAsync(metricsFile, command, models.Seen, scores, cancellationToken);
            }

            await Console.Error.WriteLineAsync($"trendgrains: {models.Seen}");
            if (parsed.GetValue(pages) is { } file)
            {
                await WritePagesAsync(file, scores);
            }

            await PrintAsync(scores, parsed.GetValue(json));
            return parsed.GetValue(against) is not { } rival || await RivalTable.WriteAsync(rival, scores, WarmUp, parsed.GetValue(json), cancellationToken) ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>One page after another on one core, after a warm-up.</summary>
    private static async Task<List<ReadingScore>> ScoreAsync(List<WcxbPage> pages, EvaluationModels models, CancellationToken cancellationToken)
    {
        var scores = new List<ReadingScore>(pages.Count);
        await WorkProgress.RunAsync("read", report =>
        {
            foreach (var page in pages.Take(WarmUp))
            {
                Read(models.Of(page), page);
            }

            foreach (var page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (started, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
                var read = Read(models.Of(page), page);
                var milliseconds = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
                scores.Add(new ReadingScore(page, read, milliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds));
                report(scores.Count, pages.Count, $"{scores.Count} of {pages.Count} pages");
            }

            return Task.CompletedTask;
        });
        return scores;
    }

    /// <summary>Article or not is another model's question; it is asked after the reading was timed.</summary>
    private static async Task<List<ReadingScore>> DecidedAsync(List<ReadingScore> scores, EvaluationModels models, CancellationToken cancellationToken)
    {
        var (decisions, _) = await DecisionTrials.DecideAsync(
            DecisionTasks.Article, [.. scores.Select(s => (models.PartOf(s.Page), DecisionTasks.Asks(DecisionTasks.Article, s.Read) ? s.Read.Signals : null))], cancellationToken);
        return [.. scores.Zip(decisions, (score, decision) => decision is null ? score : score with { Read = Decided.With(score.Read, decision) })];
    }

    private static ReadPage Read(PageModels models, WcxbPage page) => new PageReader(models).Read(new RawPage(page.Url, "text/html", null, page.Body, null));

    private static async Task WritePagesAsync(string file, List<ReadingScore> scores)
    {
        await using var lines = new OutputFile(file);
        foreach (var score in scores)
        {
            await lines.WriteAsync(new
            {
                score.Page.Id,
                score.Page.Url,
                score.Page.Kind,
                score.Read.PageKind,
                score.Read.IsArticle,
                F1 = Math.Round(score.Words.F1, 4),
                Precision = Math.Round(score.Words.Precision, 4),
                Recall = Math.Round(score.Words.Recall, 4),
                score.With,
                score.Without,
                Ms = Math.Round(score.Milliseconds, 2),
                CpuMs = Math.Round(score.CpuMilliseconds, 2),
            });
        }
    }

    private static async Task PrintAsync(List<ReadingScore> scores, bool json)
    {
        ReadingLine[] rows =
        [
            ReadingLine.Of("all", scores),
            .. scores.GroupBy(s => s.Page.Kind).OrderByDescending(g => g.Count()).Select(g => ReadingLine.Of(g.Key, [.. g])),
        ];
        var (kindF1, articleF1) = (ReadingLine.KindF1(scores), ReadingLine.ArticleF1(scores));
        if (json)
        {
            await using var output = new OutputFile(null);
            foreach (var row in rows)
            {
                await output.WriteAsync(row);
            }

            await output.WriteAsync(new { PageKindMacroF1 = kindF1, ArticleF1 = articleF1 });
            return;
        }

        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? TableWidth : AnsiConsole.Profile.Width;
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("pages", "", "F1", "precision", "recall", "wanted", "unwanted", "kind", "median ms", "p95", "slowest", "median CPU", "p95");
        foreach (var row in rows)
        {
            table.AddRow(
                $"{row.Part}", $"{row.Pages:N0}", $"{row.F1:F4}", $"{row.Precision:F4}", $"{row.Recall:F4}", $"{row.With:F3}", $"{row.Without:F3}",
                $"{row.KindAccuracy:F3}", $"{row.MedianMs:F1}", $"{row.P95Ms:F1}", $"{row.SlowestMs:F0}", $"{row.MedianCpuMs:F1}", $"{row.P95CpuMs:F1}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"page kind, macro F1 {kindF1:F4}; article or not, F1 {articleF1:F4}");
    }
}
