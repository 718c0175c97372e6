using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Crawling.Tests.Policies;

public sealed class OffPolicyEstimateTests
{
    [Fact]
    public void Tells_from_one_policy_s_log_what_another_would_have_been_paid()
    {
        // Two places of a page: links in the list are paid 0.8, those in the foot 0.1. The log is of a policy that explores a lot.
        var settings = new BanditSettings { Explore = 0.5, Rate = 0, Memory = 1e9, Trust = 1e9 };
        var log = new List<LoggedChoice>();
        for (var seed = 0; seed < 3000; seed++)
        {
            var policy = new Bandit(settings, seed, null, null);
            for (var id = 0; id < 10; id++)
            {
                policy.Add(new FrontierLink(id, $"https://news.example/{id}", 1, LinkClue.None with { TagPath = id < 5 ? "ul li a" : "footer a" }));
            }

            var choice = policy.Choose()!;
            var inFoot = choice.Link.Id >= 5;
            var reward = (seed * 7919L % 100 / 100.0) < (inFoot ? 0.1 : 0.8) ? 1 : 0;

            // The policy that is judged takes any link of the foot.
            log.Add(new LoggedChoice(choice.Propensity, inFoot ? 0.2 : 0, reward));
        }

        var estimate = OffPolicyEstimate.Of(log);
        Assert.InRange(estimate.Value!.Value, 0.05, 0.15);
        Assert.InRange(estimate.EffectiveChoices, 200, 3000);
        Assert.InRange(log.Average(l => l.Reward), 0.5, 0.8);
    }

    [Fact]
    public void Says_nothing_of_a_policy_that_would_have_chosen_otherwise_throughout() =>
        Assert.Null(OffPolicyEstimate.Of([new LoggedChoice(0.5, 0, 1)]).Value);

    [Fact]
    public void A_chance_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OffPolicyEstimate.Of([new LoggedChoice(0, 1, 1)]));
}
