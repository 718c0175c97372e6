using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Items;
using TrendGrains.TestKit.Postgres;
using TrendGrains.Text.Fingerprints;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Items;

public sealed class ItemStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    private ItemStore Items => database.Get<ItemStore>();

    private IngestStore Ingest => database.Get<IngestStore>();

    [DatabaseFact]
    public async Task What_is_not_there_has_no_state()
    {
        Assert.Null(await Items.GetStateAsync(Guid.NewGuid(), default));
        Assert.Null(await Items.ReadAsync(Guid.NewGuid(), default));
    }

    [DatabaseFact]
    public async Task Deleting_removes_everything_but_the_key()
    {
        await Ingest.AcceptAsync(Batch(source, Document(Url("a"), "one"), Document(Url("b"))), default);
        var media = Understood(Url("a")) with
        {
            Media = [new ItemMedia("https://m.example/1", "image", null)],
            Cites = [new Citation("named.example", "https://named.example/")],
            Fingerprint = CopyFingerprint.Of(string.Join(' ', Enumerable.Range(0, 250).Select(i => $"word{i}"))),
        };
        await Ingest.UnderstandAsync(
            source, [media, Understood(Url("b"))],
            [new DiscoveredLink(Url("b"), 1, Url("a"), null), new DiscoveredLink(Url("a"), 1, Url("b"), null)], [], default);
        await Ingest.AcceptAsync(Batch(source, Document(Url("a"), "two")), default);
        var id = ItemKey.FromUrl(Url("a"));
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM item_fingerprints WHERE item_id = $1", id));
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM source_citations WHERE item_id = $1", id));

        await Items.DeleteAsync(id, default);
        await Items.DeleteAsync(id, default);

        var item = (await Items.ReadAsync(id, default))!;
        Assert.Equal((ItemState.Deleted, null, null), (item.State, item.Title, item.Text));
        Assert.Empty(item.Keywords);
        foreach (var rows in new[] { "pages WHERE item_id", "item_versions WHERE item_id", "item_media WHERE item_id", "item_vectors_text_128 WHERE item_id", "edges WHERE from_id", "edges WHERE to_id", "item_fingerprints WHERE item_id", "fingerprint_bands WHERE item_id", "source_citations WHERE item_id" })
        {
            Assert.Equal(0L, await database.ScalarAsync<long>($"SELECT count(*) FROM {rows} = $1", id));
        }

        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM item_urls WHERE item_id = $1", id));
    }

    [DatabaseTheory]
    [InlineData(ItemStore.MayBeShortNews, true)]
    [InlineData(ItemStore.MayBeShortNews - 0.01, false)]
    public async Task Short_dated_news_is_known_for_a_story_from_the_threshold_on(double score, bool tells)
    {
        await Ingest.AcceptAsync(Batch(source, Document(Url("short"))), default);
        var item = Understood(Url("short")) with { ArticleScore = score, PageKind = "listing", PublishedAt = MigratedDatabase.Start };
        await Ingest.UnderstandAsync(source, [item], [], [], default);

        Assert.Equal(tells, Assert.Single(await Items.AreArticlesAsync([item.ItemId], default)).Value);
    }

    [DatabaseFact]
    public async Task The_recent_list_has_what_arrived_newest_first()
    {
        await Ingest.AcceptAsync(Batch(source, [.. "abcd".Select(c => Document(Url(c.ToString())))]), default);
        await Ingest.UnderstandAsync(
            source, [Understood(Url("c")), Understood(Url("a"), state: ItemState.Partial), Understood(Url("b"), "", ItemState.Unreadable)], [], [], default);

        var recent = await Items.RecentAsync(2, default);

        Assert.Equal([Url("a"), Url("c")], recent.Select(i => i.Url));
        Assert.Equal((source, "Title", "en", MigratedDatabase.Start), (recent[0].Source, recent[0].Title, recent[0].Language, recent[0].EventTime));
    }

    [DatabaseFact]
    public async Task Items_are_counted_by_state()
    {
        var before = (await Items.CountByStateAsync(default)).GetValueOrDefault("accepted");
        await Ingest.AcceptAsync(Batch(source, Document(Url("a")), Document(Url("b"))), default);

        Assert.Equal(before + 2, (await Items.CountByStateAsync(default))["accepted"]);
    }

    private string Url(string path) => $"https://{source}.example/{path}";
}
