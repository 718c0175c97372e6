using Npgsql;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Graph;

/// <summary>Typed links between what is stored.</summary>
internal static class EdgeStore
{
    /// <summary>
    /// Links a crawl may follow. An item's id is its address' hash, so a link can point at an item that is still to come; one to another
    /// name of an item points at the item when the name is known already.
    /// </summary>
    private const string Link =
        """
        INSERT INTO edges (from_kind, from_id, kind, to_kind, to_id)
        SELECT DISTINCT 'item', f.item_id, 'links-to', 'item', coalesce(t.item_id, l.target)
        FROM unnest($1::uuid[], $2::uuid[]) AS l (referrer, target)
        JOIN item_urls f ON f.url_hash = l.referrer
        LEFT JOIN item_urls t ON t.url_hash = l.target
        WHERE f.item_id <> coalesce(t.item_id, l.target)
        ORDER BY 2, 5
        ON CONFLICT DO NOTHING
        """;

    public static async Task LinkAsync(NpgsqlConnection connection, HashedLink[] links, CancellationToken cancellationToken)
    {
        var followed = links.Where(l => l.Link is { Refused: null, Role: FrontierRole.Page }).Select(l => (l.ReferrerHash, l.Hash)).Distinct().ToArray();
        if (followed.Length == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Link, Array.ConvertAll(followed, l => l.ReferrerHash), Array.ConvertAll(followed, l => l.Hash));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
