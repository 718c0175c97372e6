using Npgsql;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Sources;
using TrendGrains.Operating;

namespace TrendGrains.Importing;

/// <summary>
/// Hands items over strictly in order of time, whatever file or source they come from, as fast as the pace lets them; waits out a storage
/// that is away. An item counts as fetched when it was published, or else at the stream's own time.
/// </summary>
internal sealed class Importer(IOperator cluster, ReplayPace pace, ImportCounts counts, TimeProvider clock)
{
    private const int BatchSize = 256;
    private const int Attempts = 8;

    private readonly List<CrawledDocument> waiting = new(BatchSize);
    private readonly Dictionary<string, SourceDefinition> sources = [];
    private readonly HashSet<string> configured = [];

    /// <param name="report">Told how many items were handed over, and the time that the stream has reached.</param>
    public async Task SendAsync(ItemSpool spool, Action<int, DateTimeOffset> report, CancellationToken cancellationToken)
    {
        var done = 0;
        await foreach (var (time, item) in spool.InOrderAsync(cancellationToken))
        {
            var wait = pace.WaitFor(time);
            if (wait > TimeSpan.Zero)
            {
                await FlushAsync(cancellationToken);
                report(done, time);
                await Task.Delay(wait, clock, cancellationToken);
            }

            waiting.Add(Document(item, time));
            done++;
            if (waiting.Count == BatchSize)
            {
                await FlushAsync(cancellationToken);
                report(done, time);
            }
        }

        await FlushAsync(cancellationToken);
    }

    private CrawledDocument Document(SpooledItem item, DateTimeOffset time)
    {
        if (!sources.TryGetValue(item.Source, out var source))
        {
            sources[item.Source] = source = new SourceDefinition { Slug = item.Source, Kind = SourceKind.File, Url = "", Title = item.SourceTitle };
        }

        return FeedDocuments.TryDocument(item.Entry, item.BaseUrl, time, out var document, out var problem)
            ? document with { Source = source.Slug }
            : throw new InvalidOperationException($"An item that was readable no longer is: {problem}");
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var batch = new IngestBatch { Source = sources[waiting[0].Source!], Documents = [.. waiting] };
        waiting.Clear();
        counts.Add(await RetryAsync(async () =>
        {
            await ConfigureAsync(batch.Documents.Select(d => d.Source!).Distinct(), cancellationToken);
            return await cluster.IngestAsync(batch, cancellationToken);
        }, cancellationToken));
    }

    /// <summary>Files under a new source make it; those under an existing one leave its definition alone.</summary>
    private async Task ConfigureAsync(IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        var unseen = slugs.Where(s => !configured.Contains(s)).ToArray();
        if (unseen.Length == 0)
        {
            return;
        }

        configured.UnionWith((await cluster.ListAsync(cancellationToken)).Select(s => s.Definition.Slug));
        foreach (var slug in unseen.Where(s => !configured.Contains(s)))
        {
            await cluster.ConfigureAsync(sources[slug], cancellationToken);
            configured.Add(slug);
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
}
