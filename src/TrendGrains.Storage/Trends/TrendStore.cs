using Npgsql;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Trends;

/// <summary>Trends as readers ask for them.</summary>
public sealed class TrendStore(NpgsqlDataSource database, TimeProvider clock)
{
    private const string StreamTime = "(SELECT max(now) FROM boards)";

    /// <summary>Half-lives since the Unix epoch; must be the main half-life of the boards.</summary>
    private const double MainHalfLifeSeconds = 6 * 3600;

    // A real item is looked for with LIMIT: of NOT EXISTS the planner makes a hash of every item there is.
    private static readonly string select =
        $"""
        SELECT t.id, t.board, t.label, t.stage,
            power(2, least(60, greatest(-60, t.heat - extract(epoch FROM {StreamTime}) / {MainHalfLifeSeconds}))) AS score,
            t.rank,
            (SELECT p.rank FROM trend_points p WHERE p.trend_id = t.id AND p.rank IS NOT NULL AND p.bucket <= {StreamTime} - interval '15 minutes'
                ORDER BY p.bucket DESC LIMIT 1),
            t.items, t.sources, t.first_seen, t.last_seen, t.keywords, t.picture_url,
            coalesce((SELECT false FROM trend_items m JOIN items i ON i.id = m.item_id LEFT JOIN sources s ON s.slug = i.source
                WHERE m.trend_id = t.id AND NOT coalesce(s.synthetic, false) LIMIT 1), true),
            coalesce((SELECT language FROM items f WHERE f.id = t.first_item), t.board),
            t.topic, t.topic_share, t.tone, t.severity
        FROM trends t
        """;

