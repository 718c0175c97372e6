using System.CommandLine;
using System.Text.Json;
using TrendGrains.Grouping;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>cluster</c>: items in the order of a stream to trends. Needs no database.</summary>
internal static class ClusterCommand
{
    public static Command Create()
    {
        var batch = new Option<string>("--batch") { Description = "JSON Lines of {id, time, title, text?, language?, url?, source?} in stream order; '-' is standard input.", DefaultValueFactory = _ => InputFile.Standard };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var final = new Option<bool>("--final") { Description = "One line an id, with its last trend, once the stream has ended." };
        var command = new Command("cluster", "Group items that tell the same story: {id, trend, isNew, reasons} for each.") { batch, output, final };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(batch), parsed.GetValue(output), parsed.GetValue(final), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? output, bool final, CancellationToken cancellationToken)
    {
        await using var lines = new OutputFile(output);
        await using var run = new GroupingRun();
        var ids = new Dictionary<Guid, JsonElement?>();
        var last = new OrderedDictionary<Guid, ClusterLine>();
        await WorkProgress.RunAsync("cluster", async report =>
        {
            var done = 0;
            await foreach (var story in run.GroupAsync(file, cancellationToken))
            {
                ids[story.Key] = story.Line.Id;
                var line = ClusterLine.Of(story, story.Assignment.Nearest is { } nearest ? ids.GetValueOrDefault(nearest) : null);
                if (final)
                {
                    last[story.Key] = line;
                }
                else
                {
                    await lines.WriteAsync(line);
                }

                if (++done % StoryGrouping.BatchSize == 0)
                {
                    report(done, 0, $"{done:N0} items");
                }
            }

            foreach (var line in last.Values)
            {
                await lines.WriteAsync(line);
            }
        });
        return run.Wrong == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
