using Npgsql;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>Items one by one, and their counts.</summary>
public sealed class ItemStore(NpgsqlDataSource database)
{
    public async Task<ItemState?> GetStateAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT state FROM items WHERE id = $1");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync(cancellationToken) is string state ? ItemStates.Parse(state) : null;
    }

    /// <summary>Removes what was kept of an item; its key and addresses stay, so that a crawl does not bring it back.</summary>
    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        foreach (var sql in new[]
        {
            "UPDATE items SET state = 'deleted', title = NULL, text = NULL, byline = NULL, keywords = '{}', missing = '{}' WHERE id = $1",
            "DELETE FROM pages WHERE item_id = $1",
            "DELETE FROM item_versions WHERE item_id = $1",
            "DELETE FROM item_vectors_text_128 WHERE item_id = $1",
            "DELETE FROM edges WHERE (from_kind = 'item' AND from_id = $1) OR (to_kind = 'item' AND to_id = $1)",
        })
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.AddWithValue(id);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How many items are in each state, by its stored name.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByStateAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT state, count(*) FROM items GROUP BY state");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counts[reader.GetString(0)] = reader.GetInt64(1);
        }

        return counts;
    }

    /// <summary>The items that arrived last, newest first.</summary>
    public async Task<IReadOnlyList<RecentItem>> RecentAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, url, title, source, language, event_time FROM items
            WHERE arrival_seq IS NOT NULL AND state <> 'deleted' ORDER BY arrival_seq DESC LIMIT $1
            """);
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<RecentItem>();
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add(new RecentItem(
                reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5)));
        }

        return items;
    }
}

/// <summary>An item as a list shows it.</summary>
public sealed record RecentItem(Guid Id, string Url, string? Title, string Source, string? Language, DateTimeOffset EventTime);
