using TrendGrains.Crawling.Feeds;
using TrendGrains.Grains.Sources;
using TrendGrains.Input;

namespace TrendGrains.Importing;

/// <summary>Reads feed files and item files into a spool. Errors name file and line, and the rest is done.</summary>
internal sealed class ImportReader(ItemSpool spool, string fallbackSource, ImportCounts counts)
{
    public async Task ReadAsync(string file, CancellationToken cancellationToken)
    {
        counts.Files++;
        try
        {
            await using var stream = InputFile.Open(file);
            var input = new PeekStream(stream);
            if (await input.PeekAsync(cancellationToken) is { } start && (ImportFolder.HoldsItems(file) || ItemLine.LooksLikeItems(start)))
            {
                await ReadItemsAsync(file, input, cancellationToken);
            }
            else
            {
                await ReadFeedAsync(file, await InputFile.ReadAsync(input, file, InputFile.LargestWhole, cancellationToken), cancellationToken);
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await ErrorAsync(file, null, error.Message);
        }
        finally
        {
            spool.EndFile();
            counts.Untimed = spool.Untimed;
        }
    }

    private async Task ReadFeedAsync(string file, byte[] bytes, CancellationToken cancellationToken)
    {
        var feed = FeedReader.Read(bytes, null, null);
        foreach (var problem in feed.Problems)
        {
            await ErrorAsync(file, problem.Line, problem.Message, isError: feed.Entries.Length == 0);
        }

        for (var i = 0; i < feed.Entries.Length; i++)
        {
            counts.Entries++;
            var entry = feed.Entries[i] with { Language = feed.Entries[i].Language ?? feed.Language };
            var item = new SpooledItem(entry, feed.Link, fallbackSource, null);
            await AddAsync(item, file, null, $"entry {i + 1} '{entry.Title ?? entry.Id}': ", cancellationToken);
        }
    }

    private async Task ReadItemsAsync(string file, Stream stream, CancellationToken cancellationToken)
    {
        await foreach (var line in BoundedLines.ReadAsync(stream, cancellationToken))
        {
            counts.Entries++;
            if (ItemLine.TryParse(line, out var item, out var problem))
            {
                await AddAsync(new SpooledItem(item.Entry, null, item.Source ?? fallbackSource, item.SourceTitle), file, line.Number, "", cancellationToken);
            }
            else
            {
                await ErrorAsync(file, line.Number, problem!);
            }
        }
    }

    private async Task AddAsync(SpooledItem item, string file, int? line, string which, CancellationToken cancellationToken)
    {
        if (FeedDocuments.TryDocument(item.Entry, item.BaseUrl, default, out _, out var problem))
        {
            await spool.AddAsync(item, item.Entry.Published ?? item.Entry.Updated, cancellationToken);
        }
        else
        {
            await ErrorAsync(file, line, which + problem);
        }
    }

    private Task ErrorAsync(string file, int? line, string message, bool isError = true)
    {
        counts.Errors += isError ? 1 : 0;
        return Console.Error.WriteLineAsync(line is null ? $"{file}: {message}" : $"{file}:{line}: {message}");
    }
}
