using System.CommandLine;
using TrendGrains.Input;
using TrendGrains.Operating;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>import</c>: feed files, or items as JSON Lines, straight into the store.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Feed files, or JSON Lines of {id?, url, time, title, text?, language?, source?}; '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string>("--source") { Description = "Source to file the items under where they name none.", DefaultValueFactory = _ => "import" };
        var json = new Option<bool>("--json") { Description = "The counts as one JSON object." };
        var command = new Command("import", "Store the entries of feed files, or items given as JSON Lines.") { files, source, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var importer = new Importer(cluster, parsed.GetRequiredValue(source), TimeProvider.System);
            var paths = parsed.GetRequiredValue(files);
            await WorkProgress.RunAsync("import", async report =>
            {
                for (var i = 0; i < paths.Length; i++)
                {
                    await importer.AddFileAsync(paths[i], cancellationToken);
                    report(i + 1, paths.Length, $"{i + 1} of {paths.Length} files, {importer.Counts.New} new");
                }

                await importer.FlushAsync(cancellationToken);
                await cluster.SettleAsync(cancellationToken);
            });
            var counts = importer.Counts;
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                await output.WriteAsync(counts);
            }
            else
            {
                Console.WriteLine($"{counts.Files} files, {counts.Entries} entries: {counts.New} new, {counts.Known} known, {counts.Changed} changed, {counts.Unreadable} unreadable, {counts.Errors} errors");
            }

            return counts.Errors == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }
}
