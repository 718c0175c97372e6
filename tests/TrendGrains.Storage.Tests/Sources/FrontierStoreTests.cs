using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Sources;

public sealed class FrontierStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    private FrontierStore Frontier => database.Get<FrontierStore>();

    private DateTimeOffset Now => database.Clock.GetUtcNow();

    [DatabaseFact]
    public async Task Urls_wait_first_found_first_and_no_more_than_asked_for()
    {
        await Frontier.RestartAsync(source, Url("seed"), default);
        await DiscoverAsync("c", "a", "b");

        Assert.Equal([Url("seed"), Url("c"), Url("a")], (await Frontier.NextAsync(source, 3, Now, default)).Select(u => u.Url));
        Assert.Equal(4, await Frontier.CountWaitingAsync(source, default));
    }

    [DatabaseFact]
    public async Task A_url_put_off_waits_for_its_time_and_counts_its_attempts()
    {
        await DiscoverAsync("a");
        var first = Assert.Single(await Frontier.NextAsync(source, 9, Now, default));

        await SettleAsync(new FrontierSettlement(first.Sequence, CrawlReason.Timeout, Now.AddMinutes(1)));

        Assert.Empty(await Frontier.NextAsync(source, 9, Now.AddSeconds(59), default));
        Assert.Equal(first with { Attempts = 1 }, Assert.Single(await Frontier.NextAsync(source, 9, Now.AddMinutes(1), default)));
        Assert.Equal(Now.AddMinutes(1), await Frontier.NextDueAsync(source, default));
        Assert.Equal(1, await Frontier.CountWaitingAsync(source, default));
    }

    [DatabaseFact]
    public async Task A_url_that_is_done_waits_no_more_and_is_not_found_again()
    {
        await DiscoverAsync("a");
        var first = Assert.Single(await Frontier.NextAsync(source, 9, Now, default));

        await SettleAsync(new FrontierSettlement(first.Sequence, CrawlReason.NotFound, null));

        Assert.Equal(0, await DiscoverAsync("a"));
        Assert.Empty(await Frontier.NextAsync(source, 9, Now.AddYears(1), default));
        Assert.Null(await Frontier.NextDueAsync(source, default));
    }

    [DatabaseFact]
    public async Task A_new_run_looks_at_the_seed_again_and_at_nothing_else_that_is_done()
    {
        await Frontier.RestartAsync(source, Url("seed"), default);
        await DiscoverAsync("a");
        await SettleAsync([.. (await Frontier.NextAsync(source, 9, Now, default)).Select(u => new FrontierSettlement(u.Sequence, CrawlReason.Fetched, null))]);

        await Frontier.RestartAsync(source, Url("seed"), default);

        Assert.Equal([Url("seed")], (await Frontier.NextAsync(source, 9, Now, default)).Select(u => u.Url));
    }

    [DatabaseFact]
    public async Task The_seed_comes_first_then_sitemaps_and_feeds_and_no_page_is_among_them()
    {
        await DiscoverAsync("a");
        await DiscoverAsync(FrontierRole.Feed, "feed");
        await DiscoverAsync(FrontierRole.Sitemap, "map");
        await Frontier.RestartAsync(source, Url("seed"), default);

        Assert.Equal([Url("seed"), Url("feed"), Url("map")], (await Frontier.FrontAsync(source, 9, Now, default)).Select(u => u.Url));
        Assert.Equal([Url("seed")], (await Frontier.FrontAsync(source, 1, Now, default)).Select(u => u.Url));
    }

    [DatabaseFact]
    public async Task Only_what_a_silent_robots_txt_kept_from_being_asked_waits_again()
    {
        await DiscoverAsync("a", "b", "c");
        var urls = await Frontier.NextAsync(source, 9, Now, default);
        await SettleAsync(
            new FrontierSettlement(urls[0].Sequence, CrawlReason.RobotsUnreachable, null),
            new FrontierSettlement(urls[1].Sequence, CrawlReason.ServerError, null),
            new FrontierSettlement(urls[2].Sequence, CrawlReason.Fetched, null));

        await Frontier.WakeUnaskedAsync(source, default);

        Assert.Equal([Url("a")], (await Frontier.NextAsync(source, 9, Now, default)).Select(u => u.Url));
    }

    [DatabaseFact]
    public async Task Urls_found_after_another_and_those_found_last_can_be_asked_for()
    {
        await DiscoverAsync("a", "b", "c");
        var first = (await Frontier.NextAsync(source, 1, Now, default))[0];

        Assert.Equal([Url("b"), Url("c")], (await Frontier.NextAsync(source, first.Sequence, 9, Now, default)).Select(u => u.Url));
        Assert.Equal([Url("c"), Url("b")], (await Frontier.LastFoundAsync(source, 2, Now, default)).Select(u => u.Url));
        Assert.Equal(Url("seed"), first.Referrer);
    }

    [DatabaseFact]
    public async Task A_url_that_was_put_off_comes_due_once()
    {
        await DiscoverAsync("a", "b");
        var first = (await Frontier.NextAsync(source, 1, Now, default))[0];
        await SettleAsync(new FrontierSettlement(first.Sequence, CrawlReason.Timeout, Now.AddMinutes(1)));

        Assert.Empty(await Frontier.CameDueAsync(source, 9, Now, Now.AddSeconds(59), default));
        Assert.Equal([Url("a")], (await Frontier.CameDueAsync(source, 9, Now.AddSeconds(59), Now.AddMinutes(2), default)).Select(u => u.Url));
        Assert.Empty(await Frontier.CameDueAsync(source, 9, Now.AddMinutes(2), Now.AddMinutes(3), default));
    }

    [DatabaseFact]
    public async Task Each_source_has_its_own()
    {
        await DiscoverAsync("a");

        Assert.Empty(await Frontier.NextAsync(UniqueSource(), 9, Now, default));
    }

    private string Url(string path) => $"https://{source}.example/{path}";

    private Task<int> DiscoverAsync(params string[] paths) => DiscoverAsync(FrontierRole.Page, paths);

    private async Task<int> DiscoverAsync(FrontierRole role, params string[] paths) => (await database.Get<IngestStore>().UnderstandAsync(
        source, [], [.. paths.Select(p => new DiscoveredLink(Url(p), 1, Url("seed"), null) { Role = role })], [], default)).Discovered;

    private Task SettleAsync(params FrontierSettlement[] settled) =>
        database.Get<IngestStore>().AcceptAsync(Batch(source) with { Settled = settled }, default);
}
