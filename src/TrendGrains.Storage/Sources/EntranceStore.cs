using Npgsql;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Sources;

/// <summary>The sitemaps and feeds among a site's frontier: they are read again with each crawl, from where the last reading ended.</summary>
public sealed class EntranceStore(NpgsqlDataSource database)
{
    /// <summary>What could be read before, and what only failed for now.</summary>
    private static readonly string[] readAgain =
        [.. Enum.GetValues<CrawlReason>().Where(r => r is CrawlReason.Fetched or CrawlReason.NotModified || r.IsTransient()).Select(r => r.Code())];

    private const string Read =
        """
        UPDATE frontier f SET etag = e.etag, last_modified = e.last_modified, read_at = $5, newest = coalesce(greatest(f.newest, e.newest), f.newest)
        FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) AS e (seq, etag, last_modified, newest) WHERE f.seq = e.seq
        """;

    /// <summary>
    /// A sitemap that an index names is read again when the index says that it has changed since, or does not say; once in a run, whatever
    /// indexes name each other. One that changed on the day of its last reading may have changed after it: many name the day alone.
    /// </summary>
    private const string Wake =
        """
        UPDATE frontier f SET state = 'waiting', attempts = 0, due = NULL
        FROM unnest($2::uuid[], $3::timestamptz[]) AS n (url_hash, changed)
        WHERE f.source = $1 AND f.url_hash = n.url_hash AND f.role <> 'page' AND f.state = 'done' AND f.reason = ANY($5)
            AND (f.read_at IS NULL OR f.read_at < $4)
            AND (n.changed IS NULL OR f.newest IS NULL OR n.changed > f.newest OR (n.changed = f.newest AND n.changed > $4 - interval '2 days'))
        """;

    /// <summary>Makes wait again what robots.txt and the first page name and what could be read before; sitemaps of an index wait for it.</summary>
    public async Task RestartAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            UPDATE frontier SET state = 'waiting', attempts = 0, due = NULL
            WHERE source = $1 AND state = 'done' AND (role <> 'page' OR reason = 'robots-unreachable')
                AND role <> 'page' AND depth = 1 AND reason = ANY($2)
            """);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(readAgain);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<EntranceReading> GetAsync(long sequence, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT etag, last_modified, newest FROM frontier WHERE seq = $1");
        command.Parameters.AddWithValue(sequence);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? new EntranceReading(sequence, null, null, null) : new EntranceReading(
            sequence,
            reader.IsDBNull(0) ? null : reader.GetString(0),
            reader.IsDBNull(1) ? null : reader.GetString(1),
            reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2));
    }

    internal static async Task StoreAsync(
        NpgsqlConnection connection, string source, NamedAddress[] named, EntranceReading[] readings, DateTimeOffset? run, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (named.Length > 0)
        {
            var links = named.Select(n => new DiscoveredLink(n.Url, n.Depth, n.Referrer, null)
            {
                Role = n.Role,
                Clue = LinkClue.None with { TagPath = n.Role == FrontierRole.Page ? "sitemap" : "", Anchor = n.Title },
            });
            await FrontierStore.AddAsync(connection, source, HashedLink.From([.. links]), now, cancellationToken);
        }

        var again = named.Where(n => n.Role != FrontierRole.Page).DistinctBy(n => n.Url).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        if (readings.Length > 0)
        {
            batch.Add(
                Read,
                Array.ConvertAll(readings, r => r.Sequence),
                Array.ConvertAll(readings, r => StoredText.Clean(r.ETag)),
                Array.ConvertAll(readings, r => StoredText.Clean(r.LastModified)),
                Array.ConvertAll(readings, r => r.Newest?.ToUniversalTime()),
                now.ToUniversalTime());
        }

        if (again.Length > 0)
        {
            batch.Add(
                Wake, source, Array.ConvertAll(again, n => ItemKey.FromUrl(n.Url)), Array.ConvertAll(again, n => n.Changed?.ToUniversalTime()),
                (run ?? now).ToUniversalTime(), readAgain);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
