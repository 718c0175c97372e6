using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;
using TrendGrains.Grains.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class FrontierChoiceTests(SharedSilo silo)
{
    private readonly string source = $"choice-{Guid.NewGuid():n}";
    private readonly ManualTimeProvider clock = new(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));

    private FrontierStore Frontier => silo.Silo.Get<FrontierStore>();

    [DatabaseFact]
    public async Task The_seed_and_what_lists_pages_come_before_what_a_policy_chooses()
    {
        await DiscoverAsync(FrontierRole.Page, "/2026/11/21/the-harbour-is-shut", "/about");
        await DiscoverAsync(FrontierRole.Sitemap, "/sitemap.xml");
        await Frontier.RestartAsync(source, Url("/"), default);

        var chosen = await Choice(CrawlPolicy.BestFirst).NextAsync(4, default);

        Assert.Equal([Url("/"), Url("/sitemap.xml"), Url("/2026/11/21/the-harbour-is-shut"), Url("/about")], chosen.Select(c => c.Url.Url));
        Assert.Equal([false, false, true, true], chosen.Select(c => c.Choice is not null));
    }

    [DatabaseTheory]
    [InlineData(null)]
    [InlineData(CrawlPolicy.Bandit)]
    public async Task An_index_of_many_sitemaps_leaves_room_for_pages(CrawlPolicy? policy)
    {
        await DiscoverAsync(FrontierRole.Sitemap, [.. Enumerable.Range(0, 60).Select(i => $"/map{i}.xml")]);
        await DiscoverAsync(FrontierRole.Page, [.. Enumerable.Range(0, 60).Select(i => $"/p{i}")]);
        var choice = Choice(policy);
        var roles = new List<FrontierRole>();
        while (roles.Count < 40)
        {
            var chosen = await choice.NextAsync(8, default);
            roles.AddRange(chosen.Select(c => c.Url.Role));
            await SettleAsync([.. chosen.Select(c => new FrontierSettlement(c.Url.Sequence, CrawlReason.Fetched, null))]);
        }

        Assert.InRange(roles.Count(r => r == FrontierRole.Page), 20, 32);
    }

    [DatabaseFact]
    public async Task Where_no_page_waits_every_sitemap_is_read()
    {
        await DiscoverAsync(FrontierRole.Sitemap, [.. Enumerable.Range(0, 20).Select(i => $"/map{i}.xml")]);
        var choice = Choice(CrawlPolicy.Bandit);
        var read = 0;
        while (await choice.NextAsync(8, default) is { Count: > 0 } chosen)
        {
            read += chosen.Count;
            await SettleAsync([.. chosen.Select(c => new FrontierSettlement(c.Url.Sequence, CrawlReason.Fetched, null))]);
        }

        Assert.Equal(20, read);
    }

    [DatabaseFact]
    public async Task Without_a_policy_pages_come_in_the_order_found_and_each_once()
    {
        await Frontier.RestartAsync(source, Url("/"), default);
        await DiscoverAsync(FrontierRole.Page, "/c", "/a", "/b");

        var chosen = await Choice(null).NextAsync(3, default);

        Assert.Equal([Url("/"), Url("/c"), Url("/a")], chosen.Select(c => c.Url.Url));
    }

    [DatabaseFact]
    public async Task Without_a_policy_what_is_returned_is_found_in_the_table_again()
    {
        await DiscoverAsync(FrontierRole.Page, "/a", "/b");
        var choice = Choice(null);
        var first = await choice.NextAsync(2, default);

        choice.Return(first[1]);
        await SettleAsync(new FrontierSettlement(first[0].Url.Sequence, CrawlReason.Fetched, null));

        Assert.Equal([Url("/b")], (await choice.NextAsync(9, default)).Select(c => c.Url.Url));
    }

    [DatabaseFact]
    public async Task What_was_chosen_is_not_chosen_again_unless_it_is_returned()
    {
        await DiscoverAsync(FrontierRole.Page, "/a", "/b", "/c");
        var choice = Choice(CrawlPolicy.Random);

        var first = await choice.NextAsync(2, default);
        choice.Return(first[0]);
        var second = await choice.NextAsync(9, default);

        Assert.Equal(2, second.Count);
        Assert.Contains(first[0].Url, second.Select(c => c.Url));
        Assert.DoesNotContain(first[1].Url, second.Select(c => c.Url));
    }

    [DatabaseFact]
    public async Task A_url_that_was_put_off_comes_back_when_it_is_due()
    {
        await DiscoverAsync(FrontierRole.Page, "/a", "/b");
        var choice = Choice(CrawlPolicy.Random);
        var first = await choice.NextAsync(2, default);
        await SettleAsync(new FrontierSettlement(first[0].Url.Sequence, CrawlReason.Timeout, clock.GetUtcNow().AddMinutes(1)));

        Assert.Empty(await choice.NextAsync(2, default));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([first[0].Url.Url], (await choice.NextAsync(2, default)).Select(c => c.Url.Url));
    }

    [DatabaseFact]
    public async Task A_pool_that_cannot_hold_all_still_gives_all_and_none_twice()
    {
        var paths = Enumerable.Range(0, 100).Select(i => $"/{i}").ToArray();
        await DiscoverAsync(FrontierRole.Page, paths);
        var choice = Choice(CrawlPolicy.Random, mostInPool: 20);
        var seen = new List<string>();
        while (await choice.NextAsync(7, default) is { Count: > 0 } chosen)
        {
            seen.AddRange(chosen.Select(c => c.Url.Url));
            await SettleAsync([.. chosen.Select(c => new FrontierSettlement(c.Url.Sequence, CrawlReason.Fetched, null))]);
        }

        Assert.Equal(paths.Select(Url).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [DatabaseFact]
    public async Task A_full_pool_takes_in_what_was_found_last_before_it_is_empty()
    {
        await DiscoverAsync(FrontierRole.Page, [.. Enumerable.Range(0, 200).Select(i => $"/tag/{i}")]);
        var choice = Choice(CrawlPolicy.BestFirst, mostInPool: 20);
        await choice.NextAsync(4, default);
        await DiscoverAsync(FrontierRole.Page, "/2026/11/21/the-harbour-is-shut");

        var chosen = await choice.NextAsync(1, default);

        Assert.Equal([Url("/2026/11/21/the-harbour-is-shut")], chosen.Select(c => c.Url.Url));
    }

    private FrontierChoice Choice(CrawlPolicy? policy, int mostInPool = 1000) => new(
        source, Frontier, clock, policy is { } kind ? saved => FrontierPolicies.Create(kind, 1, saved) : null, [])
        { MostInPool = mostInPool };

    private string Url(string path) => $"https://{source}.example{path}";

    private Task DiscoverAsync(FrontierRole role, params string[] paths) => silo.Silo.Get<IngestStore>().UnderstandAsync(
        source, [], [.. paths.Select(p => new DiscoveredLink(Url(p), 1, Url("/"), null) { Role = role })], [], default);

    private Task SettleAsync(params FrontierSettlement[] settled) => silo.Silo.Get<IngestStore>().AcceptAsync(
        new IngestBatch { Source = new SourceDefinition { Slug = source, Kind = SourceKind.Site, Url = Url("/") }, Settled = settled }, default);
}
