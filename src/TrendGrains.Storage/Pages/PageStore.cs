using Npgsql;
using NpgsqlTypes;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Pages;

/// <summary>Raw bodies: those of new items are copied straight into the table, one that changed replaces the old.</summary>
internal static class PageStore
{
    private const string Columns = "item_id, url, fetched_at, content_hash, media_type, charset, etag, last_modified, depth, body";

    private const string Replace =
        $"""
        INSERT INTO pages ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (item_id) DO UPDATE SET url = excluded.url, fetched_at = excluded.fetched_at, content_hash = excluded.content_hash,
            media_type = excluded.media_type, charset = excluded.charset, etag = excluded.etag, last_modified = excluded.last_modified,
            depth = coalesce(excluded.depth, pages.depth), body = excluded.body
        """;

    public static async Task AddAsync(NpgsqlConnection connection, List<StagedDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync($"COPY pages ({Columns}) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var staged in documents)
        {
            var document = staged.Document;
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(staged.Owner, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteTextAsync(document.Url, cancellationToken);
            await copy.WriteAsync(staged.FetchedAt, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(staged.ContentHash, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteTextAsync(document.MediaType, cancellationToken);
            await copy.WriteTextAsync(document.Charset, cancellationToken);
            await copy.WriteTextAsync(document.ETag, cancellationToken);
            await copy.WriteTextAsync(document.LastModified, cancellationToken);
            await copy.WriteNullableAsync(document.Depth, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(PageBody.Compress(document.Body), NpgsqlDbType.Bytea, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public static async Task ReplaceAsync(NpgsqlConnection connection, StagedDocument staged, CancellationToken cancellationToken)
    {
        var document = staged.Document;
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            Replace, staged.Owner, StoredText.Clean(document.Url), staged.FetchedAt, staged.ContentHash, StoredText.Clean(document.MediaType),
            StoredText.Clean(document.Charset), StoredText.Clean(document.ETag), StoredText.Clean(document.LastModified), document.Depth,
            PageBody.Compress(document.Body));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
