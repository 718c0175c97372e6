using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class LearningCrawlTests(SharedSilo silo)
{
    private const int Budget = 60;

    [DatabaseFact]
    public async Task The_bandit_finds_more_articles_than_breadth_first_within_a_budget()
    {
        await using var site = await NewsSite.StartAsync(articles: 100, tags: 60);

        var bandit = await HarvestAsync(Hosting.Sources.Of(SourceKind.Site, site.Url), CrawlPolicy.Bandit);
        var breadthFirst = await HarvestAsync(Hosting.Sources.Of(SourceKind.Site, site.Url), CrawlPolicy.BreadthFirst);

        Assert.InRange(bandit.Count, Budget, Budget + 2);
        Assert.InRange(breadthFirst.Count, Budget, Budget + 2);
        Assert.True(
            bandit.Count(c => c.IsArticle == true) > breadthFirst.Count(c => c.IsArticle == true) + 10,
            $"bandit {bandit.Count(c => c.IsArticle == true)}, breadth-first {breadthFirst.Count(c => c.IsArticle == true)} articles");
    }

    [DatabaseFact]
    public async Task Every_choice_is_logged_with_its_propensity_and_what_it_was_worth()
    {
        await using var site = await NewsSite.StartAsync(articles: 20, tags: 10);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url) with { Policy = CrawlPolicy.Bandit };

        var end = await silo.Grains.CrawlAsync(source);

        var choices = await ChoicesAsync(source.Slug, end.Run);
        Assert.Equal(end.Fetched + end.Skipped, choices.Count);
        Assert.All(choices, c => Assert.InRange(c.Propensity, double.Epsilon, 1));
        Assert.All(choices, c => Assert.Equal("bandit", c.Policy));
        Assert.Contains(choices, c => c.Propensity < 1);
        Assert.All(choices.Where(c => c.IsArticle == true), c => Assert.Equal(1, c.Reward));
        Assert.Equal(20, choices.Count(c => c.IsArticle == true));
        Assert.Null(Assert.Single(choices, c => c.Url == source.Url).Reward);
        Assert.All(choices.Where(c => c is { IsArticle: false } && c.Url != source.Url), c => Assert.Equal(0, c.Reward));
    }

    [DatabaseFact]
    public async Task What_was_learned_survives_a_restart_and_a_change_of_address_forgets_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var site = await NewsSite.StartAsync(articles: 20, tags: 10);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url) with { Policy = CrawlPolicy.Bandit, MaxPages = 12 };
        await using (var before = await GrainSilo.StartAsync(database))
        {
            await before.Grains.CrawlAsync(source);
        }

        await using var after = await GrainSilo.StartAsync(database);
        var grain = after.Grains.GetGrain<ISourceGrain>(source.Slug);
        var end = await grain.CrawlAsync(CancellationToken.None);

        // An expectation that nothing was learned for is the static score's; the first choice of the second run knows better.
        var first = (await after.Get<CrawlChoiceStore>().OfRunAsync(source.Slug, 1, default)).First(c => c.Expected is not null);
        var second = (await after.Get<CrawlChoiceStore>().OfRunAsync(source.Slug, end.Run, default)).First(c => c.Expected is not null);
        Assert.NotEqual(first.Expected, second.Expected);
        Assert.Equal(1, await LearnedAsync(database));
        await grain.ConfigureAsync(source with { Url = site.At("/section/1").AbsoluteUri }, CancellationToken.None);
        Assert.Equal(0, await LearnedAsync(database));
    }

    [DatabaseFact]
    public async Task A_focus_makes_what_is_about_it_worth_more()
    {
        await using var site = await NewsSite.StartAsync(articles: 20, tags: 0, i => i % 2 == 0
            ? "The stock market, shares, banks and the economy: investors sold bonds as interest rates and inflation rose and company profits fell."
            : "The football team won the match after the striker scored two goals in the second half of the cup final at the stadium.");
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url) with { Policy = CrawlPolicy.Bandit, Focus = "economy business markets" };

        var end = await silo.Grains.CrawlAsync(source);

        var worth = (await ChoicesAsync(source.Slug, end.Run)).Where(c => c.IsArticle == true)
            .ToLookup(c => int.Parse(new Uri(c.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture) % 2, c => c.Reward!.Value);
        Assert.Equal((10, 10), (worth[0].Count(), worth[1].Count()));
        Assert.True(worth[0].Min() > worth[1].Max(), $"economy {worth[0].Min()}, football {worth[1].Max()}");
    }

    [DatabaseFact]
    public async Task A_rehearsal_reads_what_is_known_again_and_leaves_nothing_behind_but_its_logs()
    {
        await using var site = await NewsSite.StartAsync(articles: 10, tags: 5);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        var real = await silo.Grains.CrawlAsync(source);
        var key = SourceSlug.Rehearsal(source.Slug, CrawlPolicy.Random);
        var rehearsal = silo.Grains.GetGrain<ISourceGrain>(key);

        await rehearsal.RehearseAsync(source with { Policy = CrawlPolicy.Random }, CancellationToken.None);
        var end = await Hosting.Sources.EndAsync(rehearsal, CancellationToken.None);

        Assert.Equal(real.Fetched, end.Fetched);
        Assert.Equal(10, (await ChoicesAsync(key, end.Run)).Count(c => c is { IsArticle: true, Reward: 1, Policy: "random" }));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1", key));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM frontier WHERE source = $1", key));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM sources WHERE slug = $1", key));
        Assert.Null(await rehearsal.GetStatusAsync());
    }

    [DatabaseFact]
    public async Task An_order_changes_one_crawl_and_not_the_source()
    {
        await using var site = await NewsSite.StartAsync(articles: 20, tags: 10);
        var source = Hosting.Sources.Of(SourceKind.Site, site.Url);
        var grain = silo.Grains.GetGrain<ISourceGrain>(source.Slug);
        await grain.ConfigureAsync(source, CancellationToken.None);

        var run = await grain.StartOrderedCrawlAsync(new CrawlOrder { Policy = CrawlPolicy.BestFirst, Budget = 5 }, CancellationToken.None);
        var end = await Hosting.Sources.EndAsync(grain, CancellationToken.None);

        Assert.Equal(5, end.Fetched);
        Assert.All(await ChoicesAsync(source.Slug, run), c => Assert.Equal("best-first", c.Policy));
        Assert.Equal(source, (await grain.GetStatusAsync())!.Definition);
        Assert.True((await grain.CrawlAsync(CancellationToken.None)).Fetched > 5);
    }

    private async Task<IReadOnlyList<CrawlChoiceRow>> HarvestAsync(SourceDefinition source, CrawlPolicy policy)
    {
        // From nothing each time, and storing nothing: what one policy found is not known to the next.
        var grain = silo.Grains.GetGrain<ISourceGrain>(SourceSlug.Rehearsal(source.Slug, policy));
        var run = await grain.RehearseAsync(source with { Policy = policy, MaxPages = Budget }, CancellationToken.None);
        await Hosting.Sources.EndAsync(grain, CancellationToken.None);
        return await ChoicesAsync(SourceSlug.Rehearsal(source.Slug, policy), run);
    }

    private Task<IReadOnlyList<CrawlChoiceRow>> ChoicesAsync(string source, long run) => silo.Silo.Get<CrawlChoiceStore>().OfRunAsync(source, run, default);

    private static async Task<long> LearnedAsync(TestDatabase database)
    {
        await using var command = database.DataSource.CreateCommand("SELECT count(*) FROM orleansstorage WHERE graintypestring LIKE '%learned%' AND payloadbinary IS NOT NULL");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
