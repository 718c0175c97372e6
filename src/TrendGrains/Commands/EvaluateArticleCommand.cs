using System.CommandLine;
using Spectre.Console;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Commands;

/// <summary><c>evaluate article</c>: how well articles are told from all other pages of WCXB. Needs no database.</summary>
internal static class EvaluateArticleCommand
{
    public static Command Create()
    {
        var options = new WcxbOptions();
        var command = new Command("article", "F1 and calibration of article or not.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await options.ReadAsync(parsed, cancellationToken) is not { } pages)
            {
                return CommandLine.Failed;
            }

            using var models = options.Models(parsed);
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

            var metrics = BinaryMetrics.Of("article", "article", options.Describe(parsed, models), trials, milliseconds);
            if (parsed.GetValue(options.Metrics) is { } path)
            {
                await MetricsFile.WriteAsync(path, metrics, cancellationToken);
            }

            AnsiConsole.WriteLine(metrics.Sentence);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<(List<BinaryTrial> Trials, double MillisecondsEach)> TryAsync(
        List<(WcxbPage Page, KindTrial Trial)> kinds, EvaluationModels models, CancellationToken cancellationToken)
    {
        var entry = ModelCatalog.Load(ModelsFolder.Find()).FirstOrDefault(m => m.Task == DecisionTasks.Article)
            ?? throw new ModelCatalogException("The catalog lists no model for the task 'article'.");
        var trials = new BinaryTrial[kinds.Count];
        var spent = TimeSpan.Zero;
        foreach (var part in kinds.Select((k, i) => (k.Page, k.Trial, Place: i)).GroupBy(k => models.PartOf(k.Page)))
        {
            using var model = FeatureModel.Open(entry, file: part.Key is null ? null : $"{part.Key}.onnx");
            var decider = new PageDecider(entry, (rows, _) => Task.FromResult(new ScoreResult(entry.Name, entry.Version, [.. entry.Labels], model.Score(rows))));
            var some = part.ToList();
            var began = TimeProvider.System.GetTimestamp();
            var decisions = await decider.DecideAsync([.. some.Select(s => s.Trial.Signals)], cancellationToken);
            spent += TimeProvider.System.GetElapsedTime(began);
            for (var i = 0; i < some.Count; i++)
            {
                var page = some[i].Page;
                trials[some[i].Place] = new BinaryTrial(page.Kind, page.Site, page.Kind == PageKinds.Article, decisions[i]!.Label == "article", decisions[i]!.Scores[1]);
            }
        }

        return ([.. trials], spent.TotalMilliseconds / kinds.Count);
    }
}
