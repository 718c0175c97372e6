using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Inference;
using TrendGrains.Inference.Summaries;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>summarize</c>: the sentences that say most of each text. Needs no database.</summary>
internal static class SummarizeCommand
{
    private const int BatchSize = 32;

    public static Command Create()
    {
        var batch = new Option<string>("--batch") { Description = "JSON Lines of {id, text, title?}; '-' is standard input.", DefaultValueFactory = _ => InputFile.Standard };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var most = new Option<int?>("--most") { Description = "Sentences a summary, 1-10; one to three by the text's length when absent." };
        most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 10)
            {
                result.AddError("--most takes 1 to 10.");
            }
        });
        var command = new Command("summarize", "Sentences of texts, word for word: {id, text, title?} in, {id, sentences: [{text, start, end}]} out.") { batch, output, most };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInference().BuildServiceProvider();
            var summarizer = Summarizer.Of(services.GetRequiredService<ModelWorkers>());
            var file = parsed.GetRequiredValue(batch);
            await using var input = InputFile.Open(file);
            await using var lines = new OutputFile(parsed.GetValue(output));
            var waiting = new List<KeywordsQuestion>(BatchSize);
            var wrong = 0;
            await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
            {
                if (!KeywordsQuestion.TryParse(line, out var question, out var problem))
                {
                    wrong++;
                    await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
                    continue;
                }

                waiting.Add(question);
                if (waiting.Count == BatchSize)
                {
                    await FlushAsync(summarizer, waiting, parsed.GetValue(most), lines, cancellationToken);
                }
            }

            await FlushAsync(summarizer, waiting, parsed.GetValue(most), lines, cancellationToken);
            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task FlushAsync(Summarizer summarizer, List<KeywordsQuestion> waiting, int? most, OutputFile lines, CancellationToken cancellationToken)
    {
        var summaries = await summarizer.SummarizeAsync(waiting.ConvertAll(q => (q.Title, q.Text)), most, cancellationToken);
        foreach (var (question, sentences) in waiting.Zip(summaries))
        {
            await lines.WriteAsync(new { question.Id, Sentences = sentences });
        }

        waiting.Clear();
    }
}
