using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace TrendGrains.Storage.Trends;

/// <summary>The boards' durable side: a turn is one transaction, guarded by the place the board stood at before.</summary>
public sealed class BoardStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Snapshots of a board that are kept: the last, and the one before in case the last cannot be read.</summary>
    private const int KeptSnapshots = 2;

    /// <summary>Readers of changes listen on this channel.</summary>
    internal const string Channel = "trend_events";

    private const string Begin = "INSERT INTO boards (board, seq, now) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING";

    private const string Advance = "UPDATE boards SET seq = $3, now = greatest(now, $4) WHERE board = $1 AND seq = $2";

    private const string UpsertTrends =
        """
        INSERT INTO trends (id, board, first_item, label, first_seen, last_seen, items, sources, heat_fast, heat, heat_slow)
        SELECT t.id, $1, t.first_item, t.label, t.first_seen, t.last_seen, t.items, t.sources, t.heat_fast, t.heat, t.heat_slow
        FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::integer[], $8::integer[], $9::float8[], $10::float8[], $11::float8[])
            AS t (id, first_item, label, first_seen, last_seen, items, sources, heat_fast, heat, heat_slow)
        ON CONFLICT (id) DO UPDATE SET label = excluded.label, first_seen = excluded.first_seen, last_seen = excluded.last_seen,
            items = excluded.items, sources = excluded.sources, heat_fast = excluded.heat_fast, heat = excluded.heat, heat_slow = excluded.heat_slow
        """;

    private const string SetKeywords = "UPDATE trends SET keywords = $2 WHERE id = $1 AND keywords IS DISTINCT FROM $2";

    private const string UpsertPoints =
        """
        INSERT INTO trend_points (trend_id, bucket, items, sources, score)
        SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::integer[], $4::integer[], $5::float8[])
        ON CONFLICT (trend_id, bucket) DO UPDATE SET items = trend_points.items + excluded.items, sources = excluded.sources, score = excluded.score
        """;

    private const string AddEvents =
        """
        INSERT INTO trend_events (trend_id, kind, at, body)
        SELECT e.trend_id, e.kind, e.at, e.body::jsonb FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) WITH ORDINALITY
            AS e (trend_id, kind, at, body, ord) ORDER BY e.ord
        """;

    private const string Notify = $"SELECT pg_notify('{Channel}', '')";

    private const string SaveSnapshot =
        """
        INSERT INTO board_snapshots (board, seq, taken_at, checksum, body) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (board, seq) DO UPDATE SET taken_at = excluded.taken_at, checksum = excluded.checksum, body = excluded.body
        """;

    private const string DropSnapshots =
        "DELETE FROM board_snapshots WHERE board = $1 AND seq NOT IN (SELECT seq FROM board_snapshots WHERE board = $1 ORDER BY seq DESC LIMIT $2)";

    /// <summary>Where a board stands; 0 before its first turn.</summary>
    public async Task<long> PositionAsync(string board, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT seq FROM boards WHERE board = $1");
        command.Parameters.AddWithValue(board);
        return await command.ExecuteScalarAsync(cancellationToken) is long seq ? seq : 0;
    }

    /// <summary>The latest snapshot at or before <paramref name="seq"/> whose checksum is right; those that are not are named to <paramref name="corrupt"/>.</summary>
    public async Task<BoardSnapshot?> ReadSnapshotAsync(string board, long seq, Action<long> corrupt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT seq, checksum, body FROM board_snapshots WHERE board = $1 AND seq <= $2 ORDER BY seq DESC");
        command.Parameters.AddWithValue(board);
        command.Parameters.AddWithValue(seq);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var body = reader.GetFieldValue<byte[]>(2);
            if (SHA256.HashData(body).AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(1)))
            {
                return new BoardSnapshot(reader.GetInt64(0), body);
            }

            corrupt(reader.GetInt64(0));
        }

        return null;
    }

    /// <exception cref="BoardConflictException">The board does not stand where the turn began; nothing was stored.</exception>
    public async Task StoreAsync(BoardTurn turn, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AdvanceAsync(connection, turn, cancellationToken);
        await CopyItemsAsync(connection, turn.Items, cancellationToken);
        await using (var batch = new NpgsqlBatch(connection))
        {
            AddTrends(batch, turn);
            AddPoints(batch, turn.Points);
            if (turn.Events.Length > 0)
            {
                AddEventsTo(batch, turn.Events);
            }

            if (turn.Snapshot is { } snapshot)
            {
                batch.Add(SaveSnapshot, turn.Board, turn.Seq, clock.GetUtcNow(), SHA256.HashData(snapshot), snapshot);
                batch.Add(DropSnapshots, turn.Board, KeptSnapshots);
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Adds events and wakes who listens, in the transaction of <paramref name="batch"/>.</summary>
    internal static void AddEventsTo(NpgsqlBatch batch, TrendEvent[] events)
    {
        batch.Add(
            AddEvents, Array.ConvertAll(events, e => e.TrendId), Array.ConvertAll(events, e => e.Kind),
            Array.ConvertAll(events, e => e.At.ToUniversalTime()), Array.ConvertAll(events, e => e.Body));
        batch.Add(Notify);
    }

    private static async Task AdvanceAsync(NpgsqlConnection connection, BoardTurn turn, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (turn.After == 0)
        {
            batch.Add(Begin, turn.Board, turn.Now.ToUniversalTime());
        }

        batch.Add(Advance, turn.Board, turn.After, turn.Seq, turn.Now.ToUniversalTime());
        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (batch.BatchCommands[^1].Rows == 0)
        {
            throw new BoardConflictException(turn.Board, turn.After);
        }
    }

    private static async Task CopyItemsAsync(NpgsqlConnection connection, TrendItemRow[] items, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY trend_items (item_id, trend_id, seq, board, similarity, title_part, body_part, dense_part, recency_part, nearest) FROM STDIN (FORMAT binary)",
            cancellationToken);
        foreach (var item in items)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(item.ItemId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(item.TrendId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(item.Seq, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(item.Board, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(item.Similarity, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(item.TitlePart, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(item.BodyPart, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(item.DensePart, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(item.RecencyPart, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteNullableAsync(item.Nearest, NpgsqlDbType.Uuid, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static void AddTrends(NpgsqlBatch batch, BoardTurn turn)
    {
        var trends = turn.Trends;
        batch.Add(
            UpsertTrends, turn.Board, Array.ConvertAll(trends, t => t.Id), Array.ConvertAll(trends, t => t.FirstItem),
            Array.ConvertAll(trends, t => StoredText.Clean(t.Label)), Array.ConvertAll(trends, t => t.FirstSeen.ToUniversalTime()),
            Array.ConvertAll(trends, t => t.LastSeen.ToUniversalTime()), Array.ConvertAll(trends, t => t.Items), Array.ConvertAll(trends, t => t.Sources),
            Array.ConvertAll(trends, t => t.HeatFast), Array.ConvertAll(trends, t => t.Heat), Array.ConvertAll(trends, t => t.HeatSlow));
        foreach (var trend in trends)
        {
            if (trend.Keywords.Length > 0)
            {
                batch.Add(SetKeywords, trend.Id, Array.ConvertAll(trend.Keywords, StoredText.Clean));
            }
        }
    }

    private static void AddPoints(NpgsqlBatch batch, TrendPointUpdate[] points) => batch.Add(
        UpsertPoints, Array.ConvertAll(points, p => p.TrendId), Array.ConvertAll(points, p => p.Bucket.ToUniversalTime()),
        Array.ConvertAll(points, p => p.Items), Array.ConvertAll(points, p => p.Sources), Array.ConvertAll(points, p => p.Score));
}
