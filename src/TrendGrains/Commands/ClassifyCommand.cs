using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Classifying;
using TrendGrains.Inference;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>classify</c>: a label for each text, by the task asked for. Needs no database.</summary>
internal static class ClassifyCommand
{
    private const int BatchSize = 256;

    public static Command Create()
    {
        var task = new Option<string>("--task") { Description = string.Join("; ", ClassifyTasks.All.Select(t => $"{t.Name}: {t.Says}")) + ".", Required = true };
        task.AcceptOnlyFromAmong([.. ClassifyTasks.All.Select(t => t.Name)]);
        var batch = new Option<string>("--batch") { Description = "JSON Lines of {id, title?, text?, language?, html?, url?}; '-' is standard input.", DefaultValueFactory = _ => InputFile.Standard };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var command = new Command("classify", "Label texts: {id, title?, text?, language?, html?, url?} in, {id, label, score, scores, why?} out.") { task, batch, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInference().BuildServiceProvider();
            var asked = ClassifyTasks.Find(parsed.GetRequiredValue(task))!;
            var file = parsed.GetRequiredValue(batch);
            await using var input = InputFile.Open(file);
            await using var lines = new OutputFile(parsed.GetValue(output));
            var waiting = new List<ClassifyQuestion>(BatchSize);
            var wrong = 0;
            await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
            {
                if (!ClassifyQuestion.TryParse(line, out var question, out var problem))
                {
                    wrong++;
                    await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
                    continue;
                }

                waiting.Add(question);
                if (waiting.Count == BatchSize)
                {
                    await FlushAsync(asked, services, waiting, lines, cancellationToken);
                }
            }

            await FlushAsync(asked, services, waiting, lines, cancellationToken);
            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task FlushAsync(
        ClassifyTask task, IServiceProvider services, List<ClassifyQuestion> waiting, OutputFile lines, CancellationToken cancellationToken)
    {
        if (waiting.Count > 0)
        {
            foreach (var line in await task.AnswerAsync(services, waiting, cancellationToken))
            {
                await lines.WriteAsync(line);
            }

            waiting.Clear();
        }
    }
}
