using Npgsql;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Sources;

/// <summary>
/// The URLs of each source, each once, in the order they were found. A URL waits until it is settled; one that is put off
/// waits for its due time. A link that will not be followed is here too, settled from the start, so that it is logged once.
/// </summary>
public sealed class FrontierStore(NpgsqlDataSource database)
{
    /// <summary>
    /// Numbers are given in the order found, rows are inserted in the order of their hashes. A page that is stored already is not
    /// fetched again for being linked to, but in a rehearsal.
    /// </summary>
    private const string Add =
        """
        WITH numbered AS MATERIALIZED (
            SELECT n.*, nextval('frontier_seq_seq') AS seq FROM (
                SELECT l.url, l.url_hash, l.depth, l.referrer, l.role, l.tag_path, l.anchor, l.around, l.from_kind,
                    coalesce(l.refused, CASE WHEN p.media_type <> $12 AND NOT $14 THEN 'duplicate' END) AS reason
                FROM unnest($2::text[], $3::uuid[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[]) WITH ORDINALITY
                    AS l (url, url_hash, depth, referrer, refused, role, tag_path, anchor, around, from_kind, ord)
                LEFT JOIN item_urls u ON u.url_hash = l.url_hash
                LEFT JOIN pages p ON p.item_id = u.item_id
                WHERE NOT EXISTS (SELECT FROM frontier f WHERE f.source = $1 AND f.url_hash = l.url_hash)
                ORDER BY l.ord) AS n),
        added AS (
            INSERT INTO frontier (seq, source, url, url_hash, depth, referrer, role, tag_path, anchor, around, from_kind, state, reason) OVERRIDING SYSTEM VALUE
            SELECT seq, $1, url, url_hash, depth, referrer, role, tag_path, anchor, around, from_kind, CASE WHEN reason IS NULL THEN 'waiting' ELSE 'done' END, reason
            FROM numbered ORDER BY url_hash
            ON CONFLICT (source, url_hash) DO NOTHING
            RETURNING url, state, reason),
        logged AS (
            INSERT INTO crawl_log (at, source, url, reason) SELECT $13, $1, url, reason FROM added WHERE state = 'done')
        SELECT count(*)::integer FROM added WHERE state = 'waiting'
        """;

    private const string Settle =
        """
        UPDATE frontier f SET
            state = CASE WHEN s.retry_at IS NULL THEN 'done' ELSE 'waiting' END,
            attempts = CASE WHEN s.retry_at IS NULL THEN 0 ELSE f.attempts + 1 END,
            due = s.retry_at, reason = s.reason
        FROM unnest($1::bigint[], $2::text[], $3::timestamptz[]) AS s (seq, reason, retry_at) WHERE f.seq = s.seq
        """;

