using System.CommandLine;
using Spectre.Console;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Commands;

/// <summary><c>evaluate advert</c>: how well adverts are told from what editors print. Needs no database.</summary>
internal static class EvaluateAdvertCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "JSON Lines of {id, title?, text?, url?, language?, label: advert|editorial, source?}.", Required = true };
        var signals = new Option<string?>("--signals") { Description = "File for a line a text that training learns from." };
        var items = new Option<string?>("--items") { Description = "File for a line a text: {id, label, said, score, why}." };
        var metrics = new Option<string?>("--metrics") { Description = "File for the figures as JSON: the model's metrics.json." };
        var json = new Option<bool>("--json") { Description = "With --model: the comparison as one JSON object." };
        var command = new Command("advert", "Precision, recall and calibration of adverts.") { gold, signals, items, metrics, json };
        var compare = new ModelComparison();
        compare.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<AdvertText> texts;
            try
            {
                texts = await AdvertCorpus.ReadAsync(parsed.GetRequiredValue(gold), cancellationToken);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
                return CommandLine.Failed;
            }

            var pages = texts.ConvertAll(t => BareText.Read(t.Title, t.Text, t.Url, t.Language));
            if (parsed.GetValue(signals) is { } file)
            {
                await using var lines = new OutputFile(file);
                for (var i = 0; i < texts.Count; i++)
                {
                    await lines.WriteAsync(new { texts[i].Id, texts[i].IsAdvert, texts[i].Language, Signals = SignalLine.Named(pages[i].Signals!) });
                }

                return CommandLine.Done;
            }

            if (compare.Asked(parsed))
            {
                var rows = texts.ConvertAll(t => new LabelledText(t.Id, t.Title is null ? t.Text! : $"{t.Title}\n{t.Text}".TrimEnd(), t.IsAdvert ? "advert" : "editorial"));
                var asked = texts.Select((t, i) => (t.Id, pages[i].Signals)).ToDictionary(p => p.Id, p => p.Signals);
                return await compare.RunAsync(parsed, rows, parsed.GetValue(json), cancellationToken, signals: entry => DecisionTrials.Compared(entry, _ => null, row => asked[row.Id]));
            }

            var (decisions, milliseconds) = await DecisionTrials.DecideAsync(DecisionTasks.Advert, [.. pages.Select(p => ((string?)null, p.Signals))], cancellationToken);
            if (parsed.GetValue(items) is { } list)
            {
                await using var lines = new OutputFile(list);
                for (var i = 0; i < texts.Count; i++)
                {
                    await lines.WriteAsync(new { texts[i].Id, Label = texts[i].IsAdvert ? "advert" : "editorial", Said = decisions[i]!.Label, Score = decisions[i]!.Scores[1], decisions[i]!.Why });
                }
            }

            var measured = BinaryMetrics.Of(
                "advert", "advert", Path.GetFileName(parsed.GetRequiredValue(gold)),
                [.. texts.Select((t, i) => new BinaryTrial(t.Language ?? pages[i].Language, t.Id, t.IsAdvert, decisions[i]!.Label == "advert", decisions[i]!.Scores[1]))],
                ModelRecord.Of(
                    DecisionTrials.Entry(DecisionTasks.Advert), new TrainingSet(Path.GetFileName(parsed.GetRequiredValue(gold)), "own", texts.Count),
                    "written apart from what is learned from; never learned from", "the middle 95 % over resampled texts", milliseconds));
            if (parsed.GetValue(metrics) is { } path)
            {
                await MetricsFile.WriteAsync(path, measured, cancellationToken);
            }

            AnsiConsole.WriteLine(measured.Sentence);
            return CommandLine.Done;
        });
        return command;
    }
}
