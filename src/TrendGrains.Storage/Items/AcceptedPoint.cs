using Npgsql;
using NpgsqlTypes;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Storage.Items;

/// <summary>The first durable point: raw documents, why each URL was or was not fetched, and what the frontier may forget.</summary>
internal static class AcceptedPoint
{
    /// <summary>
    /// New items, then the pages that changed. A document whose address is another item's alias is that item's, and an entry never
    /// takes the place of the page it announced.
    /// </summary>
    private const string Merge =
        """
        WITH fresh AS (
            INSERT INTO items (id, source, state, url, fetched_at, content_hash)
            SELECT s.item_id, $1, 'accepted', s.url, s.fetched_at, s.content_hash
            FROM stage_documents s
            WHERE NOT EXISTS (SELECT FROM item_urls u WHERE u.url_hash = s.item_id AND u.item_id <> s.item_id)
            ORDER BY s.ord
            ON CONFLICT DO NOTHING
            RETURNING id)
        SELECT s.ord, coalesce(u.item_id, s.item_id), f.id IS NOT NULL,
            coalesce(f.id IS NULL AND u.item_id IS NULL AND i.state <> 'deleted' AND i.content_hash <> s.content_hash
                AND (s.media_type <> $2 OR p.media_type = $2), false)
        FROM stage_documents s
        LEFT JOIN fresh f ON f.id = s.item_id
        LEFT JOIN item_urls u ON u.url_hash = s.item_id AND u.item_id <> s.item_id
        LEFT JOIN items i ON i.id = s.item_id
        LEFT JOIN pages p ON p.item_id = s.item_id
        ORDER BY s.ord
        """;

    private const string StorePages =
        """
        INSERT INTO pages (item_id, url, fetched_at, content_hash, media_type, charset, etag, last_modified, depth, body)
        SELECT item_id, url, fetched_at, content_hash, media_type, charset, etag, last_modified, depth, body
        FROM stage_documents WHERE ord = ANY($1)
        ON CONFLICT (item_id) DO UPDATE SET url = excluded.url, fetched_at = excluded.fetched_at, content_hash = excluded.content_hash,
            media_type = excluded.media_type, charset = excluded.charset, etag = excluded.etag, last_modified = excluded.last_modified,
            depth = coalesce(excluded.depth, pages.depth), body = excluded.body
        """;

    private const string KeepVersions =
        """
        INSERT INTO item_versions (item_id, version, replaced_at, fetched_at, title, text, content_hash, text_hash)
        SELECT i.id, 1 + coalesce((SELECT max(v.version) FROM item_versions v WHERE v.item_id = i.id), 0),
            s.fetched_at, i.fetched_at, i.title, i.text, i.content_hash, i.text_hash
        FROM stage_documents s JOIN items i ON i.id = s.item_id
        WHERE s.ord = ANY($1)
        """;

    private const string Revise =
        """
        UPDATE items i SET content_hash = s.content_hash, fetched_at = s.fetched_at,
            state = CASE WHEN i.state = 'accepted' THEN i.state ELSE 'revised' END
        FROM stage_documents s WHERE s.item_id = i.id AND s.ord = ANY($1)
        """;

    private const string StoreUrls =
        """
        INSERT INTO item_urls (url_hash, url, item_id)
        SELECT u.url_hash, u.url, u.item_id FROM stage_urls u JOIN items i ON i.id = u.item_id
        ORDER BY u.ord
        ON CONFLICT DO NOTHING
        """;

    public static async Task<AcceptResult> StoreAsync(NpgsqlConnection connection, IngestBatch batch, CancellationToken cancellationToken)
    {
        var documents = Distinct(batch.Documents);
        var merged = documents.Count == 0
            ? []
            : await StoreDocumentsAsync(connection, batch.Source.Slug, documents, cancellationToken);
        await CrawlLogStore.CopyAsync(connection, batch.Log, cancellationToken);
        await FrontierStore.SettleAsync(connection, batch.Settled, cancellationToken);
        return new AcceptResult([.. batch.Documents.Select((document, index) =>
        {
            var key = ItemKey.FromUrl(document.Url);
            var (itemId, disposition, ord) = merged[key];
            return new AcceptedDocument(index, itemId, ord == index ? disposition : AcceptDisposition.Known);
        })]);
    }

