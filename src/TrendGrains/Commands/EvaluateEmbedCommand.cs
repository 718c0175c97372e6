using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation.Meaning;
using TrendGrains.Meaning;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>evaluate embed</c>: how well vectors follow meaning, within a language and across two. Needs no database.</summary>
internal static class EvaluateEmbedCommand
{
    private const string Before = "text-embedding";
    private const int ExamplesASet = 5;

    public static Command Create()
    {
        var gold = new Option<string[]>("--gold") { Description = "JSON Lines of {sentence1, sentence2, score}, or of {ko, en}; .gz too; may be repeated." };
        var data = new Option<string?>("--data") { Description = "The folder of the open sets: their held-out parts are measured, and stories of ECB+." };
        var parallel = new Option<string?>("--parallel") { Description = "The folder that models/train/parallel_texts.py wrote, for more held-out translations." };
        var model = new Option<string>("--model") { Description = "Model name in models/catalog.json.", DefaultValueFactory = _ => EmbedCard.Model };
        var card = new Option<bool>("--write-card") { Description = "Also write metrics.json and card.md into models/embed; needs --data." };
        var json = new Option<bool>("--json") { Description = "The figures as JSON Lines." };
        var command = new Command("embed", "Spearman correlation, retrieval of translations and of stories, milliseconds.") { gold, data, parallel, model, card, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(data) is null && (parsed.GetValue(gold) is not { Length: > 0 } || parsed.GetValue(card)))
            {
                await Console.Error.WriteLineAsync("trendgrains: nothing to measure: name --data or --gold; --write-card needs --data.");
                return CommandLine.Failed;
            }

            var (sets, stories, wrong) = (new List<MeaningSet>(), (StorySet?)null, 0);
            try
            {
                if (parsed.GetValue(data) is { } folder)
                {
                    sets.AddRange(await HeldOutSets.ReadAsync(folder, parsed.GetValue(parallel), cancellationToken));
                    stories = await HeldOutSets.StoriesAsync(folder, cancellationToken);
                }

                foreach (var file in parsed.GetValue(gold) ?? [])
                {
                    var (set, problems) = await MeaningGold.ReadAsync(file, cancellationToken);
                    problems.ForEach(Console.Error.WriteLine);
                    wrong += problems.Count + (set.Left.Count == 0 ? 1 : 0);
                    if (set.Left.Count > 0)
                    {
                        sets.Add(set);
                    }
                }
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
                return CommandLine.Failed;
            }

            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInference().BuildServiceProvider();
            var workers = services.GetRequiredService<ModelWorkers>();
            var trials = new MeaningTrials(workers, parsed.GetRequiredValue(model));
            var figures = await trials.MeasureAsync(sets, stories, cancellationToken);
            if (parsed.GetValue(card))
            {
                var before = await new MeaningTrials(workers, Before).MeasureAsync(sets, stories, cancellationToken);
                // Examples of sets whose texts may be shown: STS-B's English keeps the terms of its sources.
                var mistakes = new List<MeaningMistake>();
                foreach (var set in sets.Where(s => s.Name is "KorSTS" or "SIB-200"))
                {
                    mistakes.AddRange(await trials.MistakesAsync(set, ExamplesASet, cancellationToken));
                }

                var entry = ModelCatalog.Load(ModelsFolder.Find()).First(m => m.Name == EmbedCard.Model);
                await EmbedCard.WriteAsync(entry, figures, before, mistakes, await trials.TimeAsync(sets[0].Left, cancellationToken), cancellationToken);
            }

            await PrintAsync(figures, parsed.GetValue(json));
            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task PrintAsync(List<MeaningFigure> figures, bool json)
    {
        if (json)
        {
            await using var output = new OutputFile(null);
            foreach (var figure in figures)
            {
                await output.WriteAsync(figure);
            }

            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("set", "measure", "rows", "value", "95 % interval");
        foreach (var figure in figures)
        {
            table.AddRow(Markup.Escape(figure.Set), figure.Measure, $"{figure.Rows:N0}", $"{figure.Value:F4}", $"{figure.Low:F4}-{figure.High:F4}");
        }

        AnsiConsole.Write(table);
    }
}