    /// <summary>Makes the source's first page wait again, at the end of the line, whatever became of it before.</summary>
    public async Task RestartAsync(string source, string seed, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO frontier (source, url, url_hash, depth, state) VALUES ($1, $2, $3, 0, 'waiting')
            ON CONFLICT (source, url_hash) DO UPDATE SET state = 'waiting', depth = 0, attempts = 0, due = NULL
            """);
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(seed);
        command.Parameters.AddWithValue(ItemKey.FromUrl(seed));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What comes before every other page and is due: the source's first page, then its sitemaps and feeds, first found first.</summary>
    public Task<IReadOnlyList<FrontierUrl>> FrontAsync(string source, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync("AND (depth = 0 OR role <> 'page') AND (due IS NULL OR due <= $2) ORDER BY depth > 0, seq LIMIT $3", [source, now.ToUniversalTime(), limit], cancellationToken);

    /// <summary>Pages beyond the first that wait and are due, first found first.</summary>
    public Task<IReadOnlyList<FrontierUrl>> NextPagesAsync(string source, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync("AND depth > 0 AND role = 'page' AND (due IS NULL OR due <= $2) ORDER BY seq LIMIT $3", [source, now.ToUniversalTime(), limit], cancellationToken);

    /// <summary>URLs that wait and are due, first found first.</summary>
    public Task<IReadOnlyList<FrontierUrl>> NextAsync(string source, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        NextAsync(source, 0, limit, now, cancellationToken);

    /// <summary>URLs that wait, are due and were found after the one of this number, first found first.</summary>
    public Task<IReadOnlyList<FrontierUrl>> NextAsync(string source, long after, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync("AND (due IS NULL OR due <= $2) AND seq > $4 ORDER BY seq LIMIT $3", [source, now.ToUniversalTime(), limit, after], cancellationToken);

    /// <summary>URLs that wait and are due, last found first.</summary>
    public Task<IReadOnlyList<FrontierUrl>> LastFoundAsync(string source, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync("AND (due IS NULL OR due <= $2) ORDER BY seq DESC LIMIT $3", [source, now.ToUniversalTime(), limit], cancellationToken);

    /// <summary>URLs that were put off and came due since a time, the first due first.</summary>
    public Task<IReadOnlyList<FrontierUrl>> CameDueAsync(string source, int limit, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync("AND due > $4 AND due <= $2 ORDER BY due LIMIT $3", [source, now.ToUniversalTime(), limit, since.ToUniversalTime()], cancellationToken);

    private async Task<IReadOnlyList<FrontierUrl>> ReadAsync(string which, object[] arguments, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"SELECT seq, url, depth, attempts, role, tag_path, anchor, around, from_kind, referrer FROM frontier WHERE source = $1 AND state = 'waiting' {which}");
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var urls = new List<FrontierUrl>();
        while (await reader.ReadAsync(cancellationToken))
        {
            urls.Add(new FrontierUrl(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3))
            {
                Role = Enum.Parse<FrontierRole>(reader.GetString(4), ignoreCase: true),
                Clue = new LinkClue(reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetString(8)),
                Referrer = reader.IsDBNull(9) ? null : reader.GetString(9),
            });
        }

        return urls;
    }

    /// <summary>Makes wait again what was given up because the host's robots.txt could not be read: it said nothing about those pages.</summary>
    public async Task WakeUnaskedAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            UPDATE frontier SET state = 'waiting', attempts = 0, due = NULL
            WHERE source = $1 AND state = 'done' AND (role <> 'page' OR reason = 'robots-unreachable') AND reason = 'robots-unreachable'
            """);
        command.Parameters.AddWithValue(source);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets every URL of a source, and when it was looked at.</summary>
    public async Task ClearAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("WITH seen AS (DELETE FROM page_visits WHERE source = $1) DELETE FROM frontier WHERE source = $1");
        command.Parameters.AddWithValue(source);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<int> CountWaitingAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*)::integer FROM frontier WHERE source = $1 AND state = 'waiting'");
        command.Parameters.AddWithValue(source);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>When the first URL that was put off is due; null when none was.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT min(due) FROM frontier WHERE source = $1 AND state = 'waiting'");
        command.Parameters.AddWithValue(source);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    /// <summary>Returns how many now wait that were not known. Each refused link is logged once, when it is first seen.</summary>
    internal static async Task<int> AddAsync(
        NpgsqlConnection connection, string source, HashedLink[] links, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var distinct = links.DistinctBy(l => l.Hash).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            Add, source,
            Array.ConvertAll(distinct, l => StoredText.Clean(l.Link.Url)),
            Array.ConvertAll(distinct, l => l.Hash),
            Array.ConvertAll(distinct, l => l.Link.Depth),
            Array.ConvertAll(distinct, l => StoredText.Clean(l.Link.Referrer)),
            Array.ConvertAll(distinct, l => l.Link.Refused?.Code()),
            Array.ConvertAll(distinct, l => l.Link.Role.ToString().ToLowerInvariant()),
            Array.ConvertAll(distinct, l => StoredText.Clean(l.Link.Clue.TagPath)),
            Array.ConvertAll(distinct, l => StoredText.Clean(l.Link.Clue.Anchor)),
            Array.ConvertAll(distinct, l => StoredText.Clean(l.Link.Clue.Around)),
            Array.ConvertAll(distinct, l => StoredText.Clean(l.Link.Clue.FromKind)),
            CrawledDocument.EntryMediaType,
            now.ToUniversalTime(),
            SourceSlug.IsRehearsal(source));
        return (int)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    internal static async Task SettleAsync(NpgsqlConnection connection, FrontierSettlement[] settled, CancellationToken cancellationToken)
    {
        if (settled.Length == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            Settle,
            Array.ConvertAll(settled, s => s.Sequence),
            Array.ConvertAll(settled, s => s.Reason.Code()),
            Array.ConvertAll(settled, s => s.RetryAt?.ToUniversalTime()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A URL that waits to be fetched.</summary>
public sealed record FrontierUrl(long Sequence, string Url, int Depth, int Attempts)
{
    public FrontierRole Role { get; init; }
    public LinkClue Clue { get; init; } = LinkClue.None;

    /// <summary>Address of the page that it was first found on.</summary>
    public string? Referrer { get; init; }

    /// <summary>Validators of the page as it is stored, for a look whether it has changed; null for a first look.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}
