using System.CommandLine;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;

namespace TrendGrains.Commands;

/// <summary><c>extract</c>: pages to articles, as JSON Lines. Needs no database.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "An HTML or PDF file, also gzipped; '-' or nothing is standard input.", Arity = ArgumentArity.ZeroOrOne };
        var batch = new Option<string?>("--batch") { Description = "A folder of *.html and *.pdf, also with .gz." };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var url = new Option<string?>("--url") { Description = "The page's address, for relative links." };
        var full = new Option<bool>("--full") { Description = "Also links, media and where each field came from." };
        var command = new Command("extract", "Read pages: text, title, byline, date, language, kind.") { file, batch, output, url, full };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var lines = new OutputFile(parsed.GetValue(output));
            using var models = PageModels.LoadOrNone(fault => Console.Error.WriteLine($"trendgrains: pages are read by rules alone: {fault.Message}"));
            var reader = new PageReader(models);
            if (parsed.GetValue(batch) is not { } folder)
            {
                return await ReadAsync(reader, parsed.GetValue(file) ?? InputFile.Standard, parsed.GetValue(url), parsed.GetValue(full), lines, cancellationToken)
                    ? CommandLine.Done
                    : CommandLine.Failed;
            }

            if (!Directory.Exists(folder))
            {
                await Console.Error.WriteLineAsync($"trendgrains: there is no folder '{folder}'.");
                return CommandLine.Failed;
            }

            var files = PageFile.List(folder);
            var failed = 0;
            await WorkProgress.RunAsync("extract", async report =>
            {
                for (var i = 0; i < files.Length; i++)
                {
                    failed += await ReadAsync(reader, files[i], null, parsed.GetValue(full), lines, cancellationToken) ? 0 : 1;
                    report(i + 1, files.Length, $"{i + 1} of {files.Length} pages");
                }
            });
            return failed == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task<bool> ReadAsync(
        PageReader reader, string file, string? url, bool full, OutputFile lines, CancellationToken cancellationToken)
    {
        ReadPage page;
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var body = await PageFile.ReadAsync(file, cancellationToken);
            started = TimeProvider.System.GetTimestamp();
            page = reader.Read(new RawPage(url, "text/html", null, body, null));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}: {error.Message}");
            return false;
        }

        var milliseconds = Math.Round(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, 2);
        await lines.WriteAsync(full
            ? ExtractLine.Of(file, url, page, milliseconds) with { Links = page.Links, Media = page.Media, Tags = page.Tags, Origins = page.Origins, SiteName = page.SiteName }
            : ExtractLine.Of(file, url, page, milliseconds));
        if (page.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"{file}: {problem.Sentence}");
        }

        return page.Problem is not { IsUnreadable: true };
    }
}
