using System.CommandLine;
using Spectre.Console;
using TrendGrains.Classifying;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Classifying;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.TextModels;

namespace TrendGrains.Commands;

/// <summary><c>evaluate severity</c>: whether grave texts rank above mild ones, beside the lexicon alone. Needs no database.</summary>
internal static class EvaluateSeverityCommand
{
    public static Command Create()
    {
        var gold = new Option<string?>("--gold") { Description = "JSON Lines of {text, title?, label: mild|grave, language?}; .gz too. models/severity/labelled.jsonl when absent." };
        var card = new Option<bool>("--write-card") { Description = "Without --gold: also write metrics.json, card.md and the picture into models/severity." };
        var items = new Option<string?>("--items") { Description = "File for a line a text: {id, label, value, words}." };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object." };
        var command = new Command("severity", "Area under ROC, calibration, confusion and milliseconds, by language, beside the lexicon alone.") { gold, card, items, json };
        var compare = new ModelComparison();
        compare.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(card) && result.GetValue(gold) is not null)
            {
                result.AddError("--write-card goes without --gold: the card tells of models/severity/labelled.jsonl.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Path.Combine(ModelsFolder.Find(), SeverityTask.Model);
            var file = parsed.GetValue(gold) ?? Path.Combine(folder, "labelled.jsonl");
            var (rows, wrong) = await ReadAsync(file, cancellationToken);
            if (!rows.Exists(r => r.IsGrave) || rows.TrueForAll(r => r.IsGrave))
            {
                await Console.Error.WriteLineAsync($"trendgrains: {file} holds no text of one of the labels.");
                return CommandLine.Failed;
            }

            if (compare.Asked(parsed))
            {
                return await compare.RunAsync(parsed, rows.ConvertAll(r => new LabelledText(r.Id, r.Text, r.IsGrave ? "grave" : "mild")), parsed.GetValue(json), cancellationToken);
            }

            var entry = ModelCatalog.Load(ModelsFolder.Find()).FirstOrDefault(m => m.Name == SeverityTask.Model)
                ?? throw new ModelCatalogException($"The catalog lists no model '{SeverityTask.Model}'.");
            using var model = TextClassifier.Open(entry);
            var lexicon = Path.Combine(folder, "lexicon.tsv") is var path && File.Exists(path) ? WordLexicon.Read(path) : null;
            var sources = rows.Where(r => r.Source is not null).GroupBy(r => (r.Source, r.License)).Select(g => $"{g.Key.License} ({g.Key.Source}, {g.Count()})");
            var metrics = SeverityMetrics.Of(
                rows, model, lexicon, new TrainingSet(Path.GetFileName(file), sources.Any() ? string.Join("; ", sources) : "unknown", rows.Count),
                parsed.GetValue(gold) is null ? "neither the rows nor headlines that share four words running with them were learned from; the lexicon, whose labels were, was written after they had been read" : "the user's own rows");
            if (parsed.GetValue(items) is { } list)
            {
                await WriteItemsAsync(list, rows, model);
            }

            if (parsed.GetValue(card))
            {
                await SeverityCard.WriteAsync(folder, entry, metrics, await Baseline.ReadAsync(folder, cancellationToken), cancellationToken);
            }

            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                await output.WriteAsync(metrics);
            }
            else
            {
                AnsiConsole.WriteLine(metrics.Sentence);
            }

            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task WriteItemsAsync(string path, List<SeverityGold> rows, TextClassifier model)
    {
        await using var lines = new OutputFile(path);
        foreach (var row in rows)
        {
            var words = WeightyWords.Of(row.Text);
            var scores = model.Score(words.Texts);
            await lines.WriteAsync(new { row.Id, row.Text, Label = row.IsGrave ? "grave" : "mild", Value = Math.Round(scores[0][1], 4), Words = words.Weigh(scores, 1) });
        }
    }

    private static async Task<(List<SeverityGold> Rows, int Wrong)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var (rows, wrong) = (new List<SeverityGold>(), 0);
        await using var input = InputFile.Open(file);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            if (SeverityGold.TryParse(line, out var row, out var problem))
            {
                rows.Add(row);
            }
            else
            {
                wrong++;
                await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
            }
        }

        return (rows, wrong);
    }
}