    /// <summary>The ranked trends, the hottest first.</summary>
    public async Task<IReadOnlyList<RankedTrend>> TopAsync(TrendQuery query, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"{select} WHERE t.items > 1 AND ($1::text IS NULL OR t.board = $1) AND ($3::text IS NULL OR t.topic = $3) ORDER BY t.heat DESC, t.id LIMIT $2");
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)query.Language ?? DBNull.Value });
        command.Parameters.AddWithValue(query.Count);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)query.Topic ?? DBNull.Value });
        return await WithPointsAsync(await ReadAsync(command, cancellationToken), "2 days", cancellationToken);
    }

    /// <summary>A trend with the points of its whole life.</summary>
    public async Task<RankedTrend?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{select} WHERE t.id = $1");
        command.Parameters.AddWithValue(id);
        return (await WithPointsAsync(await ReadAsync(command, cancellationToken), null, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The newest items of each trend.</summary>
    public async Task<IReadOnlyList<TrendMember>> MembersAsync(IReadOnlyList<Guid> trends, int each, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT m.trend_id, m.item_id, i.title, i.url, i.language, i.source, s.title, coalesce(i.event_time, i.fetched_at), coalesce(s.synthetic, false),
                m.similarity, m.title_part, m.body_part, m.dense_part, m.recency_part, m.nearest,
                i.topic, i.tone, i.severity, i.summary::text
            FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, ord)
            CROSS JOIN LATERAL (SELECT * FROM trend_items WHERE trend_id = t.id ORDER BY seq DESC LIMIT $2) m
            JOIN items i ON i.id = m.item_id LEFT JOIN sources s ON s.slug = i.source
            WHERE i.state <> 'deleted' ORDER BY t.ord, m.seq DESC
            """);
        command.Parameters.AddWithValue(trends.ToArray());
        command.Parameters.AddWithValue(each);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var members = new List<TrendMember>();
        while (await reader.ReadAsync(cancellationToken))
        {
            members.Add(new TrendMember
            {
                TrendId = reader.GetGuid(0),
                ItemId = reader.GetGuid(1),
                Title = reader.IsDBNull(2) ? null : reader.GetString(2),
                Url = reader.GetString(3),
                Language = reader.IsDBNull(4) ? null : reader.GetString(4),
                Source = reader.GetString(5),
                SourceTitle = reader.IsDBNull(6) ? null : reader.GetString(6),
                EventTime = reader.GetFieldValue<DateTimeOffset>(7),
                Synthetic = reader.GetBoolean(8),
                Similarity = reader.GetFloat(9),
                TitlePart = reader.GetFloat(10),
                BodyPart = reader.GetFloat(11),
                DensePart = reader.GetFloat(12),
                RecencyPart = reader.GetFloat(13),
                Nearest = reader.IsDBNull(14) ? null : reader.GetGuid(14),
                Topic = reader.IsDBNull(15) ? null : reader.GetString(15),
                Tone = reader.IsDBNull(16) ? null : reader.GetFloat(16),
                Severity = reader.IsDBNull(17) ? null : reader.GetFloat(17),
                Summary = reader.IsDBNull(18) ? null : ItemSummary.FromJson(reader.GetString(18)),
            });
        }

        return members;
    }

    public async Task<TrendHealth> HealthAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            {ArrivalStore.AllBoards}
            SELECT {StreamTime}, (SELECT count(*) FROM items WHERE fetched_at > $1),
                (SELECT coalesce(sum(w.n), 0)::bigint FROM b LEFT JOIN boards k USING (board)
                    CROSS JOIN LATERAL (SELECT count(*) AS n FROM arrivals a WHERE a.board = b.board AND a.seq > coalesce(k.seq, 0)) w),
                (SELECT count(*) FROM trends WHERE items > 1)
            """);
        command.Parameters.AddWithValue(clock.GetUtcNow().AddHours(-1));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new TrendHealth(
            reader.IsDBNull(0) ? null : reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }

    private static async Task<List<RankedTrend>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var trends = new List<RankedTrend>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            trends.Add(new RankedTrend
            {
                Id = reader.GetGuid(0),
                Board = reader.GetString(1),
                Label = reader.GetString(2),
                Stage = reader.GetString(3),
                Score = reader.GetDouble(4),
                Rank = reader.IsDBNull(5) ? null : reader.GetInt32(5),
                PreviousRank = reader.IsDBNull(6) ? null : reader.GetInt32(6),
                Items = reader.GetInt32(7),
                Sources = reader.GetInt32(8),
                FirstSeen = reader.GetFieldValue<DateTimeOffset>(9),
                LastSeen = reader.GetFieldValue<DateTimeOffset>(10),
                Keywords = reader.GetFieldValue<string[]>(11),
                PictureUrl = reader.IsDBNull(12) ? null : reader.GetString(12),
                Synthetic = reader.GetBoolean(13),
                Language = reader.GetString(14),
                Topic = reader.IsDBNull(15) ? null : reader.GetString(15),
                TopicShare = reader.IsDBNull(16) ? null : reader.GetFloat(16),
                Tone = reader.IsDBNull(17) ? null : reader.GetFloat(17),
                Severity = reader.IsDBNull(18) ? null : reader.GetFloat(18),
            });
        }

        return trends;
    }

    /// <param name="before">How much of each trend's life before its last item, as Postgres writes it; null for all.</param>
    private async Task<IReadOnlyList<RankedTrend>> WithPointsAsync(List<RankedTrend> trends, string? before, CancellationToken cancellationToken)
    {
        var recent = before is null ? "" : $"AND p.bucket > t.last_seen - interval '{before}'";
        await using var command = database.CreateCommand(
            $"""
            SELECT p.trend_id, p.bucket, p.items, p.sources, p.score
            FROM unnest($1::uuid[], $2::timestamptz[]) AS t (id, last_seen)
            JOIN trend_points p ON p.trend_id = t.id AND p.items > 0 {recent}
            ORDER BY p.trend_id, p.bucket
            """);
        command.Parameters.AddWithValue(trends.ConvertAll(t => t.Id).ToArray());
        command.Parameters.AddWithValue(trends.ConvertAll(t => t.LastSeen.ToUniversalTime()).ToArray());
        var points = new Dictionary<Guid, List<TrendPoint>>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            if (!points.TryGetValue(id, out var series))
            {
                points[id] = series = [];
            }

            series.Add(new TrendPoint(reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetDouble(4)));
        }

        return trends.ConvertAll(t => points.TryGetValue(t.Id, out var series) ? t with { Points = [.. series] } : t);
    }
}
