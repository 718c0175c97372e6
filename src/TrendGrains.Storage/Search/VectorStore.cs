using Npgsql;
using NpgsqlTypes;
using Pgvector;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Search;

/// <summary>Where items lie in the embedding space of texts. A first vector is copied straight into the table.</summary>
internal static class VectorStore
{
    private const string Columns = "item_id, language, event_time, model, version, embedding";

    private const string Replace =
        $"""
        INSERT INTO item_vectors_text_128 ({Columns}) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (item_id) DO UPDATE SET language = excluded.language, event_time = excluded.event_time,
            model = excluded.model, version = excluded.version, embedding = excluded.embedding
        """;

    /// <summary>A vector of a text that the item no longer has.</summary>
    private const string Remove = "DELETE FROM item_vectors_text_128 WHERE item_id = ANY($1)";

    private const string SeeModels =
        """
        INSERT INTO model_versions (model, version, first_seen)
        SELECT model, version, $3 FROM unnest($1::text[], $2::text[]) AS m (model, version) ORDER BY model, version
        ON CONFLICT DO NOTHING
        """;

    public static async Task StoreAsync(
        NpgsqlConnection connection, List<WaitingItem> items, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var vectors = items.ConvertAll(i => (i.Item, i.IsFirst, Vector: HalfVectors.From(i.Item.Embedding)));
        await CopyAsync(connection, [.. vectors.Where(v => v is { IsFirst: true, Vector: not null }).Select(v => (v.Item, v.Vector!))], cancellationToken);

        await using var batch = new NpgsqlBatch(connection);
        foreach (var (item, _, vector) in vectors.Where(v => v is { IsFirst: false, Vector: not null }))
        {
            batch.Add(
                Replace, item.ItemId, StoredText.Clean(item.Language), item.EventTime.ToUniversalTime(),
                item.EmbeddingModel ?? "", item.EmbeddingVersion ?? "", vector);
        }

        var without = vectors.Where(v => v is { IsFirst: false, Vector: null }).Select(v => v.Item.ItemId).ToArray();
        if (without.Length > 0)
        {
            batch.Add(Remove, without);
        }

        var models = vectors.Where(v => v.Vector is not null).Select(v => (v.Item.EmbeddingModel, v.Item.EmbeddingVersion)).Distinct().ToArray();
        if (models.Length > 0)
        {
            batch.Add(SeeModels, Array.ConvertAll(models, m => m.EmbeddingModel ?? ""), Array.ConvertAll(models, m => m.EmbeddingVersion ?? ""), now.ToUniversalTime());
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, List<(UnderstoodItem Item, HalfVector Vector)> vectors, CancellationToken cancellationToken)
    {
        if (vectors.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY item_vectors_text_128 ({Columns}) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var (item, vector) in vectors)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(item.ItemId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteTextAsync(item.Language, cancellationToken);
            await copy.WriteAsync(item.EventTime.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteTextAsync(item.EmbeddingModel ?? "", cancellationToken);
            await copy.WriteTextAsync(item.EmbeddingVersion ?? "", cancellationToken);
            await copy.WriteAsync(vector, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
