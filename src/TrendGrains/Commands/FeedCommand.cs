using System.CommandLine;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>feed</c>: what feed files say, as JSON Lines. Needs no database.</summary>
internal static class FeedCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Feed files (RSS, Atom, JSON Feed); '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "File to write; standard output when absent." };
        var command = new Command("feed", "Read feed files: one line an entry, then one line a file.") { files, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var lines = new OutputFile(parsed.GetValue(output));
            var failed = 0;
            foreach (var file in parsed.GetRequiredValue(files))
            {
                failed += await ReadAsync(file, lines, cancellationToken) ? 0 : 1;
            }

            return failed == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>False when the file holds no feed.</summary>
    private static async Task<bool> ReadAsync(string file, OutputFile lines, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await InputFile.ReadAsync(file, cancellationToken);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}: {error.Message}");
            return false;
        }

        var feed = FeedReader.Read(bytes, null, null);
        foreach (var entry in feed.Entries)
        {
            await lines.WriteAsync(new
            {
                file,
                entry.Id,
                entry.Url,
                entry.Title,
                entry.Author,
                entry.Published,
                entry.Updated,
                entry.Summary,
                entry.Content,
                entry.Media,
                entry.Tags,
            });
        }

        await lines.WriteAsync(new
        {
            file,
            feed = new { feed.Format, feed.Title, feed.Link, feed.Language, feed.Updated },
            entries = feed.Entries.Length,
            problems = feed.Problems,
        });
        if (feed.Format == FeedFormat.None)
        {
            foreach (var problem in feed.Problems)
            {
                await Console.Error.WriteLineAsync($"{file}:{problem.Line}: {problem.Message}");
            }
        }

        return feed.Format != FeedFormat.None;
    }
}
