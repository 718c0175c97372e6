using System.CommandLine;
using Spectre.Console;
using TrendGrains.Inference.Catalog;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Commands;

/// <summary><c>evaluate language</c>: how well languages are told, of whole sentences and of beginnings as long as a headline. Needs no database.</summary>
internal static class EvaluateLanguageCommand
{
    private const string Folder = "language";

    public static Command Create()
    {
        var gold = new Option<string?>("--gold") { Description = "JSON Lines of {text, language}; .gz too. models/language/sentences.jsonl.gz when absent." };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object." };
        var card = new Option<bool>("--write-card") { Description = "Also write metrics.json and card.md into models/language." };
        var command = new Command("language", "Accuracy, F1, calibration and microseconds, by language and length.") { gold, json, card };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetValue(gold) ?? Path.Combine(ModelsFolder.Find(), Folder, "sentences.jsonl.gz");
            var (sentences, wrong) = await ReadAsync(file, cancellationToken);
            if (sentences.Count == 0)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {file} holds no sentence.");
                return CommandLine.Failed;
            }

            var lengths = new LanguageLengths(LanguageFigures.Of(sentences, s => s.Text), LanguageFigures.Of(sentences, s => s.Beginning()));
            if (parsed.GetValue(card))
            {
                await LanguageCard.WriteAsync(Path.Combine(ModelsFolder.Find(), Folder), lengths, cancellationToken);
            }

            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                await output.WriteAsync(lengths);
            }
            else
            {
                Print(lengths);
            }

            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task<(List<LabelledSentence> Sentences, int Wrong)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var (sentences, wrong) = (new List<LabelledSentence>(), 0);
        await using var input = InputFile.Open(file);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            if (LabelledSentenceLine.TryParse(line, out var sentence, out var problem))
            {
                sentences.Add(sentence);
            }
            else
            {
                wrong++;
                await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
            }
        }

        return (sentences, wrong);
    }

    private static void Print(LanguageLengths lengths)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("language", "texts", "right", "precision", "taken for", "headline right", "precision", "taken for");
        foreach (var (whole, headline) in lengths.Sentence.Languages.Zip(lengths.Headline.Languages))
        {
            table.AddRow(
                whole.Language, $"{whole.Texts}", $"{whole.Recall:F3}", $"{whole.Precision:F3}", whole.Mistaken ?? "",
                $"{headline.Recall:F3}", $"{headline.Precision:F3}", headline.Mistaken ?? "");
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine(Markup.Escape(Words("sentences", lengths.Sentence)));
        AnsiConsole.MarkupLine(Markup.Escape(Words("headlines", lengths.Headline)));
    }

    private static string Words(string name, LanguageFigures figures) =>
        $"{name}: {figures.Texts:N0}, {figures.Languages.Count} languages; right {figures.Accuracy:F4} ({figures.Low:F4}-{figures.High:F4}), "
        + $"macro F1 {figures.F1:F4}, und {figures.Unknown:F4}, calibration error {figures.CalibrationError:F4}, {figures.Microseconds:F1} microseconds each";
}
