using System.CommandLine;
using Spectre.Console;

namespace TrendGrains.Commands;

/// <summary>The verbs, and what an exit code means: 0 done, 1 failed, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("TrendGrains: what is happening, what is about to, and why.")
        {
            ServeCommand.Create(),
            SourcesCommand.Create(),
            CrawlCommand.Create(),
            ImportCommand.Create(),
            TrendsCommand.Create(),
            ExtractCommand.Create(),
            FeedCommand.Create(),
            RobotsCommand.Create(),
            ClassifyCommand.Create(),
            EmbedCommand.Create(),
            KeywordsCommand.Create(),
            SummarizeCommand.Create(),
            ClusterCommand.Create(),
            ModelsCommand.Create(),
            EvaluateCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
            }

            await Console.Error.WriteLineAsync("trendgrains --help lists the verbs; trendgrains VERB --help says what one takes.");
            return WrongUsage;
        }

        // Tables may be coloured; a pipe or a file gets their text alone.
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        using var stop = new StopSignals();
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("trendgrains: stopped.");
            return Failed;
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync($"trendgrains: {Explain(error)}");
            return Failed;
        }
    }

    /// <summary>The message of an error and of what caused it, without a stack.</summary>
    private static string Explain(Exception error) =>
        error.InnerException is { } cause && !error.Message.Contains(cause.Message, StringComparison.Ordinal)
            ? $"{error.Message} ({Explain(cause)})"
            : error.Message;
}
