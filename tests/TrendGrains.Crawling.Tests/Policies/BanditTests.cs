using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Crawling.Tests.Policies;

public sealed class BanditTests
{
    private const int Budget = 60;

    [Fact]
    public void Finds_more_articles_than_breadth_first_where_only_the_place_of_a_link_tells()
    {
        var first = new MadeSite().Crawl(FrontierPolicies.Create(CrawlPolicy.BreadthFirst, 0), Budget);
        var learned = Enumerable.Range(0, 10).Select(seed => new MadeSite().Crawl(FrontierPolicies.Create(CrawlPolicy.Bandit, seed), Budget)).ToArray();
        Assert.All(learned, found => Assert.True(found >= first * 2, $"{found} against {first}"));
        Assert.InRange(learned.Average(), 30, Budget);
    }

    [Fact]
    public void A_list_is_worth_the_articles_that_it_leads_to()
    {
        var worth = new Dictionary<string, double>();
        new MadeSite().Crawl(FrontierPolicies.Create(CrawlPolicy.Bandit, 3), 100, (choice, _) => worth[choice.Group] = choice.Expected!.Value);
        Assert.InRange(worth["div.desk a → /w0"], 0.5, 1);
        Assert.InRange(worth["ul.service li a → /w0"], 0, 0.4);
    }

