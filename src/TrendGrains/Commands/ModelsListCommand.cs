using System.CommandLine;
using Spectre.Console;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>models list</c>: every model and version there is, what it is for and whether it can be used.</summary>
internal static class ModelsListCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("list", "List models and their versions; fails when one cannot be used.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var models = new ListedModels();
            var lines = models.All.Select(entry => ModelLine.Of(entry, models.RoleOf(entry))).ToArray();
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                foreach (var line in lines)
                {
                    await output.WriteAsync(line);
                }
            }
            else
            {
                Print(lines);
            }

            return lines.Any(l => l.Problem is not null) ? CommandLine.Failed : CommandLine.Done;
        });
        return command;
    }

    private static void Print(ModelLine[] lines)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["name", "version", "task", "role", "from", "size", "answers"])
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        table.AddColumn("licence").AddColumn("state");
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 4096 : AnsiConsole.Profile.Width;
        foreach (var line in lines)
        {
            table.AddRow([.. new[] { line.Name, line.Version, line.Task, line.Role, line.Origin, line.Size, line.Answers, line.License, line.Problem ?? "available" }.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{lines.Length} version{(lines.Length == 1 ? "" : "s")} of {lines.Select(l => l.Name).Distinct().Count()} models");
    }
}
