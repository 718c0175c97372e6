using System.CommandLine;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>robots</c>: whether a robots.txt lets an agent fetch a URL, and by which line (RFC 9309). Needs no database.</summary>
internal static class RobotsCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "A robots.txt; '-' is standard input.", Arity = ArgumentArity.ZeroOrOne };
        var url = new Argument<string?>("url") { Description = "The URL, or its path and query.", Arity = ArgumentArity.ZeroOrOne };
        var agent = new Option<string?>("--agent") { Description = "Product token of the crawler; this crawler's own when absent." };
        var batch = new Option<string?>("--batch") { Description = "JSON Lines of {robots, agent, url}; '-' is standard input." };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var command = new Command("robots", "Say whether a robots.txt allows a URL: {allowed, rule}.") { file, url, agent, batch, output };
        command.Validators.Add(result =>
        {
            var one = result.GetValue(file) is not null && result.GetValue(url) is not null;
            var any = result.GetValue(file) is not null || result.GetValue(url) is not null;
            if (result.GetValue(batch) is null ? !one : any)
            {
                result.AddError("robots takes FILE and URL, or --batch FILE.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(batch) is { } lines)
            {
                return await AnswerAsync(lines, parsed.GetValue(agent), parsed.GetValue(output), cancellationToken);
            }

            var robots = await InputFile.ReadAsync(parsed.GetValue(file)!, cancellationToken);
            await using var written = new OutputFile(parsed.GetValue(output));
            await written.WriteAsync(RobotsLine.Of(null, robots, parsed.GetValue(agent), parsed.GetValue(url)!));
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<int> AnswerAsync(string file, string? agent, string? output, CancellationToken cancellationToken)
    {
        await using var input = InputFile.Open(file);
        await using var lines = new OutputFile(output);
        var wrong = 0;
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            if (RobotsQuestion.TryParse(line, out var question, out var problem))
            {
                await lines.WriteAsync(RobotsLine.Of(question.Id, question.Robots, question.Agent ?? agent, question.Url));
            }
            else
            {
                wrong++;
                await Console.Error.WriteLineAsync($"{file}:{line.Number}: {problem}");
            }
        }

        return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
