using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Learned;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Items;

public sealed class UnderstandTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    private IngestStore Store => database.Get<IngestStore>();

    private ItemStore Items => database.Get<ItemStore>();

    [DatabaseFact]
    public async Task A_rehearsal_finds_links_and_stores_no_edges_of_the_items_that_they_are_on()
    {
        await AcceptAsync(Document(Url("a")));
        var rehearsal = SourceSlug.Rehearsal(source, CrawlPolicy.Random);

        var found = await Store.UnderstandAsync(rehearsal, [], [new DiscoveredLink(Url("b"), 1, Url("a"), null)], [], default);

        Assert.Equal(1, found.Discovered);
        Assert.Equal(0L, await database.ScalarAsync<long>("SELECT count(*) FROM edges WHERE from_id = $1", ItemKey.FromUrl(Url("a"))));
    }

    [DatabaseFact]
    public async Task What_was_understood_is_stored_whole()
    {
        await AcceptAsync(Document(Url("a")));
        var understood = Understood(Url("a"), "a text") with
        {
            Byline = "기자",
            SiteName = "Site",
            PublishedAt = MigratedDatabase.Start.AddHours(-2),
            EventTime = new DateTimeOffset(2026, 11, 21, 16, 0, 0, TimeSpan.FromHours(9)),
            EventTimeClamped = true,
            PageKind = "article",
            IsArticle = true,
            ArticleScore = 0.5,
            IsAdvert = true,
            AdvertScore = 0.75,
            Decisions = [new ItemDecision("advert", "advert", 0.75, "1", ["4 prices in the text"])],
            Topic = "it-science",
            TopicScore = 0.75,
            Tone = -0.25,
            Severity = 0.5,
            Summary = new ItemSummary("3", [new SummarySentence("a \ud800", 0, 3)]),
            TextHash = Guid.NewGuid(),
            Media = [new ItemMedia("https://m.example/1.jpg", "image", "caption"), new ItemMedia("https://m.example/2.mp4", "video", null)],
        };

        await UnderstandAsync(understood);

        var item = (await Items.ReadAsync(understood.ItemId, default))!;
        Assert.Equal(ItemState.Understood, item.State);
        Assert.Equal(("Title", "a text", "기자", "en", "Site"), (item.Title, item.Text, item.Byline, item.Language, item.SiteName));
        Assert.Equal((understood.PublishedAt, understood.EventTime.ToUniversalTime(), true), (item.PublishedAt, item.EventTime!.Value, item.EventTimeClamped));
        Assert.Equal(("article", true, 0.5f, understood.TextHash), (item.PageKind, item.IsArticle, item.ArticleScore, item.TextHash));
        Assert.Equal((true, 0.75f), (item.IsAdvert, item.AdvertScore));
        Assert.Equal(("it-science", 0.75f, -0.25f, 0.5f), (item.Topic, item.TopicScore, item.Tone, item.Severity));
        Assert.Equal(("3", new SummarySentence("a \ufffd", 0, 3)), (item.Summary!.Version, Assert.Single(item.Summary.Sentences)));
        Assert.Equal(["4 prices in the text"], Assert.Single(item.Decisions!).Why);
        Assert.Equal("advert", await database.ScalarAsync<string>("SELECT decisions->0->>'label' FROM items WHERE id = $1", understood.ItemId));
        Assert.Equal(["harbour", "항구"], item.Keywords);
        Assert.Empty(item.Missing);
        Assert.NotNull(item.ArrivalSeq);
        Assert.Equal(2L, await database.ScalarAsync<long>("SELECT count(*) FROM item_media WHERE item_id = $1", understood.ItemId));
        Assert.Contains(await database.Get<ModelVersionStore>().ListAsync(default), m => m is { Model: "text-embedding", Version: "1" });
        Assert.Empty(await Store.ReadPendingAsync(source, 10, default));
    }

    [DatabaseFact]
    public async Task Doing_it_twice_changes_nothing()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b")));
        var links = new[] { new DiscoveredLink(Url("b"), 2, Url("a"), null), new DiscoveredLink(Url("c"), 2, Url("a"), null) };
        var first = await Store.UnderstandAsync(source, [Understood(Url("a"))], links, [], default);
        var before = await StateAsync();

        var again = await Store.UnderstandAsync(source, [Understood(Url("a"), "another text") with { Embedding = Vector(5) }], links, [], default);

        Assert.Equal((1, 0), (first.Discovered, again.Discovered));
        Assert.Equal(before, await StateAsync());
    }

    [DatabaseFact]
    public async Task An_item_that_is_partial_is_completed_without_being_moved()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b")));
        await UnderstandAsync(Understood(Url("a"), state: ItemState.Partial), Understood(Url("b")));
        var before = (await Items.ReadAsync(Id("a"), default))!;

        await UnderstandAsync(Understood(Url("a")));

        var after = (await Items.ReadAsync(Id("a"), default))!;
        Assert.Equal((ItemState.Partial, "embedding"), (before.State, Assert.Single(before.Missing)));
        Assert.Equal((ItemState.Understood, before.ArrivalSeq), (after.State, after.ArrivalSeq));
        Assert.Equal(1, await VectorsAsync(Id("a")));
    }

    [DatabaseFact]
    public async Task An_item_that_gets_its_board_on_a_retry_arrives_then_behind_what_came_meanwhile_and_only_once()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b")));
        await UnderstandAsync(Understood(Url("a"), state: ItemState.Partial), Understood(Url("b")) with { Board = source });

        await UnderstandAsync(Understood(Url("a"), state: ItemState.Partial) with { Board = source });
        await UnderstandAsync(Understood(Url("a")) with { Board = source });

        var arrived = await database.Get<ArrivalStore>().ReadAsync(source, 0, 10, default);
        Assert.Equal([Id("b"), Id("a")], arrived.Select(a => a.ItemId));
        Assert.Equal(arrived[1].Seq, (await Items.ReadAsync(Id("a"), default))!.ArrivalSeq);
    }

    [DatabaseFact]
    public async Task A_withheld_item_takes_its_place_once_it_is_decided()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b")));
        await UnderstandAsync(Understood(Url("a"), state: ItemState.Partial) with { IsWithheld = true }, Understood(Url("b")) with { Board = source });
        Assert.Null((await Items.ReadAsync(Id("a"), default))!.ArrivalSeq);

        await UnderstandAsync(Understood(Url("a")) with { Board = source });

        Assert.Equal([Id("b"), Id("a")], (await database.Get<ArrivalStore>().ReadAsync(source, 0, 10, default)).Select(a => a.ItemId));
    }

    [DatabaseFact]
    public async Task What_is_known_of_a_partial_item_is_read_back_as_it_was_stored()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b")));
        await UnderstandAsync(Understood(Url("b")), Understood(Url("a")) with
        {
            State = ItemState.Partial,
            Missing = [new MissingPart("advert", "The model is busy.")],
            Decisions = [new ItemDecision("article", "article", 0.75, "1", ["long sentences"]), new ItemDecision("tone", "negative", 0.6, "2", []) { Value = -0.5, Scores = new Dictionary<string, double> { ["negative"] = 0.6 } }],
            Summary = new ItemSummary("3", [new SummarySentence("text", 0, 4)]),
        });
        Assert.Equal(["The model is busy."], (await Items.ReadAsync(Id("a"), default))!.MissingWhy);

        var known = (await Store.ReadKnownAsync(Id("a"), default))!;

        Assert.Equal((ContentHash.Of("body"u8), "advert"), (known.ContentHash, Assert.Single(known.Missing)));
        Assert.Equal(("article", 0.75, "long sentences"), (known.Decisions[0].Label, known.Decisions[0].Score, Assert.Single(known.Decisions[0].Why)));
        Assert.Equal((-0.5, 0.6), (known.Decisions[1].Value, known.Decisions[1].Scores!["negative"]));
        Assert.Equal(("3", "text"), (known.Summary!.Version, Assert.Single(known.Summary.Sentences).Text));
        Assert.Equal(("text-embedding", "1"), (known.EmbeddingModel, known.EmbeddingVersion));
        Assert.Equal(Vector(1), known.Embedding);
        Assert.Null(await Store.ReadKnownAsync(Id("b"), default));
    }

    [DatabaseFact]
    public async Task What_items_miss_is_counted_with_the_newest_reason()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b")));
        await UnderstandAsync(
            Understood(Url("a"), state: ItemState.Partial) with { Missing = [new MissingPart("taste", "busy"), new MissingPart("smell", "broken")] },
            Understood(Url("b"), state: ItemState.Partial) with { Missing = [new MissingPart("taste", "broken")] });

        var missing = await Items.CountMissingAsync(default);

        Assert.Equal(new MissingCount("taste", 2, "broken"), Assert.Single(missing, m => m.Part == "taste"));
        Assert.Equal(new MissingCount("smell", 1, "broken"), Assert.Single(missing, m => m.Part == "smell"));
    }

    [DatabaseFact]
    public async Task An_unreadable_item_does_not_arrive()
    {
        await AcceptAsync(Document(Url("a")));
        await UnderstandAsync(Understood(Url("a"), "", ItemState.Unreadable));

        var item = (await Items.ReadAsync(Id("a"), default))!;
        Assert.Equal((ItemState.Unreadable, null), (item.State, item.ArrivalSeq));
    }

    [DatabaseFact]
    public async Task A_revised_item_gets_its_new_text_and_vector_and_keeps_its_place()
    {
        await AcceptAsync(Document(Url("a"), "one"));
        await UnderstandAsync(Understood(Url("a"), "text one"));
        var place = (await Items.ReadAsync(Id("a"), default))!.ArrivalSeq;
        await AcceptAsync(Document(Url("a"), "two"));

        await UnderstandAsync(Understood(Url("a"), "text two") with { Embedding = Vector(9) });

        var item = (await Items.ReadAsync(Id("a"), default))!;
        Assert.Equal((ItemState.Understood, "text two", place), (item.State, item.Text, item.ArrivalSeq));
        Assert.Equal(1, await VectorsAsync(Id("a"), axis: 9));
    }

    [DatabaseFact]
    public async Task A_vector_of_a_text_that_is_gone_goes_with_it()
    {
        await AcceptAsync(Document(Url("a"), "one"));
        await UnderstandAsync(Understood(Url("a")));
        await AcceptAsync(Document(Url("a"), "two"));

        await UnderstandAsync(Understood(Url("a"), "text two", ItemState.Partial));

        Assert.Equal(0, await VectorsAsync(Id("a")));
    }

    [DatabaseFact]
    public async Task A_page_that_was_replaced_while_it_was_read_is_read_again()
    {
        await AcceptAsync(Document(Url("a"), "one"));
        var readOne = Understood(Url("a"), "text one") with { ContentHash = ContentHash.Of("one"u8) };
        await AcceptAsync(Document(Url("a"), "two"));

        await UnderstandAsync(readOne);
        Assert.Equal(ItemState.Accepted, await Items.GetStateAsync(Id("a"), default));

        await UnderstandAsync(Understood(Url("a"), "text two") with { ContentHash = ContentHash.Of("two"u8) });
        Assert.Equal("text two", (await Items.ReadAsync(Id("a"), default))!.Text);
    }

    [DatabaseFact]
    public async Task Links_wait_in_the_order_found_and_those_refused_are_logged_once()
    {
        await AcceptAsync(Document(Url("a")));
        var links = new[]
        {
            new DiscoveredLink(Url("z"), 2, Url("a"), null),
            new DiscoveredLink("https://elsewhere.example/", 2, Url("a"), CrawlReason.OffSite),
            new DiscoveredLink(Url("b"), 2, Url("a"), null),
            new DiscoveredLink(Url("z"), 3, Url("b"), null),
            new DiscoveredLink(Url("a"), 2, Url("b"), null),
        };

        await Store.UnderstandAsync(source, [Understood(Url("a"))], links, [], default);
        await Store.UnderstandAsync(source, [], links, [], default);

        var waiting = await database.Get<FrontierStore>().NextAsync(source, 10, database.Clock.GetUtcNow(), default);
        var reasons = await database.Get<CrawlLogStore>().CountByReasonAsync(source, MigratedDatabase.Start.AddDays(-1), default);
        Assert.Equal([(Url("z"), 2), (Url("b"), 2)], waiting.Select(w => (w.Url, w.Depth)));
        Assert.Equal(1, reasons["off-site"]);
        Assert.Equal(1, reasons["duplicate"]);
    }

    [DatabaseFact]
    public async Task An_address_known_only_from_a_feed_is_still_fetched()
    {
        await AcceptAsync(Document(Url("a"), "{}") with { MediaType = CrawledDocument.EntryMediaType });

        var result = await Store.UnderstandAsync(source, [Understood(Url("a"))], [new DiscoveredLink(Url("a"), 1, Url("feed"), null)], [], default);

        Assert.Equal(1, result.Discovered);
    }

    [DatabaseFact]
    public async Task A_link_is_an_edge_to_the_item_that_its_address_leads_to_or_will_be()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b"), "body", Url("b-short")));

        await Store.UnderstandAsync(
            source, [Understood(Url("a")), Understood(Url("b"))],
            [new DiscoveredLink(Url("b-short"), 2, Url("a"), null), new DiscoveredLink(Url("later"), 2, Url("a"), null), new DiscoveredLink(Url("a"), 2, Url("a"), null)],
            [], default);

        Assert.Equal(
            new[] { Id("b"), Id("later") }.Order(),
            (await database.ScalarAsync<Guid[]>("SELECT array_agg(to_id) FROM edges WHERE from_id = $1 AND kind = 'links-to'", Id("a"))).Order());
    }

    [DatabaseFact]
    public async Task Bad_characters_huge_text_and_vectors_without_direction_do_not_stop_a_batch()
    {
        await AcceptAsync(Document(Url("a")), Document(Url("b")), Document(Url("c")));
        var huge = string.Concat(Enumerable.Repeat("아주 긴 글. ", 1_000_000));
        var nowhere = Vector(1);
        nowhere[3] = float.NaN;

        await UnderstandAsync(
            Understood(Url("a"), "a\0b\ud800c") with { Title = "\0", Keywords = ["k\0", "\udc00"], Language = "e\0n", Byline = "\ud83d" },
            Understood(Url("b"), huge),
            Understood(Url("c")) with { Embedding = nowhere, ArticleScore = double.NaN, EventTime = DateTimeOffset.MinValue });

        Assert.Equal("a\uFFFDb\uFFFDc", (await Items.ReadAsync(Id("a"), default))!.Text);
        Assert.Equal(huge, (await Items.ReadAsync(Id("b"), default))!.Text);
        Assert.Equal(0, await VectorsAsync(Id("c")));
    }

    [DatabaseFact]
    public async Task A_vector_of_another_space_is_refused_in_words()
    {
        await AcceptAsync(Document(Url("a")));

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => UnderstandAsync(Understood(Url("a")) with { Embedding = [1, 0] }));

        Assert.Contains("128", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ItemState.Accepted, await Items.GetStateAsync(Id("a"), default));
    }

    [DatabaseFact]
    public async Task Several_batches_that_overlap_at_once_give_each_item_one_place()
    {
        var urls = Enumerable.Range(0, 40).Select(i => Url($"p{i}")).ToArray();
        await AcceptAsync([.. urls.Select(u => Document(u))]);
        var random = new Random(7);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
        {
            var mine = (string[])urls.Clone();
            random.Shuffle(mine);
            var links = mine.Select(u => new DiscoveredLink(u + "/next", 2, u, null)).ToArray();
            return Task.Run(() => Store.UnderstandAsync(source, [.. mine.Select(u => Understood(u))], links, [], default));
        }));

        Assert.Equal(40L, await database.ScalarAsync<long>("SELECT count(DISTINCT arrival_seq) FROM items WHERE source = $1", source));
        Assert.Equal(40L, await database.ScalarAsync<long>("SELECT count(*) FROM frontier WHERE source = $1", source));
    }

    private string Url(string path) => $"https://{source}.example/{path}";

    private Guid Id(string path) => ItemKey.FromUrl(Url(path));

    private Task AcceptAsync(params CrawledDocument[] documents) => Store.AcceptAsync(Batch(source, documents), default);

    private Task UnderstandAsync(params UnderstoodItem[] items) => Store.UnderstandAsync(source, items, [], [], default);

    private async Task<int> VectorsAsync(Guid id, int axis = 1) => (int)await database.ScalarAsync<long>(
        "SELECT count(*) FROM item_vectors_text_128 WHERE item_id = $1 AND (embedding::vector::real[])[$2] > 0.9", id, axis + 1);

    private Task<string> StateAsync() => database.ScalarAsync<string>(
        """
        SELECT jsonb_build_array(
            (SELECT jsonb_agg(to_jsonb(i) ORDER BY i.id) FROM items i WHERE source = $1),
            (SELECT jsonb_agg(to_jsonb(f) ORDER BY f.seq) FROM frontier f WHERE source = $1),
            (SELECT jsonb_agg(v.embedding::text ORDER BY v.item_id) FROM item_vectors_text_128 v JOIN items i ON i.id = v.item_id WHERE i.source = $1),
            (SELECT jsonb_agg(to_jsonb(l)) FROM crawl_log l WHERE source = $1),
            (SELECT jsonb_agg(to_jsonb(e)) FROM edges e JOIN items i ON i.id = e.from_id WHERE i.source = $1))::text
        """,
        source);
}
