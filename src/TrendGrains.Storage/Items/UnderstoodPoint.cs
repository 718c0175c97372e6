using Npgsql;
using NpgsqlTypes;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Storage.Items;

/// <summary>The second durable point: what documents became, their vectors and links, and their place in the order of arrival.</summary>
internal static class UnderstoodPoint
{
    /// <summary>Any number that nothing else locks with: whoever holds it gives out arrival numbers until it has committed.</summary>
    private const long ArrivalLock = 0x7467_6172_7276;

    private const string StoreItems =
        """
        UPDATE items i SET state = s.state, title = s.title, text = s.text, byline = s.byline, language = s.language,
            site_name = s.site_name, published_at = s.published_at, event_time = s.event_time, event_time_clamped = s.event_time_clamped,
            page_kind = s.page_kind, is_article = s.is_article, article_score = s.article_score, text_hash = s.text_hash,
            keywords = s.keywords, missing = s.missing
        FROM stage_items s WHERE i.id = s.item_id AND i.state IN ('accepted', 'revised', 'partial')
        """;

    private const string StoreVectors =
        """
        INSERT INTO item_vectors_text_128 (item_id, language, event_time, model, version, embedding)
        SELECT s.item_id, s.language, s.event_time, s.model, s.version, s.embedding
        FROM stage_items s JOIN items i ON i.id = s.item_id
        WHERE s.embedding IS NOT NULL AND i.state IN ('understood', 'partial')
        ON CONFLICT (item_id) DO UPDATE SET language = excluded.language, event_time = excluded.event_time,
            model = excluded.model, version = excluded.version, embedding = excluded.embedding
        WHERE (item_vectors_text_128.model, item_vectors_text_128.version, item_vectors_text_128.embedding)
            IS DISTINCT FROM (excluded.model, excluded.version, excluded.embedding)
        """;

    private const string StoreAliases =
        "INSERT INTO item_urls (url_hash, url, item_id) SELECT url_hash, url, item_id FROM stage_urls ORDER BY ord ON CONFLICT DO NOTHING";

    /// <summary>
    /// Links a crawl may follow. An item's id is its address' hash, so a link can point at an item that is still to come; one to another
    /// name of an item points at the item when the name is known already.
    /// </summary>
    private const string StoreEdges =
        """
        INSERT INTO edges (from_kind, from_id, kind, to_kind, to_id)
        SELECT DISTINCT 'item', f.item_id, 'links-to', 'item', coalesce(t.item_id, l.url_hash)
        FROM (SELECT DISTINCT referrer, url_hash FROM stage_links WHERE refused IS NULL) l
        JOIN stage_urls r ON r.url = l.referrer
        JOIN item_urls f ON f.url_hash = r.url_hash
        LEFT JOIN item_urls t ON t.url_hash = l.url_hash
        WHERE f.item_id <> coalesce(t.item_id, l.url_hash)
        ON CONFLICT DO NOTHING
        """;

    private const string Arrive =
        """
        UPDATE items i SET arrival_seq = n.seq
        FROM (SELECT item_id, nextval('items_arrival_seq') AS seq FROM (
            SELECT s.item_id FROM stage_items s JOIN items w ON w.id = s.item_id
            WHERE w.arrival_seq IS NULL AND w.state IN ('understood', 'partial') ORDER BY s.ord) AS ready) n
        WHERE i.id = n.item_id
        """;

    public static async Task<UnderstandResult> StoreAsync(
        NpgsqlConnection connection, string source, IReadOnlyList<UnderstoodItem> items, IReadOnlyList<DiscoveredLink> links,
        IReadOnlyList<CrawlLogEntry> log, CancellationToken cancellationToken)
    {
        if (items.Count > 0)
        {
            await CopyItemsAsync(connection, items, cancellationToken);
            await ExecuteAsync(connection, StoreItems, cancellationToken);
            await ExecuteAsync(connection, StoreVectors, cancellationToken);
            await ExecuteAsync(connection, StoreAliases, cancellationToken);
        }

        var discovered = 0;
        if (links.Count > 0)
        {
            await CopyLinksAsync(connection, links, cancellationToken);
            discovered = await FrontierStore.AddStagedAsync(connection, source, cancellationToken);
            await StoreEdgesAsync(connection, links, cancellationToken);
        }

        await CrawlLogStore.CopyAsync(connection, log, cancellationToken);
        if (items.Count > 0)
        {
            // Taken last and held to the commit: a reader of arrival_seq > n can never miss a number that commits later.
            await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({ArrivalLock})", cancellationToken);
            await ExecuteAsync(connection, Arrive, cancellationToken);
        }

        return new UnderstandResult(discovered);
    }

