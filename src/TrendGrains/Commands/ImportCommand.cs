using System.CommandLine;
using System.Globalization;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Importing;
using TrendGrains.Input;
using TrendGrains.Operating;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>import</c>: feed files, or items as JSON Lines, in order of time into the store.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Feed files, JSON Lines of {id?, url?, time?, title, text?, language?, source?}, .gz of both, or folders of them; '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string>("--source") { Description = "Source to file the items under where they name none.", DefaultValueFactory = _ => "import" };
        source.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var slug }] && !SourceSlug.IsValid(slug))
            {
                result.AddError($"--source '{slug}' is not a source's id: small letters, digits and '-', at most 64, no '-' first.");
            }
        });
        var speed = new Option<double>("--speed")
        {
            Description = $"Replay at this multiple of the speed the items came with, up to {ReplayPace.Fastest:0}; a gap over a day counts as a day. 0 goes as fast as it can.",
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens.Single().Value, CultureInfo.InvariantCulture, out var given) && given is >= 0 and <= ReplayPace.Fastest)
                {
                    return given;
                }

                result.AddError($"--speed '{result.Tokens.Single().Value}' is not a number between 0 and {ReplayPace.Fastest:0}.");
                return 0;
            },
        };
        var json = new Option<bool>("--json") { Description = "The counts as one JSON object." };
        var command = new Command("import", "Store the entries of feed files, or items given as JSON Lines, strictly in order of time.") { files, source, speed, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var counts = new ImportCounts();
            await WorkProgress.RunAsync("import", report => RunAsync(
                parsed.GetRequiredValue(files), parsed.GetRequiredValue(source), parsed.GetValue(speed), counts, report, cancellationToken));
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                await output.WriteAsync(counts);
            }
            else
            {
                Console.WriteLine(counts);
            }

            return counts.Errors == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task RunAsync(
        string[] paths, string source, double speed, ImportCounts counts, Action<int, int, string> report, CancellationToken cancellationToken)
    {
        await using var cluster = await Operators.OpenAsync(cancellationToken);
        await using var spool = new ItemSpool(TimeProvider.System);
        var reader = new ImportReader(spool, source, counts);
        foreach (var path in paths)
        {
            var files = ImportFolder.Expand([path]);
            if (files.Length == 0)
            {
                counts.Errors++;
                await Console.Error.WriteLineAsync($"{path}: a folder that holds neither items nor feeds");
            }

            foreach (var file in files)
            {
                await reader.ReadAsync(file, cancellationToken);
                report(0, 0, $"{counts.Files} files read, {spool.Count:N0} items");
            }
        }

        var importer = new Importer(cluster, new ReplayPace(speed, TimeProvider.System), counts, TimeProvider.System);
        await importer.SendAsync(
            spool, (done, time) => report(done, spool.Count, $"{time:yyyy-MM-dd HH:mm}, {done:N0} of {spool.Count:N0} items, {counts.New:N0} new"), cancellationToken);
        await cluster.SettleAsync(cancellationToken);
        report(spool.Count, spool.Count, $"{spool.Count:N0} items, {counts.New:N0} new");
    }
}
