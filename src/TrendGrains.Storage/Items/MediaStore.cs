using Npgsql;

namespace TrendGrains.Storage.Items;

/// <summary>Pictures, sound and video of items, in the order of the page.</summary>
internal static class MediaStore
{
    private const string Remove = "DELETE FROM item_media WHERE item_id = ANY($1)";

    private const string Add =
        """
        INSERT INTO item_media (item_id, ordinal, url, kind, caption)
        SELECT * FROM unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[])
        """;

    public static async Task StoreAsync(
        NpgsqlConnection connection, List<WaitingItem> items, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var again = items.Where(i => !i.IsFirst).Select(i => i.Item.ItemId).ToArray();
        if (again.Length > 0)
        {
            batch.Add(Remove, again);
        }

        var media = items.SelectMany(i => i.Item.Media.Select((m, ordinal) => (i.Item.ItemId, Ordinal: ordinal, Media: m))).ToArray();
        if (media.Length > 0)
        {
            batch.Add(
                Add,
                Array.ConvertAll(media, m => m.ItemId),
                Array.ConvertAll(media, m => m.Ordinal),
                Array.ConvertAll(media, m => StoredText.Clean(m.Media.Url)),
                Array.ConvertAll(media, m => StoredText.Clean(m.Media.Kind)),
                Array.ConvertAll(media, m => StoredText.Clean(m.Media.Caption)));
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
