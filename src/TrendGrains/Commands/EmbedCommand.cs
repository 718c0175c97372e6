using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Hosting;
using TrendGrains.Inference;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>embed</c>: texts to vectors, in batches. Needs no database.</summary>
internal static class EmbedCommand
{
    private const int BatchSize = 256;

    public static Command Create()
    {
        var batch = new Option<string>("--batch") { Description = "JSON Lines of {id, text}; '-' is standard input.", DefaultValueFactory = _ => InputFile.Standard };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var model = new Option<string>("--model") { Description = "Model name in models/catalog.json.", DefaultValueFactory = _ => Grains.Ingest.EmbeddingSpace.Model };
        var command = new Command("embed", "Turn texts into vectors: {id, text} in, {id, vector} out.") { batch, output, model };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddModels().BuildServiceProvider();
            var workers = services.GetRequiredService<ModelWorkers>();
            await using var input = InputFile.Open(parsed.GetRequiredValue(batch));
            await using var lines = new OutputFile(parsed.GetValue(output));
            var waiting = new List<(JsonElement? Id, string Text)>(BatchSize);
            var wrong = 0;
            await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
            {
                if (!TextLine.TryParse(line, out var text, out var problem))
                {
                    wrong++;
                    await Console.Error.WriteLineAsync($"{parsed.GetRequiredValue(batch)}:{line.Number}: {problem}");
                    continue;
                }

                waiting.Add((text.Id, text.Text));
                if (waiting.Count == BatchSize)
                {
                    await FlushAsync(workers, parsed.GetRequiredValue(model), waiting, lines, cancellationToken);
                }
            }

            await FlushAsync(workers, parsed.GetRequiredValue(model), waiting, lines, cancellationToken);
            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task FlushAsync(
        ModelWorkers workers, string model, List<(JsonElement? Id, string Text)> waiting, OutputFile lines, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var result = await workers.EmbedAsync(model, [.. waiting.Select(w => w.Text)], cancellationToken);
        var vectors = result.All();
        for (var i = 0; i < waiting.Count; i++)
        {
            await lines.WriteAsync(new { id = waiting[i].Id, vector = vectors[i] });
        }

        waiting.Clear();
    }
}
