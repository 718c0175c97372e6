using System.Text;
using Npgsql;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Items;

public sealed class AcceptTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    private IngestStore Store => database.Get<IngestStore>();

    [DatabaseFact]
    public async Task A_new_document_can_be_read_back_as_it_came()
    {
        var document = Document(Url("a"), "<p>본문</p>", Url("a?x")) with { LastModified = "yesterday" };

        var accepted = await AcceptAsync(document);

        var pending = Assert.Single(await Store.ReadPendingAsync(source, 10, default));
        Assert.Equal(new AcceptedDocument(0, ItemKey.FromUrl(document.Url), AcceptDisposition.New), Assert.Single(accepted));
        Assert.Equal(source, pending.Source);
        Assert.Equivalent(document with { Aliases = [] }, pending.Document, strict: true);
        Assert.Equal(pending.Document.Body, (await Store.ReadPageAsync(pending.ItemId, default))!.Document.Body);
    }

    [DatabaseFact]
    public async Task The_same_batch_twice_changes_nothing()
    {
        var documents = new[] { Document(Url("a")), Document(Url("b"), "other", Url("c")) };
        await AcceptAsync(documents);

        var again = await AcceptAsync(documents);

        Assert.All(again, d => Assert.Equal(AcceptDisposition.Pending, d.Disposition));
        Assert.Equal(2, await CountAsync("items"));
        Assert.Equal(0, await CountAsync("item_versions v JOIN items i ON i.id = v.item_id"));
    }

    [DatabaseFact]
    public async Task What_is_counted_of_a_known_item_is_written_where_it_is_other_and_makes_no_version()
    {
        var (a, b) = (Document(Url("a")) with { Engagement = new Engagement { Score = 1, Comments = 0 } }, Document(Url("b"), "other") with { Engagement = new Engagement { Views = 7 } });
        await AcceptAsync(a, b, Document(Url("c"), "third"));
        var before = await RowVersionAsync(b.Url);

        var again = await AcceptAsync(a with { Engagement = new Engagement { Score = -3, Comments = 9 } }, b);

        Assert.All(again, d => Assert.Equal(AcceptDisposition.Pending, d.Disposition));
        Assert.Equal(new Engagement { Score = -3, Comments = 9 }, (await database.Get<ItemStore>().ReadAsync(ItemKey.FromUrl(a.Url), default))!.Engagement);
        Assert.Null((await database.Get<ItemStore>().ReadAsync(ItemKey.FromUrl(Url("c")), default))!.Engagement);
        Assert.Equal(before, await RowVersionAsync(b.Url));
        Assert.Equal(0, await CountAsync("item_versions v JOIN items i ON i.id = v.item_id"));
    }

    [DatabaseFact]
    public async Task What_another_source_says_of_the_same_page_is_no_edit()
    {
        var entry = Document(Url("a"), "{}") with { MediaType = CrawledDocument.EntryMediaType };
        await AcceptAsync(entry);

        var theirs = await AcceptAsync(entry with { Body = "{\"title\":\"otherwise\"}"u8.ToArray(), Source = UniqueSource() });
        var own = await AcceptAsync(entry with { Body = "{\"title\":\"edited\"}"u8.ToArray() });

        Assert.Equal([AcceptDisposition.Known, AcceptDisposition.Changed], [theirs[0].Disposition, own[0].Disposition]);
    }

    [DatabaseFact]
    public async Task A_url_twice_in_one_batch_is_one_item_and_the_first_counts()
    {
        var accepted = await AcceptAsync(Document(Url("a"), "first"), Document(Url("a"), "second"));

        Assert.Equal([AcceptDisposition.New, AcceptDisposition.Known], accepted.Select(d => d.Disposition));
        Assert.Equal(accepted[0].ItemId, accepted[1].ItemId);
        Assert.Equal("first", Encoding.UTF8.GetString((await Store.ReadPageAsync(accepted[0].ItemId, default))!.Document.Body));
    }

    [DatabaseFact]
    public async Task An_address_that_leads_to_an_item_makes_no_other()
    {
        await AcceptAsync(Document(Url("a"), "body", Url("short")));

        var accepted = Assert.Single(await AcceptAsync(Document(Url("short"), "anything")));

        Assert.Equal((ItemKey.FromUrl(Url("a")), AcceptDisposition.Known), (accepted.ItemId, accepted.Disposition));
        Assert.Equal(1, await CountAsync("items"));
    }

    [DatabaseFact]
    public async Task The_same_holds_within_one_batch()
    {
        var accepted = await AcceptAsync(Document(Url("a"), "body", Url("short")), Document(Url("short"), "anything"));

        Assert.Equal([AcceptDisposition.New, AcceptDisposition.Known], accepted.Select(d => d.Disposition));
        Assert.All(accepted, d => Assert.Equal(ItemKey.FromUrl(Url("a")), d.ItemId));
    }

    [DatabaseFact]
    public async Task An_alias_that_is_taken_stays_with_its_item()
    {
        await AcceptAsync(Document(Url("a"), "body", Url("short")), Document(Url("b"), "body", Url("short"), Url("a")));

        Assert.Equal(ItemKey.FromUrl(Url("a")), await OwnerAsync(Url("short")));
        Assert.Equal(ItemKey.FromUrl(Url("a")), await OwnerAsync(Url("a")));
        Assert.Equal(ItemKey.FromUrl(Url("b")), await OwnerAsync(Url("b")));
    }

    [DatabaseFact]
    public async Task A_page_that_changed_keeps_what_it_said_as_a_version()
    {
        await AcceptAsync(Document(Url("a"), "one"));
        await UnderstandAsync(Understood(Url("a"), "text one"));

        var accepted = Assert.Single(await AcceptAsync(Document(Url("a"), "two") with { FetchedAt = MigratedDatabase.Start.AddHours(1) }));

        var items = database.Get<ItemStore>();
        var version = Assert.Single(await items.ReadVersionsAsync(accepted.ItemId, default));
        Assert.Equal(AcceptDisposition.Changed, accepted.Disposition);
        Assert.Equal(ItemState.Revised, await items.GetStateAsync(accepted.ItemId, default));
        Assert.Equal((1, "text one", ContentHash.Of("one"u8)), (version.Version, version.Text, version.ContentHash));
        Assert.Equal("two", Encoding.UTF8.GetString((await Store.ReadPageAsync(accepted.ItemId, default))!.Document.Body));
        var unfinished = Assert.Single(await Store.ReadUnfinishedAsync(source, 0, 10, default));
        Assert.Equal((accepted.ItemId, ItemState.Revised), (unfinished.ItemId, unfinished.State));
        Assert.Empty(await Store.ReadUnfinishedAsync(source, unfinished.Sequence, 10, default));
    }

    [DatabaseFact]
    public async Task A_page_that_changed_before_it_was_read_is_still_only_accepted()
    {
        await AcceptAsync(Document(Url("a"), "one"));

        var accepted = Assert.Single(await AcceptAsync(Document(Url("a"), "two")));

        Assert.Equal(AcceptDisposition.Changed, accepted.Disposition);
        Assert.Equal(ItemState.Accepted, await database.Get<ItemStore>().GetStateAsync(accepted.ItemId, default));
        Assert.Empty(await database.Get<ItemStore>().ReadVersionsAsync(accepted.ItemId, default));
    }

    [DatabaseFact]
    public async Task An_entry_never_takes_the_place_of_its_page_but_a_page_that_of_its_entry()
    {
        var entry = Document(Url("a"), "{}") with { MediaType = CrawledDocument.EntryMediaType };
        await AcceptAsync(entry);

        Assert.Equal(AcceptDisposition.Changed, Assert.Single(await AcceptAsync(Document(Url("a"), "page"))).Disposition);
        Assert.Equal(AcceptDisposition.Known, Assert.Single(await AcceptAsync(entry)).Disposition);
        Assert.Equal("text/html", (await Store.ReadPageAsync(ItemKey.FromUrl(Url("a")), default))!.Document.MediaType);
    }

    [DatabaseFact]
    public async Task What_was_deleted_does_not_come_back()
    {
        await AcceptAsync(Document(Url("a"), "one"));
        await UnderstandAsync(Understood(Url("a")));
        var id = ItemKey.FromUrl(Url("a"));
        await database.Get<ItemStore>().DeleteAsync(id, default);

        var accepted = Assert.Single(await AcceptAsync(Document(Url("a"), "two")));
        await UnderstandAsync(Understood(Url("a")));

        var item = (await database.Get<ItemStore>().ReadAsync(id, default))!;
        Assert.Equal(AcceptDisposition.Known, accepted.Disposition);
        Assert.Equal((ItemState.Deleted, null, null), (item.State, item.Title, item.Text));
        Assert.Null(await Store.ReadPageAsync(id, default));
        Assert.Equal(0, await CountAsync("item_vectors_text_128 v JOIN items i ON i.id = v.item_id"));
    }

    [DatabaseFact]
    public async Task Batches_that_overlap_in_any_order_make_each_item_once()
    {
        var urls = Enumerable.Range(0, 60).Select(i => Url($"p{i}")).ToArray();
        var random = new Random(11);
        var batches = Enumerable.Range(0, 16).Select(_ =>
        {
            var mine = (string[])urls.Clone();
            random.Shuffle(mine);
            return mine.Take(40).Select((u, i) => Document(u, "same", Url($"alias{(i * 7) % 50}"))).ToArray();
        }).ToArray();

        var results = await Task.WhenAll(batches.Select(b => Task.Run(() => AcceptAsync(b))));

        var stored = batches.SelectMany(b => b).Select(d => d.Url).Distinct().Count();
        Assert.Equal(stored, results.Sum(r => r.Count(d => d.Disposition == AcceptDisposition.New)));
        Assert.Equal(stored, await CountAsync("items"));
        Assert.Equal(stored, await CountAsync("pages p JOIN items i ON i.id = p.item_id"));
        Assert.Equal(0, await CountAsync("item_versions v JOIN items i ON i.id = v.item_id"));
    }

    [DatabaseFact]
    public async Task The_same_change_from_several_batches_at_once_is_one_change()
    {
        await AcceptAsync(Document(Url("a"), "one"));
        await UnderstandAsync(Understood(Url("a")));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AcceptAsync(Document(Url("a"), "two")))));

        Assert.Equal(1, results.Count(r => r[0].Disposition == AcceptDisposition.Changed));
        Assert.Single(await database.Get<ItemStore>().ReadVersionsAsync(ItemKey.FromUrl(Url("a")), default));
    }

    [DatabaseFact]
    public async Task A_batch_that_fails_at_its_end_leaves_nothing()
    {
        var frontier = database.Get<FrontierStore>();
        await frontier.RestartAsync(source, Url("seed"), default);
        var seed = Assert.Single(await frontier.NextAsync(source, 1, database.Clock.GetUtcNow(), default));
        var broken = Batch(source, Document(Url("a"))) with
        {
            Settled = [new FrontierSettlement(seed.Sequence, CrawlReason.Fetched, null)],
            Log = [new CrawlLogEntry { Source = source, Url = Url("a"), At = MigratedDatabase.Start, Reason = (CrawlReason)999 }],
        };

        await Assert.ThrowsAnyAsync<Exception>(() => Store.AcceptAsync(broken, default));

        Assert.Equal(0, await CountAsync("items"));
        Assert.Single(await frontier.NextAsync(source, 1, database.Clock.GetUtcNow(), default));
    }

    [DatabaseFact]
    public async Task A_connection_that_is_lost_before_the_commit_leaves_nothing()
    {
        // What a killed process leaves: a session that ends in the middle of its transaction.
        var connection = await database.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await AcceptedPoint.StoreAsync(connection, Batch(source, Document(Url("a"))), MigratedDatabase.Start, default);
            await database.ExecuteAsync("SELECT pg_terminate_backend($1, 5000)", connection.ProcessID);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync());
        }

        await connection.DisposeAsync();
        Assert.Equal(0, await CountAsync("items"));
        Assert.Equal(AcceptDisposition.New, Assert.Single(await AcceptAsync(Document(Url("a")))).Disposition);
    }

    [DatabaseFact]
    public async Task Settlements_and_log_lines_are_stored_with_the_documents()
    {
        var frontier = database.Get<FrontierStore>();
        await frontier.RestartAsync(source, Url("seed"), default);
        var seed = Assert.Single(await frontier.NextAsync(source, 1, database.Clock.GetUtcNow(), default));

        await Store.AcceptAsync(
            Batch(source, Document(Url("seed"))) with
            {
                Settled = [new FrontierSettlement(seed.Sequence, CrawlReason.Fetched, null)],
                Log = [new CrawlLogEntry { Source = source, Url = Url("seed"), At = MigratedDatabase.Start, Reason = CrawlReason.Fetched, Status = 200, Bytes = 4, Milliseconds = 3, Detail = "a\0b" }],
            },
            default);

        var line = Assert.Single(await database.Get<CrawlLogStore>().RecentAsync(source, 10, default));
        Assert.Equal((CrawlReason.Fetched, 200, 4L, 3, "a\uFFFDb"), (line.Reason, line.Status!.Value, line.Bytes!.Value, line.Milliseconds!.Value, line.Detail));
        Assert.Equal(0, await frontier.CountWaitingAsync(source, default));
    }

    [DatabaseFact]
    public async Task A_thousand_documents_are_accepted_in_their_order()
    {
        var documents = Enumerable.Range(0, 1_000).Select(i => Document(Url($"{i}"), $"body {i}")).ToArray();

        await AcceptAsync(documents);

        var pending = await Store.ReadPendingAsync(source, 2_000, default);
        Assert.Equal(documents.Select(d => d.Url), pending.Select(p => p.Document.Url));
        Assert.Equal(documents.Take(3).Select(d => d.Url), (await Store.ReadPendingAsync(source, 3, default)).Select(p => p.Document.Url));
    }

    [DatabaseTheory]
    [InlineData(0)]
    [InlineData(20_000_000)]
    public async Task A_body_of_any_length_comes_back(int length)
    {
        var body = new byte[length];
        new Random(3).NextBytes(body);
        await AcceptAsync(Document(Url("a")) with { Body = body });

        var page = await Store.ReadPageAsync(ItemKey.FromUrl(Url("a")), default);
        Assert.True(body.AsSpan().SequenceEqual(page!.Document.Body));
    }

    [DatabaseFact]
    public async Task Characters_that_postgres_cannot_hold_do_not_stop_a_batch()
    {
        await AcceptAsync(
            Document(Url("a\0b"), "body", Url("\ud800")) with { Charset = "utf\0", ETag = "\udc00", MediaType = "text/\0" },
            Document(Url("fine")));

        Assert.Equal(2, await CountAsync("items"));
    }

    [DatabaseFact]
    public async Task An_empty_batch_is_fine() => Assert.Empty(await AcceptAsync());

    private string Url(string path) => $"https://{source}.example/{path}";

    private async Task<AcceptedDocument[]> AcceptAsync(params CrawledDocument[] documents) =>
        (await Store.AcceptAsync(Batch(source, documents), default)).Documents;

    private Task<UnderstandResult> UnderstandAsync(params UnderstoodItem[] items) => Store.UnderstandAsync(source, items, [], [], default);

    private Task<long> CountAsync(string table) =>
        database.ScalarAsync<long>($"SELECT count(*) FROM {table} WHERE source = $1", source);

    private Task<string> RowVersionAsync(string url) =>
        database.ScalarAsync<string>("SELECT xmin::text FROM items WHERE id = $1", ItemKey.FromUrl(url));

    private Task<Guid> OwnerAsync(string url) =>
        database.ScalarAsync<Guid>("SELECT item_id FROM item_urls WHERE url_hash = $1", ItemKey.FromUrl(url));
}
