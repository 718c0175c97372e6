using System.CommandLine;
using Spectre.Console;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Input;
using TrendGrains.Operating;
using TrendGrains.Output;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Commands;

/// <summary><c>sources add|list|check|remove|import|proposals|veto|accept</c>: what is crawled, and what may be.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "Add, list, check, remove or import the places to crawl.")
    {
        SourcesAddCommand.Create(),
        List(),
        SourcesCheckCommand.Create(),
        Remove(),
        Import(),
        SourcesProposals.List(),
        SourcesProposals.Veto(),
        SourcesProposals.Accept(),
    };

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("list", "List all sources.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var sources = await cluster.ListAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                foreach (var source in sources)
                {
                    await output.WriteAsync(source);
                }
            }
            else
            {
                Print(sources);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var id = new Argument<string>("id") { Description = "The source's id." };
        var command = new Command("remove", "Remove a source; its items stay.") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var slug = parsed.GetRequiredValue(id);
            if (await cluster.RemoveAsync(slug, cancellationToken))
            {
                Console.WriteLine($"removed {slug}");
                return CommandLine.Done;
            }

            await Console.Error.WriteLineAsync($"trendgrains: there is no source '{slug}'.");
            return CommandLine.Failed;
        });
        return command;
    }

    private static Command Import()
    {
        var files = new Argument<string[]>("file") { Description = "OPML files, or text files with one feed address a line; '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var follow = new Option<bool>("--follow") { Description = "Also fetch the pages that entries announce." };
        var command = new Command("import", "Add every feed of a subscription list.") { files, follow };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var (added, wrong) = (0, 0);
            foreach (var file in parsed.GetRequiredValue(files))
            {
                foreach (var subscription in SubscriptionList.Read(file, await InputFile.ReadAsync(file, cancellationToken)))
                {
                    try
                    {
                        await cluster.ConfigureAsync(subscription.ToSource() with { FollowEntries = parsed.GetValue(follow) }, cancellationToken);
                        added++;
                    }
                    catch (Exception error) when (error is ArgumentException or InvalidOperationException)
                    {
                        wrong++;
                        await Console.Error.WriteLineAsync($"{file}:{subscription.Line}: {error.Message}");
                    }
                }
            }

            Console.WriteLine($"{added} added, {wrong} refused");
            return wrong == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static void Print(IReadOnlyList<SourceListing> sources)
    {
        // The address comes last and is the one to break; where the table goes to a file or another program nothing breaks.
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["id", "kind", "access", "every", "items", "last fetch"])
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        table.AddColumn("address");
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? UrlNormalizer.LongestUrl * 2 : AnsiConsole.Profile.Width;
        foreach (var source in sources)
        {
            var definition = source.Definition;
            table.AddRow(
                Markup.Escape(definition.Slug), Word(definition.Kind), Word(definition.Access),
                definition.Paused ? "paused" : definition.Kind == SourceKind.File ? "-" : definition.Interval == TimeSpan.Zero ? "auto" : definition.Interval.ToString(),
                source.Items.ToString("N0"), source.LastFetched?.ToString("yyyy-MM-dd HH:mm 'UTC'") ?? "never",
                Markup.Escape(definition.Url));
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{sources.Count} source{(sources.Count == 1 ? "" : "s")}");
    }

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
