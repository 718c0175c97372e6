using Npgsql;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Sources;

/// <summary>When each page of a source was looked at, whether it had changed, and when it is to be looked at again.</summary>
public sealed class PageVisitStore(NpgsqlDataSource database)
{
    private const string Columns = "v.url_hash, v.url, v.item_id, v.visits, v.changes, v.observed_seconds, v.last_visit, v.next_visit, v.evidence_shape, v.evidence_days";

    /// <summary>Only pages that nobody waits for already: what failed for now is the frontier's to try again. Validators are of one address and no other.</summary>
    private const string Due =
        $"""
        SELECT {Columns}, f.seq, f.depth, f.attempts, i.page_kind,
            CASE WHEN p.url = v.url THEN p.etag END, CASE WHEN p.url = v.url THEN p.last_modified END FROM page_visits v
        JOIN frontier f ON f.source = v.source AND f.url_hash = v.url_hash
        LEFT JOIN items i ON i.id = v.item_id
        LEFT JOIN pages p ON p.item_id = v.item_id
        WHERE v.source = $1 AND v.next_visit <= $2 AND f.state = 'done' AND f.depth > 0
        ORDER BY v.next_visit LIMIT $3
        """;

    /// <summary>In the order of hashes, which is none: a sample.</summary>
    private const string Sample =
        """
        SELECT i.page_kind, v.evidence_shape, v.evidence_days FROM page_visits v LEFT JOIN items i ON i.id = v.item_id
        WHERE v.source = $1 AND v.visits > 1 ORDER BY v.url_hash LIMIT $2
        """;

    /// <summary>An edit is a version that was replaced by what was fetched then and read otherwise: the item itself may still wait to be read again.</summary>
    private const string Visited =
        $"""
        SELECT d.url_hash, coalesce(u.item_id, d.landed), i.page_kind,
            EXISTS (SELECT FROM item_versions w WHERE w.item_id = u.item_id AND w.replaced_at = d.at AND d.text_hash IS NOT NULL AND (w.text_hash, w.title) IS DISTINCT FROM (d.text_hash, d.title)),
            {Columns}
        FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::uuid[], $6::text[]) AS d (url_hash, landed, at, text_hash, title)
        LEFT JOIN page_visits v ON v.source = $1 AND v.url_hash = d.url_hash
        LEFT JOIN item_urls u ON u.url_hash = d.landed
        LEFT JOIN items i ON i.id = u.item_id
        """;

    private const string Found =
        "SELECT referrer, count(*)::integer FROM frontier WHERE seq > $1 AND source = $2 AND state = 'waiting' AND referrer = ANY($3) GROUP BY referrer";

    private const string Save =
        """
        INSERT INTO page_visits (source, url_hash, url, item_id, visits, changes, observed_seconds, last_visit, next_visit, evidence_shape, evidence_days)
        SELECT $1, d.* FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::integer[], $6::integer[], $7::double precision[], $8::timestamptz[], $9::timestamptz[], $10::double precision[], $11::double precision[])
            AS d (url_hash, url, item_id, visits, changes, observed_seconds, last_visit, next_visit, evidence_shape, evidence_days) ORDER BY d.url_hash
        ON CONFLICT (source, url_hash) DO UPDATE SET item_id = excluded.item_id, visits = excluded.visits, changes = excluded.changes,
            observed_seconds = excluded.observed_seconds, last_visit = excluded.last_visit, next_visit = excluded.next_visit,
            evidence_shape = excluded.evidence_shape, evidence_days = excluded.evidence_days
        """;

    /// <summary>Pages to look at again, the one that waits longest first.</summary>
    public async Task<IReadOnlyList<DuePage>> DueAsync(string source, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await using var command = Command(Due, source, now.ToUniversalTime(), limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pages = new List<DuePage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var visit = ReadRow(source, reader, 0);
            var url = new FrontierUrl(reader.GetInt64(10), visit.Url, reader.GetInt32(11), reader.GetInt32(12)) { ETag = Text(reader, 14), LastModified = Text(reader, 15) };
            pages.Add(new DuePage(url, visit, Text(reader, 13)));
        }

        return pages;
    }

