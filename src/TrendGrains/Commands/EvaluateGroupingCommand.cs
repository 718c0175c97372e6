using System.CommandLine;
using Spectre.Console;
using TrendGrains.Grouping;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Trends.Evaluation;

namespace TrendGrains.Commands;

/// <summary><c>evaluate grouping</c>: how well items were grouped. Needs no database.</summary>
internal static class EvaluateGroupingCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "JSON Lines of {id, story}; an item whose story is null is a cluster of its own.", Required = true };
        var predicted = new Option<string?>("--predicted") { Description = "What cluster wrote: {id, trend}. Without it the gold file holds the items' texts too and is grouped first." };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object." };
        var command = new Command("grouping", "BCubed precision, recall and F1, adjusted mutual information, cluster counts.") { gold, predicted, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var labels = new GroupingLabels();
            var wrong = parsed.GetValue(predicted) is { } file
                ? await CompareAsync(parsed.GetRequiredValue(gold), file, labels, cancellationToken)
                : await GroupAsync(parsed.GetRequiredValue(gold), labels, cancellationToken);
            if (labels.Count == 0)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {parsed.GetRequiredValue(gold)} holds no item to compare.");
                return CommandLine.Failed;
            }

            var score = GroupingScore.Of(labels.Gold, labels.Predicted);
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                await output.WriteAsync(GroupingLine.Of(score));
            }
            else
            {
                Print(GroupingLine.Of(score));
            }

            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task<int> GroupAsync(string gold, GroupingLabels labels, CancellationToken cancellationToken)
    {
        await using var run = new GroupingRun();
        var (keys, repeated) = (new HashSet<Guid>(), 0);
        await WorkProgress.RunAsync("group", async report =>
        {
            await foreach (var story in run.GroupAsync(gold, cancellationToken))
            {
                if (!keys.Add(story.Key))
                {
                    repeated++;
                    await Console.Error.WriteLineAsync($"{gold}:{story.Line.Number}: {Repeated(story.Line.Id.ToString())}");
                    continue;
                }

                labels.Add(story.Line.Story, story.Assignment.Trend.ToString());
                if (labels.Count % StoryGrouping.BatchSize == 0)
                {
                    report(labels.Count, 0, $"{labels.Count:N0} items");
                }
            }
        });
        return run.Wrong + repeated;
    }

    /// <summary>Returns how many lines were wrong; an item that was not predicted counts as a cluster of its own, and is counted aloud.</summary>
    private static async Task<int> CompareAsync(string gold, string predicted, GroupingLabels labels, CancellationToken cancellationToken)
    {
        var found = new PredictedGrouping();
        var wrong = await ReadAsync(predicted, (InputLine line, out string? problem) =>
        {
            if (AssignmentLine.TryParse(line, out var assignment, out problem))
            {
                found.Add(assignment);
            }
        }, cancellationToken);
        var (ids, missing) = (new HashSet<string>(), 0);
        wrong += await ReadAsync(gold, (InputLine line, out string? problem) =>
        {
            if (!StoryLine.TryParse(line, out var story, out problem))
            {
                return;
            }

            if (story.Id?.ToString() is not { } id)
            {
                problem = "no \"id\"";
            }
            else if (!ids.Add(id))
            {
                problem = Repeated(id);
            }
            else
            {
                var trend = found.TrendOf(id);
                missing += trend is null ? 1 : 0;
                labels.Add(story.Story, trend);
            }
        }, cancellationToken);
        if (missing > 0)
        {
            await Console.Error.WriteLineAsync($"{predicted}: {missing} of {labels.Count} gold items have no trend; each counts as a cluster of its own");
        }

        return wrong;
    }

    private delegate void LineReader(InputLine line, out string? problem);

    private static async Task<int> ReadAsync(string file, LineReader read, CancellationToken cancellationToken)
    {
        var wrong = 0;
        await using var input = InputFile.Open(file);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            read(line, out var problem);
            if (problem is not null)
            {
                wrong++;
                await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
            }
        }

        return wrong;
    }

    private static string Repeated(string? id) => $"the id '{id}' stands on an earlier line";

    private static void Print(GroupingLine figures)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("items", "gold clusters", "predicted", "precision", "recall", "F1", "AMI")
            .AddRow(
                $"{figures.Items:N0}", $"{figures.GoldClusters:N0}", $"{figures.PredictedClusters:N0}",
                $"{figures.Precision:F4}", $"{figures.Recall:F4}", $"{figures.F1:F4}", $"{figures.Ami:F4}");
        AnsiConsole.Write(table);
    }
}
