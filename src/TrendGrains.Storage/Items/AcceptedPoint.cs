using Npgsql;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Pages;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Storage.Items;

/// <summary>
/// The first durable point: raw documents, what their sites count of them, why each URL was or was not fetched, and what the frontier may forget. Rows of one table are
/// always locked in the order of their keys, so that batches which overlap wait for each other and do not meet in a deadlock.
/// </summary>
internal static class AcceptedPoint
{
    /// <summary>
    /// The items that are new. A document whose address, or canonical address, is another item's is that item's and makes none. Numbers are given in
    /// the batch's order, rows are inserted in the order of their keys.
    /// </summary>
    private const string AddItems =
        """
        WITH numbered AS MATERIALIZED (
            SELECT n.*, nextval('items_accepted_seq_seq') AS seq FROM (
                SELECT d.* FROM unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::boolean[], $7::text[], $8::uuid[]) WITH ORDINALITY
                    AS d (source, id, url, fetched_at, content_hash, claimed, engagement, canonical, ord)
                WHERE NOT d.claimed
                    AND NOT EXISTS (SELECT FROM items i WHERE i.id = d.id)
                    AND NOT EXISTS (SELECT FROM item_urls u WHERE u.url_hash IN (d.id, d.canonical) AND u.item_id <> d.id)
                ORDER BY d.ord) AS n)
        INSERT INTO items (id, source, state, url, accepted_seq, fetched_at, content_hash, engagement) OVERRIDING SYSTEM VALUE
        SELECT id, source, 'accepted', url, seq, fetched_at, content_hash, engagement::jsonb FROM numbered ORDER BY id
        ON CONFLICT DO NOTHING
        RETURNING id
        """;

    /// <summary>
    /// The items whose page is another now. An entry never takes the place of the page that it announced, nor of what another source
    /// said of the same page: two feeds that tell it differently are no edits of each other. The lock lets the second of
    /// two batches with the same change see that it has been made.
    /// </summary>
    private const string FindChanged =
        """
        SELECT i.id FROM items i
        JOIN unnest($1::uuid[], $2::uuid[], $3::text[], $5::text[]) AS d (id, content_hash, media_type, source) ON d.id = i.id
        LEFT JOIN pages p ON p.item_id = i.id
        WHERE i.content_hash <> d.content_hash AND i.state <> 'deleted' AND (d.media_type <> $4 OR (p.media_type = $4 AND i.source = d.source))
        ORDER BY i.id
        FOR UPDATE OF i
        """;

    /// <summary>The items whose very page is stored and waits to be understood.</summary>
    private const string FindPending =
        """
        SELECT i.id FROM items i JOIN unnest($1::uuid[], $2::uuid[]) AS d (id, content_hash) USING (id, content_hash)
        WHERE i.state = 'accepted'
        """;

    /// <summary>Items of which only a feed's entry is known, by an address that pages name as their canonical one.</summary>
    private const string FindAnnounced =
        """
        SELECT u.url_hash, u.item_id FROM item_urls u JOIN pages p ON p.item_id = u.item_id
        WHERE u.url_hash = ANY($1) AND p.media_type = $2
        """;

    private const string FindOwners = "SELECT url_hash, item_id FROM item_urls WHERE url_hash = ANY($1)";

    /// <summary>What an item said until now. One that was replaced before it was read said nothing.</summary>
    private const string KeepVersions =
        """
        INSERT INTO item_versions (item_id, version, replaced_at, fetched_at, title, text, content_hash, text_hash)
        SELECT i.id, 1 + coalesce((SELECT max(v.version) FROM item_versions v WHERE v.item_id = i.id), 0),
            d.fetched_at, i.fetched_at, i.title, i.text, i.content_hash, i.text_hash
        FROM unnest($1::uuid[], $2::timestamptz[]) AS d (id, fetched_at) JOIN items i ON i.id = d.id
        WHERE i.state NOT IN ('accepted', 'revised')
        """;

