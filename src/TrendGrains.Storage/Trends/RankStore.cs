using Npgsql;

namespace TrendGrains.Storage.Trends;

/// <summary>The overall order of trends: what it is decided from, and where it is written.</summary>
public sealed class RankStore(NpgsqlDataSource database)
{
    /// <summary>The hottest, and whatever was ranked before. The order needs no clock: heat is a logarithm that only an arrival changes.</summary>
    private const string Contenders =
        """
        SELECT id, heat_fast, heat, heat_slow, first_seen, last_seen, items, stage, rank FROM (
            (SELECT * FROM trends WHERE items > 1 ORDER BY heat DESC, id LIMIT $1)
            UNION (SELECT * FROM trends WHERE rank IS NOT NULL)) t
        ORDER BY heat DESC, id
        """;

    /// <summary>In the order of their keys, as boards do, so that neither waits for the other in a circle.</summary>
    private const string Lock = "SELECT FROM trends WHERE id = ANY($1) ORDER BY id FOR UPDATE";

    private const string SetRanks =
        """
        UPDATE trends t SET rank = r.rank, stage = r.stage
        FROM unnest($1::uuid[], $2::integer[], $3::text[]) AS r (id, rank, stage) WHERE t.id = r.id
        """;

    private const string SetPoints =
        """
        INSERT INTO trend_points (trend_id, bucket, items, sources, score, rank)
        SELECT p.id, $2, 0, t.sources, p.score, p.rank FROM unnest($1::uuid[], $3::float8[], $4::integer[]) AS p (id, score, rank) JOIN trends t ON t.id = p.id
        ON CONFLICT (trend_id, bucket) DO UPDATE SET rank = excluded.rank, score = excluded.score
        """;

    /// <summary>Stream time of all boards together; null before the first item.</summary>
    public async Task<DateTimeOffset?> NowAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT max(now) FROM boards");
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime now ? new DateTimeOffset(now, TimeSpan.Zero) : null;
    }

    /// <param name="count">How many are to be ranked.</param>
    /// <returns>The hottest first; those behind the first <paramref name="count"/> were ranked before and are no longer.</returns>
    public async Task<IReadOnlyList<RankContender>> ContendersAsync(int count, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Contenders);
        command.Parameters.AddWithValue(count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var contenders = new List<RankContender>();
        while (await reader.ReadAsync(cancellationToken))
        {
            contenders.Add(new RankContender(
                reader.GetGuid(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3),
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetInt32(6),
                reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetInt32(8)));
        }

        return contenders;
    }

    /// <summary>Writes ranks that changed and tells readers, in one transaction.</summary>
    /// <param name="bucket">Ten minutes of event time that the ranks belong to.</param>
    public async Task StoreAsync(
        IReadOnlyList<RankUpdate> changes, DateTimeOffset bucket, TrendEvent[] events, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Lock, changes.Select(c => c.Id).ToArray());
        batch.Add(SetRanks, changes.Select(c => c.Id).ToArray(), changes.Select(c => c.Rank).ToArray(), changes.Select(c => c.Stage).ToArray());
        var ranked = changes.Where(c => c.Rank is not null).ToArray();
        batch.Add(
            SetPoints, Array.ConvertAll(ranked, c => c.Id), bucket.ToUniversalTime(), Array.ConvertAll(ranked, c => c.Score), Array.ConvertAll(ranked, c => c.Rank!.Value));
        BoardStore.AddEventsTo(batch, events);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>A trend that may be ranked, and where it was.</summary>
public sealed record RankContender(
    Guid Id, double HeatFast, double Heat, double HeatSlow, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, int Items, string Stage, int? Rank);

/// <param name="Rank">Null for a trend that is ranked no longer.</param>
public sealed record RankUpdate(Guid Id, int? Rank, string Stage, double Score);