    /// <summary>The first document of each address, with its place in the batch.</summary>
    private static List<(int Index, Guid Key, CrawledDocument Document)> Distinct(CrawledDocument[] documents)
    {
        var seen = new HashSet<Guid>();
        return [.. documents.Select((document, index) => (index, Key: ItemKey.FromUrl(document.Url), document)).Where(d => seen.Add(d.Key))];
    }

    private static async Task<Dictionary<Guid, (Guid ItemId, AcceptDisposition Disposition, int Ord)>> StoreDocumentsAsync(
        NpgsqlConnection connection, string source, List<(int Index, Guid Key, CrawledDocument Document)> documents, CancellationToken cancellationToken)
    {
        await CopyDocumentsAsync(connection, documents, cancellationToken);
        var merged = new Dictionary<Guid, (Guid, AcceptDisposition, int)>();
        var (fresh, changed) = (new List<int>(), new List<int>());
        await using (var merge = new NpgsqlCommand(Merge, connection))
        {
            merge.Parameters.AddWithValue(source);
            merge.Parameters.AddWithValue(CrawledDocument.EntryMediaType);
            await using var reader = await merge.ExecuteReaderAsync(cancellationToken);
            foreach (var (index, key, _) in documents)
            {
                await reader.ReadAsync(cancellationToken);
                var disposition = reader.GetBoolean(2) ? AcceptDisposition.New : reader.GetBoolean(3) ? AcceptDisposition.Changed : AcceptDisposition.Known;
                merged[key] = (reader.GetGuid(1), disposition, index);
                (disposition == AcceptDisposition.New ? fresh : disposition == AcceptDisposition.Changed ? changed : []).Add(index);
            }
        }

        await ExecuteAsync(connection, KeepVersions, changed, cancellationToken);
        await ExecuteAsync(connection, Revise, changed, cancellationToken);
        await ExecuteAsync(connection, StorePages, [.. fresh, .. changed], cancellationToken);
        await CopyUrlsAsync(connection, documents, merged, cancellationToken);
        return merged;
    }

    private static async Task CopyDocumentsAsync(
        NpgsqlConnection connection, List<(int Index, Guid Key, CrawledDocument Document)> documents, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY stage_documents (ord, item_id, url, fetched_at, content_hash, media_type, charset, etag, last_modified, depth, body) FROM STDIN (FORMAT binary)",
            cancellationToken);
        foreach (var (index, key, document) in documents)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(index, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(key, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(StoredText.Clean(document.Url), NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(document.FetchedAt.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(ContentHash.Of(document.Body), NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(StoredText.Clean(document.MediaType), NpgsqlDbType.Text, cancellationToken);
            await copy.WriteTextAsync(document.Charset, cancellationToken);
            await copy.WriteTextAsync(document.ETag, cancellationToken);
            await copy.WriteTextAsync(document.LastModified, cancellationToken);
            await copy.WriteNullableAsync(document.Depth, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(PageBody.Compress(document.Body), NpgsqlDbType.Bytea, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyUrlsAsync(
        NpgsqlConnection connection, List<(int Index, Guid Key, CrawledDocument Document)> documents,
        Dictionary<Guid, (Guid ItemId, AcceptDisposition Disposition, int Ord)> merged, CancellationToken cancellationToken)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            "COPY stage_urls (ord, url_hash, url, item_id) FROM STDIN (FORMAT binary)", cancellationToken))
        {
            foreach (var (index, key, document) in documents)
            {
                foreach (var url in document.Aliases.Prepend(document.Url))
                {
                    await copy.StartRowAsync(cancellationToken);
                    await copy.WriteAsync(index, NpgsqlDbType.Integer, cancellationToken);
                    await copy.WriteAsync(ItemKey.FromUrl(url), NpgsqlDbType.Uuid, cancellationToken);
                    await copy.WriteAsync(StoredText.Clean(url), NpgsqlDbType.Text, cancellationToken);
                    await copy.WriteAsync(merged[key].ItemId, NpgsqlDbType.Uuid, cancellationToken);
                }
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using var store = new NpgsqlCommand(StoreUrls, connection);
        await store.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, List<int> ords, CancellationToken cancellationToken)
    {
        if (ords.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(ords.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
