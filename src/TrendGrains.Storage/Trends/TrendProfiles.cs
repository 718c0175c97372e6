using Npgsql;

namespace TrendGrains.Storage.Trends;

/// <summary>
/// What a trend's newest members say of it: the topic that has the most weight (each member's probability of its own), the mean tone, and the
/// upper quartile of severity, so that a quarter of the members must find it grave and one mistake does not.
/// </summary>
public sealed class TrendProfiles(NpgsqlDataSource database)
{
    /// <summary>Trends of one call.</summary>
    public const int Most = 256;

    /// <summary>Members that are asked, the newest: what a long trend is about now.</summary>
    private const int Members = 100;

    // In the order of their keys, as everyone who locks several trends does.
    private const string LockDue = "SELECT id FROM trends WHERE items > 1 AND items <> profiled_items ORDER BY id LIMIT $1 FOR UPDATE";

    private const string LockOne = "SELECT id FROM trends WHERE id = $1 FOR UPDATE";

    private static readonly string store =
        $"""
        WITH member AS MATERIALIZED (
            SELECT t.id, i.topic, i.topic_score, i.tone, i.severity FROM unnest($1::uuid[]) AS t (id)
            CROSS JOIN LATERAL (SELECT item_id FROM trend_items WHERE trend_id = t.id ORDER BY seq DESC LIMIT {Members}) m
            JOIN items i ON i.id = m.item_id WHERE i.state <> 'deleted'),
        weight AS (SELECT id, topic, sum(topic_score) AS w FROM member WHERE topic IS NOT NULL GROUP BY id, topic),
        topic AS (SELECT DISTINCT ON (id) id, topic, w / nullif(sum(w) OVER (PARTITION BY id), 0) AS share FROM weight ORDER BY id, w DESC, topic),
        level AS (SELECT id, avg(tone) AS tone, percentile_cont(0.75) WITHIN GROUP (ORDER BY severity) AS severity FROM member GROUP BY id),
        profile AS (
            SELECT t.id, p.topic, p.share::real AS share, l.tone::real AS tone, l.severity::real AS severity
            FROM unnest($1::uuid[]) AS t (id) LEFT JOIN topic p USING (id) LEFT JOIN level l USING (id)),
        changed AS (
            SELECT count(*) FROM profile p JOIN trends t USING (id)
            WHERE (t.topic, t.topic_share, t.tone, t.severity) IS DISTINCT FROM (p.topic, p.share, p.tone, p.severity)),
        stored AS (
            UPDATE trends t SET topic = p.topic, topic_share = p.share, tone = p.tone, severity = p.severity, profiled_items = t.items
            FROM profile p WHERE t.id = p.id)
        SELECT CASE WHEN count > 0 THEN pg_notify('{BoardStore.Channel}', '') END FROM changed
        """;

    /// <summary>Trends whose members have changed, at most <see cref="Most"/>; returns how many it was.</summary>
    public Task<int> RefreshAsync(CancellationToken cancellationToken) => StoreAsync(LockDue, Most, cancellationToken);

    /// <summary>One trend, of which an item is known better now.</summary>
    public Task RefreshAsync(Guid trend, CancellationToken cancellationToken) => StoreAsync(LockOne, trend, cancellationToken);

    /// <summary>Locked first and read in a statement of its own, so that no member which a board has just added is counted and not seen.</summary>
    private async Task<int> StoreAsync(string which, object argument, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var trends = new List<Guid>();
        await using (var locked = new NpgsqlBatch(connection))
        {
            locked.Add(which, argument);
            await using var reader = await locked.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                trends.Add(reader.GetGuid(0));
            }
        }

        if (trends.Count > 0)
        {
            await using var stored = new NpgsqlBatch(connection);
            stored.Add(store, trends.ToArray());
            await stored.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return trends.Count;
    }
}