    /// <summary>What visits to pages of a source told, of at most so many that were visited more than once.</summary>
    public async Task<IReadOnlyList<VisitEvidence>> SampleAsync(string source, int limit, CancellationToken cancellationToken)
    {
        await using var command = Command(Sample, source, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sample = new List<VisitEvidence>();
        while (await reader.ReadAsync(cancellationToken))
        {
            sample.Add(new VisitEvidence(Text(reader, 0), reader.GetDouble(1), reader.GetDouble(2)));
        }

        return sample;
    }

    /// <summary>A number that only links found from now on are above.</summary>
    public async Task<long> LastFoundAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT coalesce(max(seq), 0) FROM frontier");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>What became of pages that were fetched and stored: asked after the storing.</summary>
    /// <param name="source">Whose crawl fetched them.</param>
    /// <param name="pages">What was fetched.</param>
    /// <param name="after">From <see cref="LastFoundAsync"/>, before the storing.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<VisitedPage>> ReadAsync(
        string source, IReadOnlyList<FetchedAgain> pages, long after, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Add(Found, after, source, pages.Select(p => StoredText.Clean(p.Url)).ToArray());
        batch.Add(
            Visited, source, pages.Select(p => p.UrlHash).ToArray(), pages.Select(p => p.LandedHash).ToArray(), pages.Select(p => p.At.ToUniversalTime()).ToArray(),
            pages.Select(p => p.TextHash).ToArray(), pages.Select(p => StoredText.Clean(p.Title)).ToArray());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            found[reader.GetString(0)] = reader.GetInt32(1);
        }

        await reader.NextResultAsync(cancellationToken);
        var leading = pages.ToDictionary(p => p.UrlHash, p => found.GetValueOrDefault(StoredText.Clean(p.Url)));
        var visited = new List<VisitedPage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = reader.GetGuid(0);
            visited.Add(new VisitedPage(key, reader.GetGuid(1), reader.IsDBNull(4) ? null : ReadRow(source, reader, 4), Text(reader, 2), reader.GetBoolean(3), leading[key]));
        }

        return visited;
    }

    public async Task SaveAsync(string source, IReadOnlyList<PageVisitRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var command = Command(
            Save, source, rows.Select(r => r.UrlHash).ToArray(), rows.Select(r => StoredText.Clean(r.Url)).ToArray(), rows.Select(r => r.ItemId).ToArray(),
            rows.Select(r => r.Visits).ToArray(), rows.Select(r => r.Changes).ToArray(), rows.Select(r => r.ObservedSeconds).ToArray(),
            rows.Select(r => r.LastVisit.ToUniversalTime()).ToArray(), rows.Select(r => r.NextVisit.ToUniversalTime()).ToArray(),
            rows.Select(r => r.EvidenceShape).ToArray(), rows.Select(r => r.EvidenceDays).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Counts a first visit of every page that was stored and has none: a process may be stopped between the two.</summary>
    public async Task CompleteAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO page_visits (source, url_hash, url, item_id, visits, changes, observed_seconds, last_visit, next_visit, evidence_shape, evidence_days)
            SELECT f.source, f.url_hash, f.url, u.item_id, 1, 0, 0, i.fetched_at, i.fetched_at + interval '1 day', 0, 0
            FROM frontier f JOIN item_urls u ON u.url_hash = f.url_hash JOIN items i ON i.id = u.item_id
            WHERE f.source = $1 AND f.state = 'done' AND f.reason = 'fetched' AND f.role = 'page' AND f.depth > 0
            ON CONFLICT DO NOTHING
            """);
        command.Parameters.AddWithValue(source);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static PageVisitRow ReadRow(string source, NpgsqlDataReader reader, int first) => new()
    {
        Source = source,
        UrlHash = reader.GetGuid(first),
        Url = reader.GetString(first + 1),
        ItemId = reader.GetGuid(first + 2),
        Visits = reader.GetInt32(first + 3),
        Changes = reader.GetInt32(first + 4),
        ObservedSeconds = reader.GetDouble(first + 5),
        LastVisit = reader.GetFieldValue<DateTimeOffset>(first + 6),
        NextVisit = reader.GetFieldValue<DateTimeOffset>(first + 7),
        EvidenceShape = reader.GetDouble(first + 8),
        EvidenceDays = reader.GetDouble(first + 9),
    };

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> arguments)
    {
        var command = database.CreateCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        return command;
    }
}
