using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Extraction;
using TrendGrains.Inference;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;

namespace TrendGrains.Commands;

/// <summary><c>extract</c>: pages to articles, as JSON Lines. Needs no database.</summary>
internal static class ExtractCommand
{
    private const int MostThreads = 64;

    public static Command Create()
    {
        var page = new Argument<string?>("page")
        {
            Description = "An HTML or PDF file, also gzipped; an http(s) address, fetched as robots.txt allows; '-' or nothing is standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var batch = new Option<string?>("--batch") { Description = "A folder of *.html, *.htm, *.xhtml and *.pdf, also with .gz." };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var url = new Option<string?>("--url") { Description = "The address that a file came from; else the one that the page names as its own." };
        var full = new Option<bool>("--full") { Description = "Also blocks, media, tags, links, every other field, and where each came from." };
        var isInternal = new Option<bool>("--internal") { Description = "An address may be one of this machine or its private network." };
        var threads = new Option<int?>("--threads") { Description = "Pages of a folder read at a time, 1 when absent; the lines keep their order." };
        var command = new Command("extract", "Read pages: text, title, byline, date, language, kind.") { page, batch, output, url, full, isInternal, threads };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(threads) is < 1 or > MostThreads)
            {
                parsed.AddError($"--threads is 1 to {MostThreads}.");
            }

            if (parsed.GetValue(batch) is not null && (parsed.GetValue(page) is not null || parsed.GetValue(url) is not null))
            {
                parsed.AddError("--batch takes a folder; a page or --url beside it has no meaning.");
            }

            if (parsed.GetValue(url) is { } given && !IsAddress(given))
            {
                parsed.AddError($"--url '{given}' is no http(s) address.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(batch) is { } named && !Directory.Exists(named))
            {
                await Console.Error.WriteLineAsync($"trendgrains: there is no folder '{named}'.");
                return CommandLine.Failed;
            }

            await using var lines = new OutputFile(parsed.GetValue(output));
            using var models = PageModels.LoadOrNone(fault => Console.Error.WriteLine($"trendgrains: pages are read by rules alone: {fault.Message}"));
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInference().BuildServiceProvider();
            var decisions = models == PageModels.None ? null : new PageDecisions(services.GetRequiredService<ModelWorkers>());
            var run = new ExtractRun(new PageReader(models), decisions, lines, parsed.GetValue(full));
            var given = parsed.GetValue(page) ?? InputFile.Standard;
            var isRead = parsed.GetValue(batch) is { } folder ? await run.FolderAsync(folder, parsed.GetValue(threads) ?? 1, cancellationToken) == 0
                : IsAddress(given) ? await run.AddressAsync(new Uri(given), parsed.GetValue(isInternal), cancellationToken)
                : await run.FileAsync(given, parsed.GetValue(url), cancellationToken);
            return isRead ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
