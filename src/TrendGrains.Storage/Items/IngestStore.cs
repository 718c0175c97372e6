using Npgsql;
using Pgvector;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Items;

/// <summary>The two durable points of the bulk path. Each is one transaction: all of a batch, or nothing of it.</summary>
public sealed class IngestStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Rows are locked in the order of their keys, but a foreign key's own lock may still meet another; Postgres then ends one, which is repeated.</summary>
    private const int Attempts = 4;

    /// <summary>Stores what a source has to say: documents, crawl log lines, settled frontier URLs.</summary>
    public Task<AcceptResult> AcceptAsync(IngestBatch batch, CancellationToken cancellationToken) =>
        RepeatAsync(connection => AcceptedPoint.StoreAsync(connection, batch, clock.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>
    /// Stores what documents became. Items that are not waiting to be understood are left alone, so that repeating changes
    /// nothing; the first time an item becomes ready it gets its <c>arrival_seq</c>, and commits happen in that order.
    /// </summary>
    public Task<UnderstandResult> UnderstandAsync(
        string source, IReadOnlyList<UnderstoodItem> items, IReadOnlyList<DiscoveredLink> links, IReadOnlyList<CrawlLogEntry> log,
        CancellationToken cancellationToken) =>
        RepeatAsync(connection => UnderstoodPoint.StoreAsync(connection, source, items, links, log, clock.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Documents of a source that were accepted and not yet understood, in the order they were accepted.</summary>
    public async Task<IReadOnlyList<PendingDocument>> ReadPendingAsync(string source, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"{PendingDocuments.Select} WHERE i.source = $1 AND i.state = 'accepted' ORDER BY i.accepted_seq LIMIT $2");
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(limit);
        return await PendingDocuments.ReadAsync(command, cancellationToken);
    }

    /// <summary>
    /// Documents of a source and of every other that an import feeds, in the order they were accepted: an import's batch holds a stream of
    /// several sources, whose order must not become that of their names.
    /// </summary>
    public async Task<IReadOnlyList<PendingDocument>> ReadPendingImportsAsync(string source, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            {PendingDocuments.Select} WHERE i.source IN (SELECT $1 UNION SELECT slug FROM sources WHERE kind = 'file') AND i.state = 'accepted'
            ORDER BY i.accepted_seq LIMIT $2
            """);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(limit);
        return await PendingDocuments.ReadAsync(command, cancellationToken);
    }

    /// <summary>The stored document of one item; null when there is none.</summary>
    public async Task<PendingDocument?> ReadPageAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{PendingDocuments.Select} WHERE i.id = $1");
        command.Parameters.AddWithValue(itemId);
        return (await PendingDocuments.ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>What is known of an item that is partial; null when it is anything else.</summary>
    public async Task<KnownParts?> ReadKnownAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT i.content_hash, i.missing, i.decisions::text, v.embedding, v.model, v.version, i.summary::text
            FROM items i LEFT JOIN item_vectors_text_128 v ON v.item_id = i.id WHERE i.id = $1 AND i.state = 'partial'
            """);
        command.Parameters.AddWithValue(itemId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var decisions = reader.IsDBNull(2) ? [] : ItemDecision.FromJson(reader.GetString(2));
        var known = new KnownParts(reader.GetGuid(0), reader.GetFieldValue<string[]>(1), decisions, null, null, null)
        {
            Summary = reader.IsDBNull(6) ? null : ItemSummary.FromJson(reader.GetString(6)),
        };
        return reader.IsDBNull(3) ? known : known with
        {
            Embedding = Array.ConvertAll(reader.GetFieldValue<HalfVector>(3).Memory.ToArray(), h => (float)h),
            EmbeddingModel = reader.GetString(4),
            EmbeddingVersion = reader.GetString(5),
        };
    }

    /// <summary>Items of a source whose own grain has work left, in the order they were accepted: a new version to read, or a part to complete.</summary>
    /// <param name="after">Sequence of the last one that is known; 0 for the first.</param>
    public async Task<IReadOnlyList<(Guid ItemId, ItemState State, long Sequence)>> ReadUnfinishedAsync(
        string source, long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, state, accepted_seq FROM items
            WHERE source = $1 AND state IN ('revised', 'partial') AND accepted_seq > $2
            ORDER BY accepted_seq LIMIT $3
            """);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<(Guid, ItemState, long)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add((reader.GetGuid(0), ItemStates.Parse(reader.GetString(1)), reader.GetInt64(2)));
        }

        return items;
    }

    /// <summary>Which of the items are of the source, and not deleted yet.</summary>
    public async Task<IReadOnlyList<Guid>> FindOfSourceAsync(string source, Guid[] items, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT id FROM items WHERE id = ANY($1) AND source = $2 AND state <> 'deleted' ORDER BY id");
        command.Parameters.AddWithValue(items);
        command.Parameters.AddWithValue(source);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    private async Task<T> RepeatAsync<T>(Func<NpgsqlConnection, Task<T>> store, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var result = await store(connection);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (PostgresException error) when (attempt < Attempts && error.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
            }
        }
    }
}
