using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Crawling.Tests.Policies;

public sealed class BaselinePoliciesTests
{
    [Fact]
    public void Breadth_first_takes_the_shallow_before_the_deep_and_the_first_found_before_the_later()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.BreadthFirst, 1);
        policy.Add(Link(3, "/c", depth: 2));
        policy.Add(Link(5, "/e", depth: 1));
        policy.Add(Link(4, "/d", depth: 1));
        Assert.Equal([4, 5, 3], Drain(policy).Select(c => c.Link.Id));
    }

    [Fact]
    public void Random_takes_each_link_once_by_an_equal_chance_that_it_tells()
    {
        var firsts = new int[4];
        for (var seed = 0; seed < 400; seed++)
        {
            var policy = FrontierPolicies.Create(CrawlPolicy.Random, seed);
            for (var id = 0; id < 4; id++)
            {
                policy.Add(Link(id, $"/{id}"));
            }

            var choices = Drain(policy);
            Assert.Equal([0.25, 1 / 3.0, 0.5, 1], choices.Select(c => c.Propensity));
            Assert.Equal([0, 1, 2, 3], choices.Select(c => c.Link.Id).Order());
            firsts[choices[0].Link.Id]++;
        }

        Assert.All(firsts, n => Assert.InRange(n, 70, 130));
    }

    [Fact]
    public void Best_first_takes_what_looks_most_like_an_article()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.BestFirst, 1);
        policy.Add(Link(1, "/about"));
        policy.Add(Link(2, "/tag/economy"));
        policy.Add(Link(3, "/2026/05/17/bank-raises-its-key-rate", "The bank raises its key rate again"));
        policy.Add(Link(4, "/news?page=7", "7"));
        Assert.Equal(3, policy.Choose()!.Link.Id);
        Assert.Equal(4, Drain(policy)[^1].Link.Id);
    }

    [Fact]
    public void Best_first_weighs_a_link_by_its_relevance_to_the_focus()
    {
        var policy = FrontierPolicies.Create(CrawlPolicy.BestFirst, 1, relevance: l => l.Clue.Anchor.Contains("rate", StringComparison.Ordinal) ? 1 : 0.1);
        policy.Add(Link(1, "/2026/05/17/the-cup-is-won-again", "The cup is won for the third time"));
        policy.Add(Link(2, "/2026/05/17/bank-raises-its-key-rate", "The bank raises its key rate again"));
        Assert.Equal(2, policy.Choose()!.Link.Id);
    }

    [Theory]
    [InlineData(CrawlPolicy.BreadthFirst)]
    [InlineData(CrawlPolicy.Random)]
    [InlineData(CrawlPolicy.BestFirst)]
    [InlineData(CrawlPolicy.Bandit)]
    public void A_link_that_waits_is_not_added_again_and_an_empty_pool_gives_nothing(CrawlPolicy kind)
    {
        var policy = FrontierPolicies.Create(kind, 1);
        Assert.Null(policy.Choose());
        policy.Add(Link(1, "/a"));
        policy.Add(Link(1, "/a"));
        Assert.Equal(1, policy.Count);
        Assert.NotNull(policy.Choose());
        Assert.Null(policy.Choose());
        Assert.Equal(0, policy.Count);
    }

    private static FrontierLink Link(long id, string path, string anchor = "", int depth = 1) =>
        new(id, $"https://news.example{path}", depth, LinkClue.None with { Anchor = anchor });

    private static List<PolicyChoice> Drain(IFrontierPolicy policy)
    {
        var choices = new List<PolicyChoice>();
        while (policy.Choose() is { } choice)
        {
            choices.Add(choice);
        }

        return choices;
    }
}