    [Fact]
    public void A_section_that_runs_dry_is_left()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.Bandit, 5);
        for (var id = 0; id < 400; id++)
        {
            policy.Add(Link(id, id < 200 ? "ul.once li a" : "ul.now li a"));
        }

        var late = 0;
        for (var i = 0; i < 200; i++)
        {
            var choice = policy.Choose()!;
            var once = choice.Link.Clue.TagPath == "ul.once li a";

            // The first section gives for a while and then no more; the second gives half the time throughout.
            policy.Learn(choice, once ? (i < 60 ? 1 : 0) : i % 2);
            late += i >= 120 && !once ? 1 : 0;
        }

        Assert.InRange(late, 60, 80);
    }

    [Fact]
    public void Every_choice_tells_a_chance_above_nothing_and_the_chances_are_honest()
    {
        // Of many first choices from the same pool, each link's share is its chance.
        var taken = new double[6];
        var told = new double[6];
        const int Runs = 20_000;
        var settings = new BanditSettings { Explore = 0.3 };
        for (var seed = 0; seed < Runs; seed++)
        {
            var policy = new Bandit(settings, seed, null, null);
            for (var id = 0; id < 6; id++)
            {
                policy.Add(Link(id, id < 2 ? "ul li a" : "nav a"));
            }

            var choice = policy.Choose()!;
            taken[choice.Link.Id]++;
            told[choice.Link.Id] = choice.Propensity;
        }

        Assert.Equal(1, told.Sum(), 9);
        for (var id = 0; id < 6; id++)
        {
            Assert.InRange(taken[id] / Runs, told[id] - 0.01, told[id] + 0.01);
            Assert.InRange(told[id], 0.01, 1);
        }
    }

    [Fact]
    public void What_it_learned_is_small_and_restored_makes_the_same_choices()
    {
        var learner = FrontierPolicies.Create(CrawlPolicy.Bandit, 11);
        new MadeSite().Crawl(learner, 80);
        var saved = learner.Save();
        Assert.InRange(saved.Length, 1, 64 * 1024);
        Assert.Equal(Choices(FrontierPolicies.Create(CrawlPolicy.Bandit, 11, saved)), Choices(FrontierPolicies.Create(CrawlPolicy.Bandit, 11, saved)));
        Assert.Equal(saved, FrontierPolicies.Create(CrawlPolicy.Bandit, 11, saved).Save());
        Assert.True(new MadeSite().Crawl(FrontierPolicies.Create(CrawlPolicy.Bandit, 12, saved), 40) > new MadeSite().Crawl(FrontierPolicies.Create(CrawlPolicy.Bandit, 12), 40));

        static long[] Choices(IFrontierPolicy policy)
        {
            var chosen = new List<long>();
            new MadeSite().Crawl(policy, 60, (choice, _) => chosen.Add(choice.Link.Id));
            return [.. chosen];
        }
    }

    [Fact]
    public void A_learner_goes_on_after_a_restart_where_it_was()
    {
        var whole = FrontierPolicies.Create(CrawlPolicy.Bandit, 7);
        var links = Enumerable.Range(0, 300).Select(i => Link(i, i % 3 == 0 ? "ul.a li a" : i % 3 == 1 ? "ul.b li a" : "nav a")).ToList();
        links.ForEach(whole.Add);
        for (var i = 0; i < 40; i++)
        {
            var choice = whole.Choose()!;
            links.Remove(choice.Link);
            whole.Learn(choice, choice.Link.Clue.TagPath == "ul.a li a" ? 1 : 0);
        }

        var restarted = FrontierPolicies.Create(CrawlPolicy.Bandit, 7, whole.Save());
        links.ForEach(restarted.Add);
        
        Assert.Equal(Known(whole), Known(restarted));
        var fresh = FrontierPolicies.Create(CrawlPolicy.Bandit, 7);
        links.ForEach(fresh.Add);
        Assert.True(Known(restarted) > Known(fresh) + 5);

        // Of twenty choices, those at the place that gave; twenty stay within what waits there.
        static int Known(IFrontierPolicy policy) => Enumerable.Range(0, 20).Count(_ => policy.Choose()!.Link.Clue.TagPath == "ul.a li a");
    }

    [Theory]
    [InlineData(new byte[] { 9, 1, 2 })]
    [InlineData(new byte[] { 1, 1, 2 })]
    [InlineData(new byte[0])]
    public void What_cannot_be_read_begins_anew(byte[] saved)
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.Bandit, 1, saved);
        policy.Add(Link(1, "ul li a"));
        Assert.Equal(1, policy.Choose()!.Link.Id);
    }

    [Fact]
    public void Rounds_may_overlap_and_a_choice_may_never_be_paid()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.Bandit, 2);
        for (var id = 0; id < 5000; id++)
        {
            policy.Add(Link(id, "ul li a"));
        }

        var chosen = Enumerable.Range(0, 4000).Select(_ => policy.Choose()!).ToArray();
        Assert.Equal(4000, chosen.Select(c => c.Link.Id).Distinct().Count());
        foreach (var choice in chosen)
        {
            policy.Learn(choice, 1);
            policy.Learn(choice, 1);
        }

        Assert.InRange(policy.Choose()!.Expected!.Value, 0.8, 1);
        Assert.Equal(999, policy.Count);
    }

    [Fact]
    public void A_focus_leads_to_what_is_near_to_it()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.Bandit, 4, relevance: l => l.Id % 5 == 0 ? 0.9 : 0.2);
        for (var id = 0; id < 200; id++)
        {
            policy.Add(Link(id, "ul li a"));
        }

        Assert.InRange(Enumerable.Range(0, 20).Count(_ => policy.Choose()!.Link.Id % 5 == 0), 18, 20);
    }

    [Fact]
    public void Takes_relevances_and_rewards_beyond_their_range_for_its_ends()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.Bandit, 4, relevance: l => l.Id % 2 == 0 ? 7 : -7);
        for (var id = 0; id < 20; id++)
        {
            policy.Add(Link(id, "ul li a"));
        }

        for (var i = 0; i < 20; i++)
        {
            var choice = policy.Choose()!;
            Assert.InRange(choice.Expected!.Value, 0, 1);
            policy.Learn(choice, i % 2 == 0 ? 50 : -50);
        }
    }

    [Fact]
    public void A_site_with_a_pattern_for_every_page_costs_no_more_state()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.Bandit, 4);
        for (var id = 0; id < 3000; id++)
        {
            policy.Add(Link(id, $"ul.{(char)('a' + (id % 26))}{(char)('a' + (id / 26 % 26))}{(char)('a' + (id / 676))} li a"));
        }

        while (policy.Choose() is { } choice)
        {
            policy.Learn(choice, 1);
        }

        Assert.InRange(policy.Save().Length, 1, 64 * 1024);
    }

    private static FrontierLink Link(long id, string tagPath) =>
        new(id, $"https://news.example/{id}", 1, new LinkClue(tagPath, "", "", "listing"));
}
