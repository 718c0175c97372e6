using Npgsql;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Sources;

/// <summary>The sources as the operator defined them.</summary>
public sealed class SourceStore(NpgsqlDataSource database)
{
    private const string Select =
        """
        SELECT s.slug, s.kind, s.url, s.title, s.access, s.interval_seconds, s.internal, s.max_pages, s.max_depth, s.follow_entries,
            s.delay_seconds, s.paused, s.synthetic, coalesce(i.items, 0), i.last_fetched, s.policy, s.focus, s.render, s.max_bytes, s.max_seconds
        FROM sources s
        LEFT JOIN (SELECT source, count(*) AS items, max(fetched_at) AS last_fetched FROM items GROUP BY source) i ON i.source = s.slug
        """;

    public async Task UpsertAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO sources (slug, kind, url, title, access, interval_seconds, internal, max_pages, max_depth, follow_entries, delay_seconds, paused, synthetic,
                policy, focus, render, max_bytes, max_seconds)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            ON CONFLICT (slug) DO UPDATE SET kind = excluded.kind, url = excluded.url, title = excluded.title, access = excluded.access,
                interval_seconds = excluded.interval_seconds, internal = excluded.internal, max_pages = excluded.max_pages,
                max_depth = excluded.max_depth, follow_entries = excluded.follow_entries, delay_seconds = excluded.delay_seconds,
                paused = excluded.paused, synthetic = excluded.synthetic, policy = excluded.policy, focus = excluded.focus,
                render = excluded.render, max_bytes = excluded.max_bytes, max_seconds = excluded.max_seconds
            """);
        command.Parameters.AddWithValue(source.Slug);
        command.Parameters.AddWithValue(Code(source.Kind));
        command.Parameters.AddWithValue(StoredText.Clean(source.Url));
        command.Parameters.AddWithValue((object?)StoredText.Clean(source.Title) ?? DBNull.Value);
        command.Parameters.AddWithValue(Code(source.Access));
        command.Parameters.AddWithValue(source.Interval.TotalSeconds);
        command.Parameters.AddWithValue(source.Internal);
        command.Parameters.AddWithValue(source.MaxPages);
        command.Parameters.AddWithValue(source.MaxDepth);
        command.Parameters.AddWithValue(source.FollowEntries);
        command.Parameters.AddWithValue(source.Delay is { } delay ? delay.TotalSeconds : DBNull.Value);
        command.Parameters.AddWithValue(source.Paused);
        command.Parameters.AddWithValue(source.Synthetic);
        command.Parameters.AddWithValue(source.Policy.Code());
        command.Parameters.AddWithValue((object?)StoredText.Clean(source.Focus) ?? DBNull.Value);
        command.Parameters.AddWithValue(source.Render);
        command.Parameters.AddWithValue(source.MaxBytes);
        command.Parameters.AddWithValue(source.MaxTime is { } time ? time.TotalSeconds : DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>All sources by slug, with how many items each has.</summary>
    public async Task<IReadOnlyList<SourceListing>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Select} ORDER BY s.slug");
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>How many sources there are, without a look at their items.</summary>
    public async Task<SourceCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*)::int, count(*) FILTER (WHERE synthetic)::int FROM sources");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new SourceCounts(reader.GetInt32(0), reader.GetInt32(1));
    }

    public async Task<SourceListing?> GetAsync(string slug, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Select} WHERE s.slug = $1");
        command.Parameters.AddWithValue(slug);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Forgets the source and its frontier; its items stay.</summary>
    public async Task RemoveAsync(string slug, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "WITH gone AS (DELETE FROM frontier WHERE source = ANY($2)), seen AS (DELETE FROM page_visits WHERE source = ANY($2)) DELETE FROM sources WHERE slug = $1");
        command.Parameters.AddWithValue(slug);

        // A rehearsal that was cut off left what it had found.
        command.Parameters.AddWithValue(Enum.GetValues<CrawlPolicy>().Select(p => SourceSlug.Rehearsal(slug, p)).Append(slug).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<SourceListing>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var sources = new List<SourceListing>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            sources.Add(new SourceListing(
                new SourceDefinition
                {
                    Slug = reader.GetString(0),
                    Kind = Enum.Parse<SourceKind>(reader.GetString(1), ignoreCase: true),
                    Url = reader.GetString(2),
                    Title = reader.IsDBNull(3) ? null : reader.GetString(3),
                    Access = Enum.Parse<AccessMode>(reader.GetString(4), ignoreCase: true),
                    Interval = TimeSpan.FromSeconds(reader.GetDouble(5)),
                    Internal = reader.GetBoolean(6),
                    MaxPages = reader.GetInt32(7),
                    MaxDepth = reader.GetInt32(8),
                    FollowEntries = reader.GetBoolean(9),
                    Delay = reader.IsDBNull(10) ? null : TimeSpan.FromSeconds(reader.GetDouble(10)),
                    Paused = reader.GetBoolean(11),
                    Synthetic = reader.GetBoolean(12),
                    Policy = Enum.Parse<CrawlPolicy>(reader.GetString(15).Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                    Focus = reader.IsDBNull(16) ? null : reader.GetString(16),
                    Render = reader.GetBoolean(17),
                    MaxBytes = reader.GetInt64(18),
                    MaxTime = reader.IsDBNull(19) ? null : TimeSpan.FromSeconds(reader.GetDouble(19)),
                },
                reader.GetInt64(13),
                reader.IsDBNull(14) ? null : reader.GetFieldValue<DateTimeOffset>(14)));
        }

        return sources;
    }

    private static string Code(Enum value) => value.ToString().ToLowerInvariant();
}

/// <summary>A source, how many items it has, and when the last of them was fetched.</summary>
public sealed record SourceListing(SourceDefinition Definition, long Items, DateTimeOffset? LastFetched);

/// <summary>How many sources there are, and how many of them are made up.</summary>
public sealed record SourceCounts(int All, int Synthetic);
