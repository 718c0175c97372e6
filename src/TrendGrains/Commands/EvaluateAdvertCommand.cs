using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using TrendGrains.Inference;
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
        var command = new Command("advert", "Precision, recall and calibration of adverts.") { gold, signals, items, metrics };
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

            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInference().BuildServiceProvider();
            var decider = ServedDeciders.Of(services.GetRequiredService<ModelWorkers>(), DecisionTasks.Advert);
            var began = TimeProvider.System.GetTimestamp();
            var decisions = await decider.DecideAsync([.. pages.Select(p => p.Signals)], cancellationToken);
            var milliseconds = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / texts.Count;
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
                [.. texts.Select((t, i) => new BinaryTrial(t.Language ?? pages[i].Language, t.Id, t.IsAdvert, decisions[i]!.Label == "advert", decisions[i]!.Scores[1]))], milliseconds);
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
