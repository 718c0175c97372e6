using Microsoft.EntityFrameworkCore;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>Items one by one, and their counts.</summary>
public sealed class ItemStore(IDbContextFactory<TrendGrainsContext> contexts)
{
    /// <summary>From this article score on a page with a date is taken for short news, which has too little about it to look like an article.</summary>
    public const double MayBeShortNews = 0.3;

    /// <summary>Characters that a thread has at least: the kind of a page that says next to nothing is a guess.</summary>
    public const int ShortestThread = 60;

    public async Task<ItemState?> GetStateAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Items.Where(i => i.Id == id).Select(i => (ItemState?)i.State).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<ItemRow?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
    }

    /// <summary>Which of these are known to tell a story, and which are known to tell none.</summary>
    public async Task<IReadOnlyDictionary<Guid, bool>> AreArticlesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return new Dictionary<Guid, bool>();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Items.Where(i => ids.Contains(i.Id) && i.IsArticle != null)
            .ToDictionaryAsync(i => i.Id, i => i.IsAdvert != true && (i.IsArticle!.Value || (i.PageKind == "forum" && i.Text!.Length >= ShortestThread) || (i.PublishedAt != null && (i.PageKind == "article" || i.ArticleScore >= MayBeShortNews))), cancellationToken);
    }

    /// <summary>What the item said before, the first version first.</summary>
    public async Task<IReadOnlyList<ItemVersionRow>> ReadVersionsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ItemVersions.AsNoTracking().Where(v => v.ItemId == id).OrderBy(v => v.Version).ToListAsync(cancellationToken);
    }

    /// <summary>Removes what was kept of an item; its key and addresses stay, so that a crawl does not bring it back.</summary>
    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // First, so that whoever stores something of this item waits for the lock and then finds it deleted.
        await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE items SET state = 'deleted', title = NULL, text = NULL, byline = NULL, site_name = NULL, text_hash = NULL,
                keywords = DEFAULT, missing = DEFAULT, missing_why = DEFAULT, engagement = NULL, decisions = NULL,
                topic = NULL, topic_score = NULL, tone = NULL, severity = NULL, summary = NULL WHERE id = {id}
            """,
            cancellationToken);
        await context.Database.ExecuteSqlAsync($"UPDATE arrivals SET title = NULL, text = '', embedding = NULL WHERE item_id = {id}", cancellationToken);
        await context.Pages.Where(p => p.ItemId == id).ExecuteDeleteAsync(cancellationToken);
        await context.ItemVersions.Where(v => v.ItemId == id).ExecuteDeleteAsync(cancellationToken);
        await context.ItemMedia.Where(m => m.ItemId == id).ExecuteDeleteAsync(cancellationToken);
        await context.TextVectors.Where(v => v.ItemId == id).ExecuteDeleteAsync(cancellationToken);
        await context.FingerprintBands.Where(b => b.ItemId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Fingerprints.Where(f => f.ItemId == id).ExecuteDeleteAsync(cancellationToken);
        await context.SourceCitations.Where(c => c.ItemId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Edges.Where(e => e.FromKind == "item" && e.FromId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Edges.Where(e => e.ToKind == "item" && e.ToId == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>How many items are in each state, by its stored name.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByStateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await context.Items.GroupBy(i => i.State).Select(g => new { State = g.Key, Count = g.LongCount() }).ToListAsync(cancellationToken);
        return counts.ToDictionary(c => ItemStates.Code(c.State), c => c.Count);
    }

    /// <summary>What items that were understood in part still miss: how many each part, and why the newest of them does. The most frequent first. One pass that keeps a reason a part and sorts no items.</summary>
    public async Task<IReadOnlyList<MissingCount>> CountMissingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<MissingCount>(
            $"""
            SELECT m.part AS "Part", count(*) AS "Items",
                nullif((max(ARRAY[lpad(i.accepted_seq::text, 20, '0') COLLATE "C", coalesce(m.why, '')]))[2], '') AS "Reason"
            FROM items i CROSS JOIN LATERAL unnest(i.missing, i.missing_why) AS m (part, why)
            WHERE i.state = 'partial' GROUP BY m.part ORDER BY count(*) DESC, m.part
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The items that arrived last, newest first.</summary>
    public async Task<IReadOnlyList<RecentItem>> RecentAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Items
            .Where(i => i.ArrivalSeq != null && i.EventTime != null && i.State != ItemState.Deleted)
            .OrderByDescending(i => i.ArrivalSeq)
            .Take(limit)
            .Select(i => new RecentItem(i.Id, i.Url, i.Title, i.Source, i.Language, i.EventTime!.Value))
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Reason">Null for items of before reasons were kept.</param>
public sealed record MissingCount(string Part, long Items, string? Reason);

/// <summary>An item as a list shows it.</summary>
public sealed record RecentItem(Guid Id, string Url, string? Title, string Source, string? Language, DateTimeOffset EventTime);
