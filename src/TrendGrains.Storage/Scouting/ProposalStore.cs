using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Scouting;

/// <summary>The hosts that articles name, and what was decided about them.</summary>
public sealed class ProposalStore(NpgsqlDataSource database, IDbContextFactory<TrendGrainsContext> contexts)
{
    private const string Cite =
        """
        INSERT INTO source_citations (host, item_id, source, url, seen_at)
        SELECT c.host, c.item_id, c.source, c.url, $5 FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) AS c (host, item_id, source, url)
        ORDER BY c.host, c.item_id
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Hosts by how many sources, then articles, name them; those that something was decided about come along.</summary>
    private const string List =
        """
        SELECT coalesce(c.host, p.host), c.url, coalesce(p.state, 'proposed'), coalesce(c.articles, 0), coalesce(c.sources, 0), c.first_seen, c.last_seen,
            p.source, coalesce(p.budget, 0), coalesce(p.pages, 0), coalesce(p.reward, 0), p.reason
        FROM (
            SELECT host, (array_agg(url ORDER BY seen_at DESC))[1] AS url, count(*)::integer AS articles, count(DISTINCT source)::integer AS sources,
                min(seen_at) AS first_seen, max(seen_at) AS last_seen
            FROM source_citations GROUP BY host HAVING count(*) >= $1) c
        FULL JOIN source_proposals p ON p.host = c.host
        WHERE $3 = '' OR coalesce(p.state, 'proposed') = $3
        ORDER BY coalesce(c.sources, 0) DESC, coalesce(c.articles, 0) DESC, 1 LIMIT $2
        """;

    /// <param name="fewest">Articles that must name a host, unless something was decided about it.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    public async Task<IReadOnlyList<SourceProposal>> ListAsync(int fewest, int limit, string? state, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.AddWithValue(fewest);
        command.Parameters.AddWithValue(limit);
        command.Parameters.AddWithValue(state ?? "");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var proposals = new List<SourceProposal>();
        while (await reader.ReadAsync(cancellationToken))
        {
            proposals.Add(new SourceProposal
            {
                Host = reader.GetString(0),
                Url = reader.IsDBNull(1) ? null : reader.GetString(1),
                State = reader.GetString(2),
                Articles = reader.GetInt32(3),
                Sources = reader.GetInt32(4),
                FirstSeen = reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                LastSeen = reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6),
                Source = reader.IsDBNull(7) ? null : reader.GetString(7),
                Budget = reader.GetInt32(8),
                Pages = reader.GetInt32(9),
                Reward = reader.GetDouble(10),
                Reason = reader.IsDBNull(11) ? null : reader.GetString(11),
            });
        }

        return proposals;
    }

    /// <summary>What was decided about a host; null when nothing was.</summary>
    public async Task<SourceProposalRow?> GetAsync(string host, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SourceProposals.AsNoTracking().SingleOrDefaultAsync(p => p.Host == host, cancellationToken);
    }

    /// <summary>The last decision about a host stands.</summary>
    public async Task DecideAsync(SourceProposalRow decision, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO source_proposals (host, state, source, budget, pages, reward, reason, decided_at)
            VALUES ({decision.Host}, {decision.State}, {decision.Source}, {decision.Budget}, {decision.Pages}, {decision.Reward}, {StoredText.Clean(decision.Reason)}, {decision.DecidedAt.ToUniversalTime()})
            ON CONFLICT (host) DO UPDATE SET state = excluded.state, source = excluded.source, budget = excluded.budget, pages = excluded.pages,
                reward = excluded.reward, reason = excluded.reason, decided_at = excluded.decided_at
            """,
            cancellationToken);
    }

    /// <summary>Forgets who named a host before a time; what was decided stays.</summary>
    public async Task ForgetBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"DELETE FROM source_citations WHERE seen_at < {time.ToUniversalTime()}", cancellationToken);
    }

    internal static async Task CiteAsync(NpgsqlConnection connection, IReadOnlyList<WaitingItem> items, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var citations = items.SelectMany(i => i.Item.Cites.DistinctBy(c => c.Host).Select(c => (Citation: c, i.Item.ItemId, i.Source))).ToArray();
        if (citations.Length == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            Cite,
            Array.ConvertAll(citations, c => StoredText.Clean(c.Citation.Host)),
            Array.ConvertAll(citations, c => c.ItemId),
            Array.ConvertAll(citations, c => c.Source),
            Array.ConvertAll(citations, c => StoredText.Clean(c.Citation.Url)),
            now.ToUniversalTime());
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
