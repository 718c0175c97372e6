using System.CommandLine;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading.Keywords;

namespace TrendGrains.Commands;

/// <summary><c>keywords</c>: what each text is about. Needs no database.</summary>
internal static class KeywordsCommand
{
    public static Command Create()
    {
        var batch = new Option<string>("--batch") { Description = "JSON Lines of {id, title?, text}; '-' is standard input.", DefaultValueFactory = _ => InputFile.Standard };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var most = new Option<int>("--most") { Description = "Keyphrases a text, 1-100.", DefaultValueFactory = _ => Keyphrases.Usual };
        most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100)
            {
                result.AddError("--most takes 1 to 100.");
            }
        });
        var command = new Command("keywords", "Keyphrases of texts: {id, title?, text} in, {id, keywords: [{term, weight}]} out.") { batch, output, most };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetRequiredValue(batch);
            await using var input = InputFile.Open(file);
            await using var lines = new OutputFile(parsed.GetValue(output));
            var wrong = 0;
            await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
            {
                if (KeywordsQuestion.TryParse(line, out var question, out var problem))
                {
                    await lines.WriteAsync(new { question.Id, Keywords = Keyphrases.Of(question.Title, question.Text, question.Language, parsed.GetValue(most)) });
                }
                else
                {
                    wrong++;
                    await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
                }
            }

            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }
}