    private const string Revise =
        """
        UPDATE items i SET content_hash = d.content_hash, fetched_at = d.fetched_at,
            state = CASE WHEN i.state = 'accepted' THEN i.state ELSE 'revised' END
        FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) AS d (id, fetched_at, content_hash) WHERE i.id = d.id
        """;

    private const string Count =
        """
        WITH others AS MATERIALIZED (
            SELECT i.id, d.engagement::jsonb AS engagement FROM items i
            JOIN unnest($1::uuid[], $2::text[]) AS d (id, engagement) ON d.id = i.id
            WHERE i.engagement IS DISTINCT FROM d.engagement::jsonb AND i.state <> 'deleted'
            ORDER BY i.id
            FOR UPDATE OF i)
        UPDATE items i SET engagement = o.engagement FROM others o WHERE i.id = o.id
        """;

    /// <summary>Addresses of items, the first claim of an address wins.</summary>
    private const string AddUrls =
        """
        INSERT INTO item_urls (url_hash, url, item_id)
        SELECT u.* FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS u (url_hash, url, item_id) ORDER BY u.url_hash
        ON CONFLICT DO NOTHING
        """;

    public static async Task<AcceptResult> StoreAsync(
        NpgsqlConnection connection, IngestBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var staged = StagedDocument.From(batch.Documents);
        if (staged.Count > 0)
        {
            await FindAnnouncedAsync(connection, staged, cancellationToken);
            await SortAsync(connection, batch.Source.Slug, staged, cancellationToken);
            await PageStore.AddAsync(connection, [.. staged.Where(d => d.Disposition == AcceptDisposition.New)], cancellationToken);
            await ReviseAsync(connection, [.. staged.Where(d => d.Disposition == AcceptDisposition.Changed)], cancellationToken);
            await AddUrlsAsync(connection, staged, cancellationToken);
            await CountAsync(connection, [.. staged.Where(d => d.Document.Engagement is not null && d.Disposition != AcceptDisposition.New)], cancellationToken);
        }

        await FrontierStore.SettleAsync(connection, batch.Settled, cancellationToken);
        await EntranceStore.StoreAsync(connection, batch.Source.Slug, batch.Named, batch.Entrances, batch.RunStarted, now, cancellationToken);
        await CrawlLogStore.CopyAsync(connection, batch.Log, cancellationToken);

        var byUrl = staged.ToDictionary(d => d.UrlHash);
        return new AcceptResult([.. batch.Documents.Select((document, index) =>
        {
            var first = byUrl[ItemKey.FromUrl(document.Url)];
            return new AcceptedDocument(index, first.Owner, first.Index == index ? first.Disposition : AcceptDisposition.Known);
        })]);
    }

    /// <summary>The page of an entry that was announced under its canonical address is that item's page, and not one of its own.</summary>
    private static async Task FindAnnouncedAsync(NpgsqlConnection connection, List<StagedDocument> documents, CancellationToken cancellationToken)
    {
        var pages = documents.FindAll(d => d.Canonical is not null && d.ClaimedBy is null && d.Document.MediaType != CrawledDocument.EntryMediaType);
        if (pages.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.Add(FindAnnounced, pages.ConvertAll(d => d.Canonical!.Value).ToArray(), CrawledDocument.EntryMediaType);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var announced = new Dictionary<Guid, Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            announced[reader.GetGuid(0)] = reader.GetGuid(1);
        }

        var taken = documents.Select(d => d.Key).ToHashSet();
        foreach (var page in pages)
        {
            if (announced.TryGetValue(page.Canonical!.Value, out var item) && taken.Add(item))
            {
                page.Key = item;
            }
        }
    }

