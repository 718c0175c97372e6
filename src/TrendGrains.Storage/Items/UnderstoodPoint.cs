using Npgsql;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Copies;
using TrendGrains.Storage.Graph;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Search;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Storage.Items;

/// <summary>The second durable point: what documents became, their vectors and links, and their place in the order of arrival.</summary>
internal static class UnderstoodPoint
{
    /// <summary>Any number that nothing else locks with: whoever holds it gives out arrival numbers until it has committed.</summary>
    private const long ArrivalLock = 0x7467_6172_7276;

    /// <summary>
    /// The items that wait for this: locked in the order of their keys, so that nobody revises or deletes one in between. One whose page
    /// was replaced after it was read waits for another reading.
    /// </summary>
    private const string FindWaiting =
        """
        SELECT i.id, i.state = 'accepted', i.arrival_seq, EXISTS (SELECT FROM arrivals a WHERE a.item_id = i.id), i.source, i.url FROM items i
        JOIN unnest($1::uuid[], $2::uuid[]) AS d (id, content_hash) ON d.id = i.id
        WHERE i.state IN ('accepted', 'revised', 'partial') AND i.content_hash = coalesce(d.content_hash, i.content_hash)
        ORDER BY i.id
        FOR UPDATE OF i
        """;

    private const string Arrive = "SELECT pg_advisory_xact_lock($1)";

    private const string TakeNumbers = "SELECT nextval('items_arrival_seq') FROM generate_series(1, $1)";

    public static async Task<UnderstandResult> StoreAsync(
        NpgsqlConnection connection, string source, IReadOnlyList<UnderstoodItem> items, IReadOnlyList<DiscoveredLink> links,
        IReadOnlyList<CrawlLogEntry> log, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await FindWaitingAsync(connection, items, cancellationToken);
        if (waiting.Count > 0)
        {
            await VectorStore.StoreAsync(connection, waiting, now, cancellationToken);
            await MediaStore.StoreAsync(connection, waiting, cancellationToken);
            await ProposalStore.CiteAsync(connection, waiting, now, cancellationToken);
        }

        var discovered = 0;
        if (links.Count > 0)
        {
            var hashed = HashedLink.From(links);
            discovered = await FrontierStore.AddAsync(connection, source, hashed, now, cancellationToken);
            if (!SourceSlug.IsRehearsal(source))
            {
                // A rehearsal leaves nothing behind; the items that its links are on may be real ones.
                await EdgeStore.LinkAsync(connection, hashed, cancellationToken);
            }
        }

        await CrawlLogStore.CopyAsync(connection, log, cancellationToken);
        if (waiting.Count > 0)
        {
            // Taken last and held to the commit: a reader of arrival_seq > n can never miss a number that commits later.
            var numbered = await NumberAsync(connection, waiting, cancellationToken);
            await using var batch = new NpgsqlBatch(connection);
            foreach (var item in numbered)
            {
                batch.BatchCommands.Add(ItemUpdate.Of(item.Item, item.Seq));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
            await CopyStore.StoreAsync(connection, numbered, cancellationToken);
            var arrived = numbered.Where(i => i is { TakesNumber: true, Seq: not null, Item.Board: not null });
            await ArrivalStore.CopyAsync(connection, [.. arrived.Select(i => (i.Item, i.Source, i.Url, i.Seq!.Value))], cancellationToken);
        }

        return new UnderstandResult(discovered);
    }

    /// <summary>
    /// An arrival number is given when the item is first ready. One that had no board then and has one now, as a late decision gave it, takes
    /// another: boards have read on since, and would never come back for the old one. What a board has once been given keeps its number.
    /// </summary>
    private static async Task<List<WaitingItem>> NumberAsync(NpgsqlConnection connection, List<WaitingItem> waiting, CancellationToken cancellationToken)
    {
        var ready = waiting.Count(i => i.TakesNumber);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Arrive, ArrivalLock);
        batch.Add(TakeNumbers, ready);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var numbered = new List<WaitingItem>(waiting.Count);
        foreach (var item in waiting)
        {
            var takes = item.TakesNumber && await reader.ReadAsync(cancellationToken);
            numbered.Add(takes ? item with { Seq = reader.GetInt64(0) } : item);
        }

        return numbered;
    }

    /// <summary>Those that are to be stored, in the order given.</summary>
    private static async Task<List<WaitingItem>> FindWaitingAsync(
        NpgsqlConnection connection, IReadOnlyList<UnderstoodItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var distinct = items.DistinctBy(i => i.ItemId).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(FindWaiting, Array.ConvertAll(distinct, i => i.ItemId), Array.ConvertAll(distinct, i => i.ContentHash));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var byId = distinct.ToDictionary(i => i.ItemId);
        var found = new Dictionary<Guid, WaitingItem>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            found[id] = new WaitingItem(
                byId[id], reader.GetBoolean(1), !reader.IsDBNull(2), reader.GetBoolean(3), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.GetString(4), reader.GetString(5));
        }

        return [.. distinct.Where(i => found.ContainsKey(i.ItemId)).Select(i => found[i.ItemId])];
    }
}
