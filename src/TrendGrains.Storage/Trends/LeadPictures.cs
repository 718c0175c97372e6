using Npgsql;

namespace TrendGrains.Storage.Trends;

/// <summary>The picture that stands for a trend.</summary>
public sealed class LeadPictures(NpgsqlDataSource database)
{
    /// <summary>
    /// The lead picture of the item that most of the trend is like; the earliest where several are alike. A picture that is there stays while
    /// its item does, and goes with it.
    /// </summary>
    private const string Choose =
        """
        WITH candidate AS (
            SELECT m.url FROM trend_items t JOIN item_media m ON m.item_id = t.item_id AND m.kind = 'image'
            LEFT JOIN (SELECT nearest, count(*) AS alike FROM trend_items WHERE trend_id = $1 GROUP BY nearest) n ON n.nearest = t.item_id
            WHERE t.trend_id = $1
            ORDER BY coalesce(n.alike, 0) DESC, t.seq, m.ordinal LIMIT 1)
        UPDATE trends SET picture_url = (SELECT url FROM candidate)
        WHERE id = $1 AND picture_url IS DISTINCT FROM (SELECT url FROM candidate)
            AND NOT EXISTS (SELECT FROM trend_items t JOIN item_media m ON m.item_id = t.item_id WHERE t.trend_id = $1 AND m.url = trends.picture_url)
        """;

    /// <summary>The trend that an item was given to; null when it has none yet.</summary>
    public async Task<Guid?> TrendOfAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT trend_id FROM trend_items WHERE item_id = $1");
        command.Parameters.AddWithValue(itemId);
        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }

    public async Task ChooseAsync(Guid trend, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Add(Choose, trend);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (batch.BatchCommands[0].Rows > 0)
        {
            await using var notify = database.CreateCommand($"SELECT pg_notify('{BoardStore.Channel}', '')");
            await notify.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