    /// <summary>Makes the new items, and says of each document whose it is and what it is to it.</summary>
    private static async Task SortAsync(
        NpgsqlConnection connection, string source, List<StagedDocument> documents, CancellationToken cancellationToken)
    {
        var keys = documents.ConvertAll(d => d.Key).ToArray();
        var hashes = documents.ConvertAll(d => d.ContentHash).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            AddItems,
            documents.ConvertAll(d => d.Document.Source ?? source).ToArray(),
            keys,
            documents.ConvertAll(d => StoredText.Clean(d.Document.Url)).ToArray(),
            documents.ConvertAll(d => d.FetchedAt).ToArray(),
            hashes,
            documents.ConvertAll(d => d.ClaimedBy is not null).ToArray(),
            documents.ConvertAll(d => d.Document.Engagement?.ToJson()).ToArray(),
            documents.ConvertAll(d => d.Canonical).ToArray());
        batch.Add(
            FindChanged, keys, hashes, documents.ConvertAll(d => StoredText.Clean(d.Document.MediaType)).ToArray(), CrawledDocument.EntryMediaType,
            documents.ConvertAll(d => d.Document.Source ?? source).ToArray());
        batch.Add(FindPending, keys, hashes);
        batch.Add(FindOwners, documents.SelectMany(d => d.Canonical is { } canonical ? [d.UrlHash, canonical] : new[] { d.UrlHash }).ToArray());

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var fresh = await ReadKeysAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var changed = await ReadKeysAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var pending = await ReadKeysAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var owners = new Dictionary<Guid, Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            owners[reader.GetGuid(0)] = reader.GetGuid(1);
        }

        foreach (var document in documents)
        {
            document.Disposition = fresh.Contains(document.Key) ? AcceptDisposition.New
                : changed.Contains(document.Key) ? AcceptDisposition.Changed
                : pending.Contains(document.Key) ? AcceptDisposition.Pending
                : AcceptDisposition.Known;
            document.Owner = document.Disposition is AcceptDisposition.New or AcceptDisposition.Changed ? document.Key
                : owners.TryGetValue(document.UrlHash, out var owner) || owners.TryGetValue(document.Canonical ?? document.UrlHash, out owner) ? owner
                : document.ClaimedBy?.Owner ?? document.Key;
        }
    }

    private static async Task<HashSet<Guid>> ReadKeysAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var keys = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetGuid(0));
        }

        return keys;
    }

    private static async Task ReviseAsync(NpgsqlConnection connection, List<StagedDocument> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var keys = changed.ConvertAll(d => d.Key).ToArray();
        var times = changed.ConvertAll(d => d.FetchedAt).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(KeepVersions, keys, times);
        batch.Add(Revise, keys, times, changed.ConvertAll(d => d.ContentHash).ToArray());
        await batch.ExecuteNonQueryAsync(cancellationToken);
        foreach (var document in changed)
        {
            await PageStore.ReplaceAsync(connection, document, cancellationToken);
        }
    }

    /// <summary>What is counted now of items that were known: only rows whose figures are others are written.</summary>
    private static async Task CountAsync(NpgsqlConnection connection, StagedDocument[] documents, CancellationToken cancellationToken)
    {
        if (documents.Length == 0)
        {
            return;
        }

        var latest = documents.DistinctBy(d => d.Owner).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Count, Array.ConvertAll(latest, d => d.Owner), Array.ConvertAll(latest, d => d.Document.Engagement!.ToJson()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task AddUrlsAsync(NpgsqlConnection connection, List<StagedDocument> documents, CancellationToken cancellationToken)
    {
        var urls = new Dictionary<Guid, (string Url, Guid ItemId)>();
        foreach (var document in documents)
        {
            if (document.Disposition == AcceptDisposition.New || document.Owner != document.UrlHash)
            {
                urls.TryAdd(document.UrlHash, (document.Document.Url, document.Owner));
            }

            foreach (var (hash, url) in document.Aliases)
            {
                urls.TryAdd(hash, (url, document.Owner));
            }
        }

        await AddUrlsAsync(connection, urls, cancellationToken);
    }

    /// <summary>Records addresses of items that exist; one that is taken stays with its item.</summary>
    private static async Task AddUrlsAsync(
        NpgsqlConnection connection, Dictionary<Guid, (string Url, Guid ItemId)> urls, CancellationToken cancellationToken)
    {
        if (urls.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            AddUrls, urls.Keys.ToArray(), urls.Values.Select(u => StoredText.Clean(u.Url)).ToArray(), urls.Values.Select(u => u.ItemId).ToArray());
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