    private static async Task CopyItemsAsync(NpgsqlConnection connection, IReadOnlyList<UnderstoodItem> items, CancellationToken cancellationToken)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            """
            COPY stage_items (ord, item_id, state, title, text, byline, language, site_name, published_at, event_time, event_time_clamped,
                page_kind, is_article, article_score, text_hash, keywords, missing, model, version, embedding) FROM STDIN (FORMAT binary)
            """,
            cancellationToken))
        {
            for (var i = 0; i < items.Count; i++)
            {
                await WriteItemAsync(copy, i, items[i], cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using var urls = await connection.BeginBinaryImportAsync("COPY stage_urls (ord, url_hash, url, item_id) FROM STDIN (FORMAT binary)", cancellationToken);
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var alias in items[i].Aliases)
            {
                await urls.StartRowAsync(cancellationToken);
                await urls.WriteAsync(i, NpgsqlDbType.Integer, cancellationToken);
                await urls.WriteAsync(ItemKey.FromUrl(alias), NpgsqlDbType.Uuid, cancellationToken);
                await urls.WriteAsync(StoredText.Clean(alias), NpgsqlDbType.Text, cancellationToken);
                await urls.WriteAsync(items[i].ItemId, NpgsqlDbType.Uuid, cancellationToken);
            }
        }

        await urls.CompleteAsync(cancellationToken);
    }

    private static async Task WriteItemAsync(NpgsqlBinaryImporter copy, int ord, UnderstoodItem item, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(ord, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(item.ItemId, NpgsqlDbType.Uuid, cancellationToken);
        await copy.WriteAsync(ItemStates.Code(item.State), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteTextAsync(item.Title, cancellationToken);
        await copy.WriteTextAsync(item.Text, cancellationToken);
        await copy.WriteTextAsync(item.Byline, cancellationToken);
        await copy.WriteTextAsync(item.Language, cancellationToken);
        await copy.WriteTextAsync(item.SiteName, cancellationToken);
        await copy.WriteNullableAsync(item.PublishedAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
        await copy.WriteAsync(item.EventTime.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
        await copy.WriteAsync(item.EventTimeClamped, NpgsqlDbType.Boolean, cancellationToken);
        await copy.WriteTextAsync(item.PageKind, cancellationToken);
        await copy.WriteAsync(item.IsArticle, NpgsqlDbType.Boolean, cancellationToken);
        await copy.WriteAsync((float)item.ArticleScore, NpgsqlDbType.Real, cancellationToken);
        await copy.WriteAsync(item.TextHash, NpgsqlDbType.Uuid, cancellationToken);
        await copy.WriteAsync(Array.ConvertAll(item.Keywords, k => StoredText.Clean(k)), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(item.Missing, NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await copy.WriteTextAsync(item.EmbeddingModel, cancellationToken);
        await copy.WriteTextAsync(item.EmbeddingVersion, cancellationToken);
        await (item.Embedding is { } embedding
            ? copy.WriteAsync(embedding, NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken)
            : copy.WriteNullAsync(cancellationToken));
    }

    private static async Task CopyLinksAsync(NpgsqlConnection connection, IReadOnlyList<DiscoveredLink> links, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(Guid, string)>();
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY stage_links (ord, url, url_hash, depth, referrer, refused) FROM STDIN (FORMAT binary)", cancellationToken);
        for (var i = 0; i < links.Count; i++)
        {
            var key = ItemKey.FromUrl(links[i].Url);
            if (!seen.Add((key, links[i].Referrer)))
            {
                continue;
            }

            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(i, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteTextAsync(links[i].Url, cancellationToken);
            await copy.WriteAsync(key, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(links[i].Depth, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteTextAsync(links[i].Referrer, cancellationToken);
            await copy.WriteTextAsync(links[i].Refused?.Code(), cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task StoreEdgesAsync(NpgsqlConnection connection, IReadOnlyList<DiscoveredLink> links, CancellationToken cancellationToken)
    {
        // The referrers' own addresses, so that the join goes by hash.
        await using (var copy = await connection.BeginBinaryImportAsync("COPY stage_urls (ord, url_hash, url, item_id) FROM STDIN (FORMAT binary)", cancellationToken))
        {
            foreach (var referrer in links.Select(l => l.Referrer).Distinct(StringComparer.Ordinal))
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(-1, NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(ItemKey.FromUrl(referrer), NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteTextAsync(referrer, cancellationToken);
                await copy.WriteNullAsync(cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await ExecuteAsync(connection, StoreEdges, cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
