using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Scouting;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Scouting;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Storage.Scouting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Scouting;

public sealed class ScoutGrainTests : IAsyncLifetime
{
    private TestDatabase? database;
    private GrainSilo silo = null!;

    private IScoutGrain Scout => silo.Grains.GetGrain<IScoutGrain>(0);

    public async Task InitializeAsync()
    {
        if (new DatabaseFactAttribute().Skip is null)
        {
            database = await TestDatabase.CreateAsync();
            silo = await StartAsync(mostOnTrial: 2);
        }
    }

    public async Task DisposeAsync()
    {
        if (database is not null)
        {
            await silo.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    [DatabaseFact]
    public async Task Articles_that_link_out_of_their_text_propose_a_host_and_the_frame_around_them_none()
    {
        await PublishAsync("a.example", "https://proposed.example/story", "<footer><p><a href='https://framed.example/'>f</a></p></footer>");
        await PublishAsync("b.example", "https://proposed.example/other");

        var proposal = Assert.Single(await ProposalsAsync());

        Assert.Equal(("proposed.example", SourceProposal.Proposed, 2, 2), (proposal.Host, proposal.State, proposal.Articles, proposal.Sources));
    }

    [DatabaseFact]
    public async Task No_more_hosts_are_on_trial_than_the_operator_allows_and_those_that_most_sources_name_come_first()
    {
        await ProposeAsync("third.example", articles: 2, sources: 1);
        await ProposeAsync("first.example", articles: 3, sources: 3);
        await ProposeAsync("second.example", articles: 2, sources: 2);

        await Scout.LookAsync(CancellationToken.None);
        await Scout.LookAsync(CancellationToken.None);

        Assert.Equal(["first.example", "second.example"], (await ProposalsAsync(SourceProposal.Trial)).Select(p => p.Host));
        var source = (await SourceAsync("first.example"))!.Definition;
        Assert.Equal((SourceKind.Site, AccessMode.Crawl, CrawlPolicy.Bandit, false, 20), (source.Kind, source.Access, source.Policy, source.Internal, source.MaxPages));
        Assert.Null(await SourceAsync("third.example"));
    }

    [DatabaseFact]
    public async Task Nothing_is_tried_unless_the_operator_turns_it_on()
    {
        await using var off = await TestDatabase.CreateAsync();
        await using var other = await GrainSilo.StartAsync(off);
        var proposals = other.Get<ProposalStore>();
        await ProposeAsync("named.example", 3, 3, other);

        await other.Grains.GetGrain<IScoutGrain>(0).LookAsync(CancellationToken.None);

        Assert.Equal(SourceProposal.Proposed, Assert.Single(await proposals.ListAsync(1, 9, null, default)).State);
    }

    [DatabaseFact]
    public async Task A_host_whose_robots_txt_refuses_is_dropped_after_one_look()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string>
        {
            ["/robots.txt"] = "User-agent: *\nDisallow: /",
            ["/"] = Pages.Html("front"),
        });
        await TryOnAsync(site, "closed.example");

        await Scout.LookAsync(CancellationToken.None);

        var proposal = Assert.Single(await ProposalsAsync());
        Assert.Equal((SourceProposal.Dropped, "robots-denied"), (proposal.State, proposal.Reason));
        Assert.Null(await SourceAsync("closed.example"));
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery == "/");
    }

    [DatabaseFact]
    public async Task A_host_with_articles_is_kept_with_a_usual_budget_and_one_without_is_dropped()
    {
        await using var news = await NewsSite.StartAsync(articles: 20, tags: 0);
        await using var empty = await NewsSite.StartAsync(articles: 0, tags: 40);
        await TryOnAsync(news, "news.example");
        await TryOnAsync(empty, "empty.example");

        await Scout.LookAsync(CancellationToken.None);

        var proposals = (await ProposalsAsync()).ToDictionary(p => p.Host);
        Assert.Equal((SourceProposal.Promoted, SourceProposal.Dropped), (proposals["news.example"].State, proposals["empty.example"].State));
        Assert.True(proposals["news.example"].Reward > 8, $"{proposals["news.example"].Reward}");
        Assert.Equal(1000, (await SourceAsync("news.example"))!.Definition.MaxPages);
        Assert.Null(await SourceAsync("empty.example"));
    }

    [DatabaseFact]
    public async Task A_veto_ends_a_trial_and_holds()
    {
        await ProposeAsync("vetoed.example", articles: 3, sources: 3);
        await Scout.LookAsync(CancellationToken.None);
        Assert.NotNull(await SourceAsync("vetoed.example"));

        await Scout.VetoAsync("www.Vetoed.example", CancellationToken.None);
        await ProposeAsync("vetoed.example", articles: 9, sources: 9);
        await Scout.LookAsync(CancellationToken.None);

        Assert.Equal(SourceProposal.Vetoed, Assert.Single(await ProposalsAsync()).State);
        Assert.Null(await SourceAsync("vetoed.example"));
    }

    [DatabaseFact]
    public async Task A_veto_that_was_cut_off_is_taken_up_by_the_next()
    {
        await ProposeAsync("vetoed.example", articles: 3, sources: 3);
        await Scout.LookAsync(CancellationToken.None);
        await ExecuteAsync(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'storage is away'; END $$;
            CREATE TRIGGER away BEFORE DELETE ON sources FOR EACH ROW EXECUTE FUNCTION refuse()
            """);
        await Assert.ThrowsAnyAsync<Exception>(() => Scout.VetoAsync("vetoed.example", CancellationToken.None));

        await ExecuteAsync("DROP TRIGGER away ON sources");
        await Scout.VetoAsync("vetoed.example", CancellationToken.None);

        Assert.Equal(SourceProposal.Vetoed, Assert.Single(await ProposalsAsync()).State);
        Assert.Null(await SourceAsync("vetoed.example"));
    }

    [DatabaseFact]
    public async Task Trials_are_judged_to_their_end_though_no_more_are_allowed()
    {
        await ProposeAsync("running.example", articles: 3, sources: 3);
        await Scout.WakeAsync();
        await Scout.LookAsync(CancellationToken.None);
        await silo.DisposeAsync();
        silo = await StartAsync(mostOnTrial: 0);

        await Scout.WakeAsync();
        await Scout.ReceiveReminder("scout", default);
        Assert.Equal(1, await RemindersAsync());

        await Scout.VetoAsync("running.example", CancellationToken.None);
        await Scout.ReceiveReminder("scout", default);
        Assert.Equal(0, await RemindersAsync());
    }

    [DatabaseFact]
    public async Task Accepting_a_host_keeps_the_operators_own_source_as_it_is()
    {
        var own = Hosting.Sources.Of(SourceKind.Site, new Uri("https://own.example/news")) with { Slug = SourceSlug.From("own.example"), Title = "Mine" };
        await silo.Grains.GetGrain<ISourceGrain>(own.Slug).ConfigureAsync(own, CancellationToken.None);
        await ProposeAsync("own.example", articles: 2, sources: 2);

        Assert.Equal(own.Slug, await Scout.AcceptAsync("own.example", CancellationToken.None));

        Assert.Equal(own, (await SourceAsync("own.example"))!.Definition);
        Assert.Equal(SourceProposal.Promoted, Assert.Single(await ProposalsAsync()).State);

        await Scout.VetoAsync("own.example", CancellationToken.None);
        Assert.NotNull(await SourceAsync("own.example"));
    }

    [DatabaseFact]
    public async Task A_host_that_the_operator_accepts_is_a_source_without_a_trial()
    {
        await ProposeAsync("accepted.example", articles: 2, sources: 1);

        var slug = await Scout.AcceptAsync("accepted.example", CancellationToken.None);

        Assert.Equal(1000, (await silo.Grains.GetGrain<ISourceGrain>(slug).GetStatusAsync())!.Definition.MaxPages);
        Assert.Equal(SourceProposal.Promoted, Assert.Single(await ProposalsAsync()).State);
    }

    [DatabaseFact]
    public async Task Refuses_what_is_no_public_host()
    {
        Assert.Contains("public host", (await Assert.ThrowsAsync<ArgumentException>(() => Scout.AcceptAsync("127.0.0.1", CancellationToken.None))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Scout.AcceptAsync("intranet", CancellationToken.None));
    }

    private Task<GrainSilo> StartAsync(int mostOnTrial) => GrainSilo.StartAsync(
        database!, services: s => s.Configure<ScoutingOptions>(o => (o.MostOnTrial, o.TrialPages, o.FewestArticles) = (mostOnTrial, 20, 2)));

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database!.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> RemindersAsync()
    {
        await using var command = database!.DataSource.CreateCommand("SELECT count(*) FROM orleansreminderstable WHERE remindername = 'scout'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Puts a host on trial, and crawls a loopback site in its place: a trial itself never reads an internal address.</summary>
    private async Task TryOnAsync(LoopbackSite site, string host)
    {
        await ProposeAsync(host, articles: 2, sources: 2);
        await Scout.LookAsync(CancellationToken.None);
        var grain = silo.Grains.GetGrain<ISourceGrain>(SourceSlug.From(host));
        await grain.ConfigureAsync((await grain.GetStatusAsync())!.Definition with { Url = site.Url.AbsoluteUri, Internal = true, Paused = true, Delay = TimeSpan.Zero }, CancellationToken.None);
        await grain.CrawlAsync(CancellationToken.None);
    }

    private Task ProposeAsync(string host, int articles, int sources) => ProposeAsync(host, articles, sources, silo);

    private static async Task ProposeAsync(string host, int articles, int sources, GrainSilo silo)
    {
        for (var i = 0; i < articles; i++)
        {
            await PublishAsync($"outlet-{i % sources}.example", $"https://{host}/{i}", "", silo);
        }
    }

    private Task PublishAsync(string outlet, string link, string around = "") => PublishAsync(outlet, link, around, silo);

    private static async Task PublishAsync(string outlet, string link, string around, GrainSilo silo)
    {
        var title = $"Ships leave the port {Guid.NewGuid():n}";
        var html = NewsSite.Article(title, $"As <a href='{link}'>another paper wrote</a>, ships leave.").Replace("</body>", $"{around}</body>", StringComparison.Ordinal);
        var document = Pages.Document("x", html) with { Url = $"https://{outlet}/{Guid.NewGuid():n}" };
        var source = new SourceDefinition { Slug = SourceSlug.From(outlet), Kind = SourceKind.Site, Url = $"https://{outlet}/" };
        await silo.Grains.GetGrain<IIngestGrain>(0).IngestAsync(new IngestBatch { Source = source, Documents = [document] }, CancellationToken.None);
    }

    private async Task<IReadOnlyList<SourceProposal>> ProposalsAsync(string? state = null) => await silo.Get<ProposalStore>().ListAsync(1, 99, state, default);

    private Task<SourceStatus?> SourceAsync(string host) => silo.Grains.GetGrain<ISourceGrain>(SourceSlug.From(host)).GetStatusAsync();
}
