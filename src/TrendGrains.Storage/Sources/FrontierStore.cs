using Npgsql;
using NpgsqlTypes;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Sources;

/// <summary>
/// The URLs of each source, each once, in the order they were found. A URL waits until it is settled; one that is put off
/// waits for its due time. A link that will not be followed is here too, settled from the start, so that it is logged once.
/// </summary>
public sealed class FrontierStore(NpgsqlDataSource database)
{
    private const string Add =
        """
        WITH first AS (SELECT DISTINCT ON (url_hash) * FROM stage_links ORDER BY url_hash, ord),
        added AS (
            INSERT INTO frontier (source, url, url_hash, depth, referrer, state, reason)
            SELECT $1, l.url, l.url_hash, l.depth, l.referrer,
                CASE WHEN l.refused IS NOT NULL OR u.item_id IS NOT NULL AND p.media_type <> $2 THEN 'done' ELSE 'waiting' END,
                CASE WHEN l.refused IS NOT NULL THEN l.refused WHEN u.item_id IS NOT NULL AND p.media_type <> $2 THEN 'duplicate' END
            FROM first l
            LEFT JOIN item_urls u ON u.url_hash = l.url_hash
            LEFT JOIN pages p ON p.item_id = u.item_id
            ORDER BY l.ord
            ON CONFLICT (source, url_hash) DO NOTHING
            RETURNING url, state, reason),
        logged AS (
            INSERT INTO crawl_log (at, source, url, reason) SELECT now(), $1, url, reason FROM added WHERE state = 'done')
        SELECT count(*)::integer FROM added WHERE state = 'waiting'
        """;

    private const string Settle =
        """
        UPDATE frontier f SET
            state = CASE WHEN s.retry_at IS NULL THEN 'done' ELSE 'waiting' END,
            attempts = CASE WHEN s.retry_at IS NULL THEN 0 ELSE f.attempts + 1 END,
            due = s.retry_at, reason = s.reason
        FROM stage_settled s WHERE f.seq = s.seq
        """;

    /// <summary>Makes the source's first page wait again, at the end of the line, whatever became of it before.</summary>
    public async Task RestartAsync(string source, string seed, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO frontier (source, url, url_hash, depth, state) VALUES ($1, $2, $3, 0, 'waiting')
            ON CONFLICT (source, url_hash) DO UPDATE SET state = 'waiting', depth = 0, attempts = 0, due = NULL
            """);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(seed);
        command.Parameters.AddWithValue(ItemKey.FromUrl(seed));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>URLs that wait and are due, first found first.</summary>
    public async Task<IReadOnlyList<FrontierUrl>> NextAsync(string source, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT seq, url, depth, attempts FROM frontier
            WHERE source = $1 AND state = 'waiting' AND (due IS NULL OR due <= $2) ORDER BY seq LIMIT $3
            """);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(now.ToUniversalTime());
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var urls = new List<FrontierUrl>();
        while (await reader.ReadAsync(cancellationToken))
        {
            urls.Add(new FrontierUrl(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return urls;
    }

    public async Task<int> CountWaitingAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*)::integer FROM frontier WHERE source = $1 AND state = 'waiting'");
        command.Parameters.AddWithValue(source);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>When the first URL that was put off is due; null when none was.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT min(due) FROM frontier WHERE source = $1 AND state = 'waiting'");
        command.Parameters.AddWithValue(source);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    /// <summary>Merges the links in the staging table; returns how many now wait that were not known.</summary>
    internal static async Task<int> AddStagedAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Add, connection);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(CrawledDocument.EntryMediaType);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    internal static async Task SettleAsync(NpgsqlConnection connection, FrontierSettlement[] settled, CancellationToken cancellationToken)
    {
        if (settled.Length == 0)
        {
            return;
        }

        await using (var copy = await connection.BeginBinaryImportAsync("COPY stage_settled (seq, reason, retry_at) FROM STDIN (FORMAT binary)", cancellationToken))
        {
            foreach (var settlement in settled)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(settlement.Sequence, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteTextAsync(settlement.Reason.Code(), cancellationToken);
                await copy.WriteNullableAsync(settlement.RetryAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand(Settle, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A URL that waits to be fetched.</summary>
public sealed record FrontierUrl(long Sequence, string Url, int Depth, int Attempts);
