using TrendGrains.Storage.Items;
using TrendGrains.Storage.Scouting;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Scouting;

public sealed class ProposalStoreTests : IAsyncLifetime
{
    // A database for each test: they list all hosts.
    private readonly MigratedDatabase database = new();

    private ProposalStore Proposals => database.Get<ProposalStore>();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Hosts_that_more_sources_name_come_first_and_each_article_counts_once()
    {
        await CiteAsync("one", 1, "often.example");
        await CiteAsync("one", 2, "often.example");
        await CiteAsync("one", 3, "often.example");
        await CiteAsync("one", 4, "widely.example");
        await CiteAsync("two", 5, "widely.example");
        await CiteAsync("two", 6, "once.example");
        await CiteAsync("one", 1, "often.example");

        var proposals = await Proposals.ListAsync(2, 9, null, default);

        Assert.Equal([("widely.example", 2, 2), ("often.example", 3, 1)], proposals.Select(p => (p.Host, p.Articles, p.Sources)));
        Assert.All(proposals, p => Assert.Equal(SourceProposal.Proposed, p.State));
        Assert.Equal(MigratedDatabase.Start, proposals[0].FirstSeen);
    }

    [DatabaseFact]
    public async Task What_was_decided_is_listed_though_nothing_names_the_host_and_the_last_decision_stands()
    {
        await Proposals.DecideAsync(Decision(SourceProposal.Trial), default);
        await Proposals.DecideAsync(Decision(SourceProposal.Dropped) with { Pages = 50, Reward = 1.5, Reason = "too little" }, default);

        var proposal = Assert.Single(await Proposals.ListAsync(2, 9, SourceProposal.Dropped, default));

        Assert.Equal(("tried.example", 50, 1.5, "too little"), (proposal.Host, proposal.Pages, proposal.Reward, proposal.Reason));
        Assert.Empty(await Proposals.ListAsync(2, 9, SourceProposal.Trial, default));
        Assert.Equal(SourceProposal.Dropped, (await Proposals.GetAsync("tried.example", default))!.State);
        Assert.Null(await Proposals.GetAsync("unknown.example", default));
    }

    [DatabaseFact]
    public async Task What_was_named_long_ago_is_forgotten_and_what_was_decided_is_not()
    {
        await CiteAsync("one", 1, "old.example");
        await Proposals.DecideAsync(Decision(SourceProposal.Vetoed), default);

        await Proposals.ForgetBeforeAsync(MigratedDatabase.Start.AddDays(1), default);

        Assert.Equal(["tried.example"], (await Proposals.ListAsync(1, 9, null, default)).Select(p => p.Host));
    }

    private async Task CiteAsync(string source, int article, string host)
    {
        var url = $"https://{source}.example/{article}";
        await database.Get<IngestStore>().AcceptAsync(Batch(source, Document(url, $"body {article}")), default);
        await database.Get<IngestStore>().UnderstandAsync(
            source, [Understood(url) with { Cites = [new Citation(host, $"https://{host}/{article}"), new Citation(host, $"https://{host}/again")] }], [], [], default);
    }

    private static SourceProposalRow Decision(string state) => new() { Host = "tried.example", State = state, Source = "tried-example", DecidedAt = MigratedDatabase.Start };
}
