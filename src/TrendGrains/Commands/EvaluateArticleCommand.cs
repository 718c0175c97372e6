using System.CommandLine;
using Spectre.Console;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Commands;

/// <summary><c>evaluate article</c>: how well articles are told from all other pages of WCXB. Needs no database.</summary>
internal static class EvaluateArticleCommand
{
    public static Command Create()
    {
        var options = new WcxbOptions();
        var command = new Command("article", "F1 and calibration of article or not.");
        options.AddTo(command);
        var compare = new ModelComparison();
        compare.AddTo(command);
        var json = new Option<bool>("--json") { Description = "With --model: the comparison as one JSON object." };
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await options.ReadAsync(parsed, cancellationToken) is not { } pages)
            {
                return CommandLine.Failed;
            }

            using var models = options.Models(parsed);
            if (compare.Asked(parsed))
            {
                return await compare.RunAsync(
                    parsed, PageTexts.Read(pages, models, cancellationToken), parsed.GetValue(json), cancellationToken, signals: entry => PageTexts.Small(entry, pages, models));
            }

            var kinds = await EvaluatePageKindCommand.TryAsync(pages, models, cancellationToken);
            var (trials, milliseconds) = await TryAsync(kinds, models, cancellationToken);
            if (parsed.GetValue(options.Pages) is { } list)
            {
                await using var lines = new OutputFile(list);
                foreach (var ((page, _), trial) in kinds.Zip(trials))
                {
                    await lines.WriteAsync(new { page.Id, page.Url, page.Kind, IsArticle = trial.Said, ArticleScore = trial.Probability });
                }
            }

            var metrics = BinaryMetrics.Of("article", "article", options.Describe(parsed, models), trials, ModelRecord.OfPages(DecisionTrials.Entry(DecisionTasks.Article), trials.Count, milliseconds));
            if (parsed.GetValue(options.Metrics) is { } path)
            {
                await MetricsFile.WriteAsync(path, metrics, cancellationToken);
            }

            AnsiConsole.WriteLine(metrics.Sentence);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<(List<BinaryTrial> Trials, double[] Milliseconds)> TryAsync(
        List<(WcxbPage Page, KindTrial Trial)> kinds, EvaluationModels models, CancellationToken cancellationToken)
    {
        var (decisions, milliseconds) = await DecisionTrials.DecideAsync(DecisionTasks.Article, [.. kinds.Select(k => (models.PartOf(k.Page), (PageSignals?)k.Trial.Signals))], cancellationToken);
        var trials = kinds.Zip(decisions, (kind, decision) => new BinaryTrial(
            kind.Page.Kind, kind.Page.Site, kind.Page.Kind == PageKinds.Article, decision!.Label == "article", decision.Scores[1])).ToList();
        return (trials, milliseconds);
    }
}
