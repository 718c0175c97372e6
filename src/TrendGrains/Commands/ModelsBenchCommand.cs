using System.CommandLine;
using Spectre.Console;
using TrendGrains.Inference.Adding;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>models bench</c>: milliseconds a text at batches of 1, 8 and 64, on this machine as it is.</summary>
internal static class ModelsBenchCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = "Names, or name@version; all that need no network when absent.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("bench", "Measure how fast models are here; external ones by evaluate --model.") { names, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var models = new ListedModels();
            var (speeds, failed) = (new List<ModelSpeed>(), 0);
            foreach (var entry in models.Named(parsed.GetValue(names) ?? []).Where(m => !m.IsExternal))
            {
                try
                {
                    speeds.AddRange(await ModelBench.OfAsync(entry, models.CatalogFolderOf(entry), models.Settings, TimeProvider.System, cancellationToken));
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    failed++;
                    await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
                }
            }

            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                foreach (var speed in speeds)
                {
                    await output.WriteAsync(speed);
                }
            }
            else
            {
                Print(speeds);
            }

            return failed == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static void Print(List<ModelSpeed> speeds)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("name", "version", "batch", "ms a text", "texts a second");
        foreach (var speed in speeds)
        {
            table.AddRow(Markup.Escape(speed.Model), Markup.Escape(speed.Version), $"{speed.Batch}", $"{speed.MillisecondsAText:F3}", $"{speed.TextsASecond:N0}");
        }

        AnsiConsole.Write(table);
    }
}
