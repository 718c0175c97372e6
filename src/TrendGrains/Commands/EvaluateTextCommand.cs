using System.CommandLine;
using Spectre.Console;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Classifying;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.TextModels;

namespace TrendGrains.Commands;

/// <summary><c>evaluate topic</c> and <c>evaluate tone</c>: how well the model reads public sets, or any labelled file. Needs no database.</summary>
internal static class EvaluateTextCommand
{
    /// <summary>The model's file that never saw the parts kept apart.</summary>
    private const string TuningFile = "tuning.onnx";

    public static Command Create(string task)
    {
        var readings = LabelReadings.Of(task);
        var data = new Option<string?>("--data") { Description = "Folder of the public sets: each is measured, the model's own training sets on the rows kept apart, with the weights that never saw them." };
        var part = new Option<string>("--part") { Description = "With --data: held-out, the rows that training keeps apart; all is for the curious, with the shipped weights, which have seen them.", DefaultValueFactory = _ => "held-out" };
        part.AcceptOnlyFromAmong("held-out", "all");
        var gold = new Option<string?>("--gold") { Description = "Instead of --data: JSON Lines of {text, label} (.gz too), with the shipped weights." };
        var labels = new Option<string>("--labels") { Description = "Whose labels the gold file has; they are mapped onto the model's.", DefaultValueFactory = _ => readings[0].Name };
        labels.AcceptOnlyFromAmong([.. readings.Select(r => r.Name)]);
        var textField = new Option<string>("--text-field") { Description = "Field of the text.", DefaultValueFactory = _ => "text" };
        var labelField = new Option<string>("--label-field") { Description = "Field of the label.", DefaultValueFactory = _ => "label" };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object." };
        var items = new Option<string?>("--items") { Description = "File for a line a row: {set, id, truth, said, score, plain}." };
        var card = new Option<bool>("--write-card") { Description = $"With --data: also write metrics.json, confusion.svg and card.md into models/{task}." };
        var command = new Command(task, "Accuracy, macro-F1, intervals, calibration, confusion and milliseconds a text.") { data, part, gold, labels, textField, labelField, json, items, card };
        var compare = new ModelComparison();
        compare.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(data) is null == result.GetValue(gold) is null)
            {
                result.AddError("One of --data and --gold is needed.");
            }

            if (result.GetValue(card) && (result.GetValue(data) is null || result.GetValue(part) == "all"))
            {
                result.AddError("--write-card needs --data and the rows kept apart: a card tells of nothing else.");
            }

            if (result.GetValue(gold) is null && compare.Asked(result))
            {
                result.AddError("--model needs --gold.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (folder, heldOut) = (parsed.GetValue(data), parsed.GetRequiredValue(part) == "held-out");
            try
            {
                if (compare.Asked(parsed))
                {
                    var reading = readings.First(r => r.Name == parsed.GetRequiredValue(labels));
                    var rows = await LabelledTextFile.ReadAsync(parsed.GetValue(gold)!, parsed.GetRequiredValue(textField), parsed.GetRequiredValue(labelField), cancellationToken);
                    return await compare.RunAsync(
                        parsed,
                        rows.ConvertAll(r => r with { Label = reading.Gold.GetValueOrDefault(r.Label) ?? throw new InvalidDataException($"'{r.Label}' is none of the labels of {reading.Name}.") }),
                        parsed.GetValue(json), cancellationToken, result => reading.Among(result.Labels, result.Scores[0]!));
                }

                var entry = DecisionTrials.Entry(task);
                using var model = TextClassifier.Open(entry, file: folder is not null && heldOut ? TuningFile : null);
                var measured = folder is not null
                    ? await MeasureAsync(model, folder, PublicSet.Of(task), heldOut, cancellationToken)
                    : await MeasureAsync(model, parsed.GetValue(gold)!, readings.First(r => r.Name == parsed.GetRequiredValue(labels)), parsed.GetRequiredValue(textField), parsed.GetRequiredValue(labelField), cancellationToken);
                var metrics = new TextModelMetrics(
                    task, entry.Name, entry.Version, $"trendgrains evaluate {task} {(folder is null ? "--gold F" : $"--data ../shared/data{(heldOut ? " --write-card" : " --part all")}")}",
                    folder is not null && heldOut ? $"{TuningFile}, learned without the rows kept apart" : "model.onnx, as it ships", "the middle 95 % over 1,000 resamples of the rows",
                    new FileInfo(entry.OnnxPath).Length, entry.TrainedOn, [.. measured.Select(m => m.Figures)],
                    folder is not null && heldOut ? await Baseline.ReadAsync(entry.Folder, cancellationToken) : []);
                if (parsed.GetValue(card) && folder is not null)
                {
                    await TextModelCard.WriteAsync(entry.Folder, entry, metrics, measured, cancellationToken);
                }

                if (parsed.GetValue(items) is { } list)
                {
                    await using var lines = new OutputFile(list);
                    foreach (var (figures, trials) in measured.Select(m => (m.Figures, m.Trials)))
                    {
                        foreach (var trial in trials)
                        {
                            await lines.WriteAsync(new { figures.Set, trial.Row.Id, trial.Truth, trial.Said, Score = Math.Round(trial.Score, 4), trial.Plain });
                        }
                    }
                }

                if (parsed.GetValue(json))
                {
                    await using var output = new OutputFile(null);
                    await output.WriteAsync(metrics);
                }
                else
                {
                    foreach (var sentence in metrics.Sentences)
                    {
                        AnsiConsole.WriteLine(sentence);
                    }
                }

                return CommandLine.Done;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ModelCatalogException or ArgumentException)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
                return CommandLine.Failed;
            }
        });
        return command;
    }

    private static async Task<List<MeasuredSet>> MeasureAsync(TextClassifier model, string folder, IReadOnlyList<PublicSet> sets, bool heldOut, CancellationToken cancellationToken)
    {
        var measured = new List<MeasuredSet>(sets.Count);
        foreach (var set in sets)
        {
            var rows = await LabelledTextFile.ReadAsync(Path.Combine(folder, set.File), set.TextField, set.LabelField, cancellationToken);
            var chosen = heldOut ? rows.FindAll(r => set.HeldOut(r)) : rows;
            var trials = TextTrial.Run(model, set.Reading, chosen, TimeProvider.System, cancellationToken);
            measured.Add(new MeasuredSet(TextSetFigures.Of(set.Name, set.License, heldOut && chosen.Count < rows.Count ? "kept apart" : "all rows", set.Reading, trials), trials, set.IsOpen));
        }

        return measured;
    }

    private static async Task<List<MeasuredSet>> MeasureAsync(TextClassifier model, string file, LabelReading reading, string textField, string labelField, CancellationToken cancellationToken)
    {
        var rows = await LabelledTextFile.ReadAsync(file, textField, labelField, cancellationToken);
        var trials = TextTrial.Run(model, reading, rows, TimeProvider.System, cancellationToken);
        return [new MeasuredSet(TextSetFigures.Of(Path.GetFileName(file), "the user's own", "all rows", reading, trials), trials, false)];
    }
}
