using Npgsql;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Grains.Sources;
using TrendGrains.Input;

namespace TrendGrains.Operating;

/// <summary>Reads files into batches and hands them over; waits out a storage that is away. Errors name file and line.</summary>
internal sealed class Importer(IOperator cluster, string fallbackSource, TimeProvider clock)
{
    private const int BatchSize = 256;
    private const int Attempts = 8;

    private readonly Dictionary<string, List<CrawledDocument>> waiting = [];
    private readonly HashSet<string> configured = [];

    public ImportCounts Counts { get; } = new();

    public async Task AddFileAsync(string file, CancellationToken cancellationToken)
    {
        Counts.Files++;
        try
        {
            await using var stream = InputFile.Open(file);
            var input = new PeekStream(stream);
            if (await input.PeekAsync(cancellationToken) is { } start && ItemLine.LooksLikeItems(start))
            {
                await AddItemsAsync(file, input, cancellationToken);
            }
            else
            {
                await AddFeedAsync(file, await InputFile.ReadAsync(input, file, InputFile.LargestWhole, cancellationToken), cancellationToken);
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await ErrorAsync(file, null, error.Message);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (source, documents) in waiting)
        {
            await SendAsync(source, documents, cancellationToken);
        }
    }

    private async Task AddFeedAsync(string file, byte[] bytes, CancellationToken cancellationToken)
    {
        var feed = FeedReader.Read(bytes, null, null);
        foreach (var problem in feed.Problems)
        {
            await ErrorAsync(file, problem.Line, problem.Message, counts: feed.Entries.Length == 0);
        }

        for (var i = 0; i < feed.Entries.Length; i++)
        {
            Counts.Entries++;
            var entry = feed.Entries[i] with { Language = feed.Entries[i].Language ?? feed.Language };
            if (FeedDocuments.TryDocument(entry, feed.Link, clock.GetUtcNow(), out var document, out var problem))
            {
                await AddAsync(fallbackSource, document, cancellationToken);
            }
            else
            {
                await ErrorAsync(file, null, $"entry {i + 1} '{entry.Title ?? entry.Id}': {problem}");
            }
        }
    }

    private async Task AddItemsAsync(string file, Stream stream, CancellationToken cancellationToken)
    {
        await foreach (var line in BoundedLines.ReadAsync(stream, cancellationToken))
        {
            Counts.Entries++;
            if (ItemLine.TryParse(line, out var item, out var problem)
                && FeedDocuments.TryDocument(item.Entry, null, clock.GetUtcNow(), out var document, out problem))
            {
                await AddAsync(item.Source ?? fallbackSource, document, cancellationToken);
            }
            else
            {
                await ErrorAsync(file, line.Number, problem!);
            }
        }
    }

    private async Task AddAsync(string source, CrawledDocument document, CancellationToken cancellationToken)
    {
        if (!waiting.TryGetValue(source, out var documents))
        {
            waiting[source] = documents = [];
        }

        documents.Add(document);
        if (documents.Count == BatchSize)
        {
            await SendAsync(source, documents, cancellationToken);
        }
    }

    private async Task SendAsync(string source, List<CrawledDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return;
        }

        var definition = new SourceDefinition { Slug = source, Kind = SourceKind.File, Url = "" };
        var result = await RetryAsync(async () =>
        {
            if (!configured.Contains(source))
            {
                await ConfigureAsync(definition, cancellationToken);
                configured.Add(source);
            }

            return await cluster.IngestAsync(new IngestBatch { Source = definition, Documents = [.. documents] }, cancellationToken);
        }, cancellationToken);
        documents.Clear();
        Counts.Add(result);
    }

    /// <summary>Files under a new source make it; those under an existing one leave its definition alone.</summary>
    private async Task ConfigureAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        var existing = await cluster.ListAsync(cancellationToken);
        if (existing.All(s => s.Definition.Slug != definition.Slug))
        {
            await cluster.ConfigureAsync(definition, cancellationToken);
        }
    }

    private async Task<T> RetryAsync<T>(Func<Task<T>> send, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await send();
            }
            catch (Exception error) when (attempt < Attempts && IsPassing(error))
            {
                var pause = TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, attempt)));
                await Console.Error.WriteLineAsync($"import: {error.Message}; trying again in {pause.TotalSeconds:0} s ({attempt} of {Attempts - 1})");
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    private static bool IsPassing(Exception error) => error is NpgsqlException or TimeoutException or HttpRequestException or StorageAwayException;

    private Task ErrorAsync(string file, int? line, string message, bool counts = true)
    {
        Counts.Errors += counts ? 1 : 0;
        return Console.Error.WriteLineAsync(line is null ? $"{file}: {message}" : $"{file}:{line}: {message}");
    }
}

/// <summary>What an import came to.</summary>
internal sealed class ImportCounts
{
    public int Files { get; set; }
    public int Entries { get; set; }
    public int New { get; set; }
    public int Known { get; set; }
    public int Changed { get; set; }
    public int Unreadable { get; set; }
    public int Errors { get; set; }

    public void Add(IngestResult result)
    {
        New += result.New;
        Known += result.Known;
        Changed += result.Changed;
        Unreadable += result.Unreadable;
    }
}
