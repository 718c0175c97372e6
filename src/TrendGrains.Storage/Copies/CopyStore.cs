using System.Runtime.InteropServices;
using Npgsql;
using TrendGrains.Storage.Items;
using TrendGrains.Text.Fingerprints;

namespace TrendGrains.Storage.Copies;

/// <summary>
/// Near copies: an edge <c>copy-of</c> from each item to the first publisher of its text. Who is first is decided by published time, then by id, and
/// not by who was read first: an original that is read late takes over the copies that pointed elsewhere.
/// </summary>
internal static class CopyStore
{
    /// <summary>Agencies' copy is printed within hours; what says the same a week later is another matter.</summary>
    private static readonly TimeSpan window = TimeSpan.FromDays(3);

    private const string Forget =
        """
        WITH edge AS (DELETE FROM edges WHERE from_kind = 'item' AND kind = 'copy-of' AND from_id = ANY($1))
        DELETE FROM item_fingerprints WHERE item_id = ANY($1)
        """;

    private const string AddSignatures =
        """
        INSERT INTO item_fingerprints (item_id, published, signature)
        SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::bytea[]) AS f (item_id, published, signature) ORDER BY f.item_id
        ON CONFLICT (item_id) DO UPDATE SET published = excluded.published, signature = excluded.signature
        """;

    private const string AddBands =
        """
        INSERT INTO fingerprint_bands (band, published, item_id)
        SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::uuid[]) AS b (band, published, item_id) ORDER BY 1, 2, 3
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Bounded: of one band the eight that were published first within the window, whatever floods it.</summary>
    private const string FindAlike =
        """
        SELECT DISTINCT q.item_id, f.item_id, f.published, f.signature
        FROM unnest($1::bigint[], $2::timestamptz[], $3::uuid[]) AS q (band, published, item_id)
        CROSS JOIN LATERAL (
            SELECT b.item_id FROM fingerprint_bands b
            WHERE b.band = q.band AND b.published BETWEEN q.published - $4 AND q.published + $4 AND b.item_id <> q.item_id
            ORDER BY b.published, b.item_id LIMIT 8) AS c
        JOIN item_fingerprints f ON f.item_id = c.item_id
        """;

    private const string Link =
        """
        INSERT INTO edges (from_kind, from_id, kind, to_kind, to_id, weight)
        SELECT 'item', p.later, 'copy-of', 'item', p.earlier, p.weight FROM unnest($1::uuid[], $2::uuid[], $3::real[]) AS p (later, earlier, weight) ORDER BY 2, 5
        ON CONFLICT (from_kind, from_id, kind, to_kind, to_id) DO UPDATE SET weight = excluded.weight
        """;

    /// <summary>Of an item's edges the one to whoever published first stays.</summary>
    private const string KeepFirst =
        """
        DELETE FROM edges e USING item_fingerprints t
        WHERE e.from_kind = 'item' AND e.kind = 'copy-of' AND e.from_id = ANY($1) AND t.item_id = e.to_id AND EXISTS (
            SELECT FROM edges o JOIN item_fingerprints f ON f.item_id = o.to_id
            WHERE o.from_kind = 'item' AND o.kind = 'copy-of' AND o.from_id = e.from_id AND (f.published, f.item_id) < (t.published, t.item_id))
        """;

    /// <summary>Call it under the lock of arrival: two batches at once would not see each other.</summary>
    public static async Task StoreAsync(NpgsqlConnection connection, IReadOnlyList<WaitingItem> items, CancellationToken cancellationToken)
    {
        var again = items.Where(i => !i.IsFirst).Select(i => i.Item.ItemId).ToArray();
        var signed = items.Where(i => i.Item.Fingerprint is not null).Select(i => i.Item).ToArray();
        if (again.Length + signed.Length == 0)
        {
            return;
        }

        var pairs = Pairs(signed, await FindAsync(connection, again, signed, cancellationToken));
        if (pairs.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Link, pairs.Select(p => p.Later).ToArray(), pairs.Select(p => p.Earlier).ToArray(), pairs.Select(p => p.Weight).ToArray());
        batch.Add(KeepFirst, pairs.Select(p => p.Later).Distinct().ToArray());
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<(Guid Item, Guid Other, DateTimeOffset Published, uint[] Signature)>> FindAsync(
        NpgsqlConnection connection, Guid[] again, UnderstoodItem[] signed, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (again.Length > 0)
        {
            batch.Add(Forget, again);
        }

        var bands = signed.SelectMany(i => CopyFingerprint.BandsOf(i.Fingerprint!).Select((key, band) => (Key: ((long)band << 32) | key, Item: i))).ToArray();
        var (keys, times, ids) = (
            Array.ConvertAll(bands, b => b.Key), Array.ConvertAll(bands, b => Published(b.Item)), Array.ConvertAll(bands, b => b.Item.ItemId));
        batch.Add(
            AddSignatures, Array.ConvertAll(signed, i => i.ItemId), Array.ConvertAll(signed, Published),
            Array.ConvertAll(signed, i => MemoryMarshal.AsBytes(i.Fingerprint.AsSpan()).ToArray()));
        batch.Add(AddBands, keys, times, ids);
        batch.Add(FindAlike, keys, times, ids, window);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new List<(Guid, Guid, DateTimeOffset, uint[])>();
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add((
                    reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2),
                    MemoryMarshal.Cast<byte, uint>(reader.GetFieldValue<byte[]>(3)).ToArray()));
            }
        }
        while (await reader.NextResultAsync(cancellationToken));

        return found;
    }

    private static List<(Guid Later, Guid Earlier, float Weight)> Pairs(
        UnderstoodItem[] signed, List<(Guid Item, Guid Other, DateTimeOffset Published, uint[] Signature)> found)
    {
        var byId = signed.ToDictionary(i => i.ItemId);
        var pairs = new Dictionary<(Guid Later, Guid Earlier), float>();
        foreach (var (id, other, published, signature) in found)
        {
            var item = byId[id];
            var likeness = CopyFingerprint.Contained(item.Fingerprint!, signature);
            if (likeness >= CopyFingerprint.Alike)
            {
                var isLater = Published(item).CompareTo(published) is var order && order != 0 ? order > 0 : IsAfter(id, other);
                pairs[isLater ? (id, other) : (other, id)] = likeness;
            }
        }

        return [.. pairs.Select(p => (p.Key.Later, p.Key.Earlier, p.Value))];
    }

    /// <summary>In microseconds, as the database keeps it.</summary>
    private static DateTimeOffset Published(UnderstoodItem item)
    {
        var time = item.EventTime.ToUniversalTime();
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>In the database's order, which is that of the bytes.</summary>
    private static bool IsAfter(Guid a, Guid b) => a.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(b.ToByteArray(bigEndian: true)) > 0;
}
