using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Classifying;
using TrendGrains.Hosting;
using TrendGrains.Inference;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;

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
        var why = new Option<bool>("--why") { Description = "Also the words that weighed most, where the task knows them: {words: [{word, weight}]}. Slower: every word is left out once." };
        var command = new Command("classify", "Label texts: {id, title?, text?, language?, html?, url?} in, {id, label, score, scores, value?, why?, words?} out.") { task, batch, output, why };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddModels().AddSingleton(_ => PageModels.Load()).BuildServiceProvider();
            var found = ClassifyTasks.Find(parsed.GetRequiredValue(task))!;
            var asked = parsed.GetValue(why) && found.ExplainAsync is { } explain ? found with { AnswerAsync = explain } : found;
            var file = parsed.GetRequiredValue(batch);
            await using var input = InputFile.Open(file);
            await using var lines = new OutputFile(parsed.GetValue(output));
            var waiting = new List<(long Line, ClassifyQuestion Question)>(BatchSize);
            var wrong = 0;
            await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
            {
                if (!ClassifyQuestion.TryParse(line, out var question, out var problem))
                {
                    wrong++;
                    await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
                    continue;
                }

                waiting.Add((line.Number, question));
                if (waiting.Count == BatchSize)
                {
                    wrong += await FlushAsync(asked, services, file, waiting, lines, cancellationToken);
                }
            }

            wrong += await FlushAsync(asked, services, file, waiting, lines, cancellationToken);
            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>How many of the questions have no answer; why is on standard error.</summary>
    private static async Task<int> FlushAsync(
        ClassifyTask task, IServiceProvider services, string file, List<(long Line, ClassifyQuestion Question)> waiting, OutputFile lines, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
        {
            return 0;
        }

        var wrong = 0;
        var answers = await task.AnswerAsync(services, waiting.ConvertAll(w => w.Question), cancellationToken);
        foreach (var (answer, number) in answers.Zip(waiting, (answer, asked) => (answer, asked.Line)))
        {
            if (answer.Line is { } line)
            {
                await lines.WriteAsync(line);
            }
            else
            {
                wrong++;
                await Console.Error.WriteLineAsync($"{file}:{number}: {answer.Problem}");
            }
        }

        waiting.Clear();
        return wrong;
    }
}
