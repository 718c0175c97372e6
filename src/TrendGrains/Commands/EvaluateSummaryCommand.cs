using System.CommandLine;
using Spectre.Console;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Inference.Scoring;
using TrendGrains.Inference.Summaries;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>evaluate summary</c>: ROUGE-1 of summaries against written ones, beside the first sentences and the longest. Needs no database.</summary>
internal static class EvaluateSummaryCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "JSON Lines of {id?, title?, text, summary, group?}; .gz too.", Required = true };
        var signals = new Option<string?>("--signals") { Description = "File for a line a text that training learns from: {id, group, summary, sentences: [{text, row}]}." };
        var most = new Option<int>("--most") { Description = "Sentences of every summary.", DefaultValueFactory = _ => 3 };
        var name = new Option<string?>("--name") { Description = "What the gold file is called in the figures; its file name when absent." };
        var terms = new Option<string>("--terms") { Description = "Its licence, as the figures say it.", DefaultValueFactory = _ => "unknown" };
        var card = new Option<bool>("--write-card") { Description = "With --name \"BBC News Summary\" and its --terms: also write metrics.json, card.md and the picture into models/summary." };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object." };
        var command = new Command("summary", "ROUGE-1 against written summaries, beside the first sentences: intervals, milliseconds, examples.") { gold, signals, most, name, terms, card, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(card) && (result.GetValue(name) != SummaryCard.MeasuredOn || result.GetValue(terms) is null or "unknown"))
            {
                result.AddError($"--write-card is for --name \"{SummaryCard.MeasuredOn}\" with its --terms: the card tells of no other texts.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetRequiredValue(gold);
            var (texts, wrong) = await ReadAsync(file, cancellationToken);
            if (texts.Count == 0)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {file} holds no text with a summary.");
                return CommandLine.Failed;
            }

            if (parsed.GetValue(signals) is { } path)
            {
                await WriteSignalsAsync(texts, path);
                return CommandLine.Done;
            }

            var entry = ModelCatalog.Load(ModelsFolder.Find()).FirstOrDefault(m => m.Name == Summarizer.Model);
            Summarizer.Expect(entry);
            using var model = FeatureModel.Open(entry!);
            var measured = new TrainingSet(parsed.GetValue(name) ?? Path.GetFileName(file), parsed.GetRequiredValue(terms), texts.Count);
            var metrics = SummaryMetrics.Of(texts, parsed.GetValue(most), model, measured);
            if (parsed.GetValue(card))
            {
                await SummaryCard.WriteAsync(Path.Combine(ModelsFolder.Find(), Summarizer.Model), entry!, metrics, cancellationToken);
            }

            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                await output.WriteAsync(metrics);
            }
            else
            {
                Print(metrics);
            }

            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task<(List<SummaryGold> Texts, int Wrong)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var (texts, wrong) = (new List<SummaryGold>(), 0);
        await using var input = InputFile.Open(file);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            if (SummaryGold.TryParse(line, out var text, out var problem))
            {
                texts.Add(text);
            }
            else
            {
                wrong++;
                await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
            }
        }

        return (texts, wrong);
    }

    private static async Task WriteSignalsAsync(List<SummaryGold> texts, string path)
    {
        await using var lines = new OutputFile(path);
        foreach (var text in texts)
        {
            var draft = SummaryDraft.Of(text.Title, text.Text);
            await lines.WriteAsync(new { text.Id, text.Group, text.Summary, Features = SentenceFeatures.Names, Sentences = draft.All.Zip(draft.Rows, (sentence, row) => new { sentence.Text, Row = row }) });
        }
    }

    private static void Print(SummaryMetrics metrics)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("method", "ROUGE-1 F1", "95 % interval", "precision", "recall", "words");
        foreach (var method in metrics.Methods)
        {
            table.AddRow(method.Method, $"{method.F1:F4}", $"{method.Interval[0]:F4} to {method.Interval[1]:F4}", $"{method.Precision:F4}", $"{method.Recall:F4}", $"{method.Words:F1}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine(Markup.Escape(metrics.Sentence));
    }
}
