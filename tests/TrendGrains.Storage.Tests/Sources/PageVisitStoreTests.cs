using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Sources;

public sealed class PageVisitStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    private PageVisitStore Visits => database.Get<PageVisitStore>();

    private IngestStore Ingest => database.Get<IngestStore>();

    private DateTimeOffset Now => database.Clock.GetUtcNow();

    [DatabaseFact]
    public async Task A_page_comes_back_when_it_is_due_with_its_validators_and_not_before()
    {
        await FetchAsync("a");
        await Visits.SaveAsync(source, [Row("a", Now.AddHours(1))], default);

        Assert.Empty(await Visits.DueAsync(source, Now.AddMinutes(59), 9, default));
        var due = Assert.Single(await Visits.DueAsync(source, Now.AddHours(1), 9, default));
        Assert.Equal((Url("a"), "\"1\"", 1), (due.Url.Url, due.Url.ETag, due.Url.Depth));
        Assert.Equal(Row("a", Now.AddHours(1)), due.Visit);
    }

    [DatabaseFact]
    public async Task A_page_that_waits_in_the_frontier_is_not_due()
    {
        await FetchAsync("a");
        await Visits.SaveAsync(source, [Row("a", Now)], default);
        await database.ExecuteAsync("UPDATE frontier SET state = 'waiting' WHERE source = $1", source);

        Assert.Empty(await Visits.DueAsync(source, Now, 9, default));
    }

    [DatabaseFact]
    public async Task The_last_word_counts_and_other_sources_have_their_own()
    {
        await Visits.SaveAsync(source, [Row("a", Now), Row("b", Now)], default);
        await Visits.SaveAsync(source, [Row("a", Now) with { Visits = 3, EvidenceShape = 1.5, EvidenceDays = 4 }], default);

        var evidence = Assert.Single(await Visits.SampleAsync(source, 9, default));
        Assert.Equal((1.5, 4.0), (evidence.Shape, evidence.Days));
        Assert.Empty(await Visits.SampleAsync(UniqueSource(), 9, default));
    }

    [DatabaseFact]
    public async Task A_visit_tells_an_edit_and_what_a_page_led_to()
    {
        await FetchAsync("a");
        await FetchAsync("b");
        var (then, now) = (Guid.NewGuid(), Guid.NewGuid());
        await Ingest.UnderstandAsync(source, [Understood(Url("a")) with { TextHash = then }, Understood(Url("b")) with { TextHash = then }], [], [], default);
        var before = await Visits.LastFoundAsync(default);
        var at = Now.AddHours(1);

        await Ingest.AcceptAsync(Batch(source, Document(Url("a"), "edited") with { FetchedAt = at }, Document(Url("b"), "the same words in another dress") with { FetchedAt = at }), default);
        await Ingest.UnderstandAsync(source, [], [new DiscoveredLink(Url("new"), 2, Url("b"), null)], [], default);
        var visited = await Visits.ReadAsync(source, [Visit("a", at, now), Visit("b", at, then)], before, default);

        Assert.Equal((true, 0), visited.Where(v => v.UrlHash == ItemKey.FromUrl(Url("a"))).Select(v => (v.IsEdited, v.NewLinks)).Single());
        Assert.Equal((false, 1), visited.Where(v => v.UrlHash == ItemKey.FromUrl(Url("b"))).Select(v => (v.IsEdited, v.NewLinks)).Single());
        Assert.All(visited, v => Assert.Null(v.Before));
    }

    [DatabaseFact]
    public async Task A_source_that_is_removed_leaves_no_visits()
    {
        await Visits.SaveAsync(source, [Row("a", Now) with { Visits = 2 }], default);
        await database.Get<SourceStore>().RemoveAsync(source, default);

        Assert.Empty(await Visits.SampleAsync(source, 9, default));
    }

    /// <summary>Found, fetched, and settled.</summary>
    private async Task FetchAsync(string path)
    {
        await Ingest.UnderstandAsync(source, [], [new DiscoveredLink(Url(path), 1, Url("seed"), null)], [], default);
        var waiting = (await database.Get<FrontierStore>().NextAsync(source, 99, Now, default)).Single(u => u.Url == Url(path));
        await Ingest.AcceptAsync(Batch(source, Document(Url(path))) with { Settled = [new FrontierSettlement(waiting.Sequence, CrawlReason.Fetched, null)] }, default);
    }

    private FetchedAgain Visit(string path, DateTimeOffset at, Guid text) => new(ItemKey.FromUrl(Url(path)), ItemKey.FromUrl(Url(path)), Url(path), at, text, "Title");

    private PageVisitRow Row(string path, DateTimeOffset next) => new()
    {
        Source = source,
        Url = Url(path),
        UrlHash = ItemKey.FromUrl(Url(path)),
        ItemId = ItemKey.FromUrl(Url(path)),
        Visits = 1,
        LastVisit = Now,
        NextVisit = next,
    };

    private string Url(string path) => $"https://{source}.example/{path}";
}
