using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Crawling.Tests.Freshness;

public sealed class FreshnessPlanTests
{
    /// <summary>The example of Cho and Garcia-Molina (2003): five pages that change one to five times a day, five visits a day.</summary>
    [Fact]
    public void The_published_example_comes_out()
    {
        WatchedPage[] pages = [new(1, 1), new(2, 1), new(3, 1), new(4, 1), new(5, 1)];
        var plan = FreshnessPlan.Solve(pages, 5, []);

        Assert.Equal([1.15, 1.36, 1.35, 1.14, 0], plan.Visits.Select(v => Math.Round(v, 2)));
    }

    [Fact]
    public void Visits_at_random_moments_follow_the_closed_form()
    {
        // sqrt(m r / l) - r over both: l = ((sqrt(1·1) + sqrt(4·1)) / (2 + 1 + 1))² = 9/16, so 1/3 and 5/3.
        var plan = FreshnessPlan.Solve([new(1, 1), new(1, 4)], 2, [], VisitSpacing.Random);

        Assert.Equal(9.0 / 16, plan.Multiplier, 1e-6);
        Assert.Equal(1.0 / 3, plan.Visits[0], 1e-6);
        Assert.Equal(5.0 / 3, plan.Visits[1], 1e-6);
    }

    [Fact]
    public void Equal_pages_are_visited_equally_and_a_large_budget_keeps_all_fresh()
    {
        var pages = Enumerable.Repeat(new WatchedPage(3, 2), 7).ToArray();

        Assert.All(FreshnessPlan.Solve(pages, 14, []).Visits, v => Assert.Equal(2, v, 1e-6));
        Assert.Equal(1, FreshnessPlan.Freshness(pages, FreshnessPlan.Solve(pages, 1e7, []).Visits), 1e-5);
    }

    [Fact]
    public void A_small_budget_gives_up_what_changes_too_fast()
    {
        var plan = FreshnessPlan.Solve([new(0.5, 1), new(40, 1), new(40, 60)], 1, []);

        Assert.Equal(0, plan.Visits[1]);
        Assert.True(plan.Visits[0] > 0 && plan.Visits[2] > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_spends_the_budget_and_nothing_near_it_is_better(int seed)
    {
        var chance = new Random(seed);
        var pages = Pages(chance, 60);
        var plan = FreshnessPlan.Solve(pages, 80, []);
        var best = FreshnessPlan.Freshness(pages, plan.Visits);

        Assert.Equal(80, plan.Visits.Sum(), 1e-3);
        for (var i = 0; i < 300; i++)
        {
            var other = plan.Visits.ToArray();
            var (from, to) = (chance.Next(60), chance.Next(60));
            if (from == to)
            {
                continue;
            }

            var moved = other[from] * chance.NextDouble() * 0.3;
            (other[from], other[to]) = (other[from] - moved, other[to] + moved);
            Assert.True(FreshnessPlan.Freshness(pages, other) <= best + 1e-9, $"{moved} from {from} to {to}");
        }
    }

    [Fact]
    public void Equal_visits_beat_visits_in_proportion_to_change_and_the_plan_beats_both()
    {
        var pages = Pages(new Random(9), 200).Select(p => p with { Importance = 1 }).ToArray();
        var changes = pages.Sum(p => p.Rate);
        var equal = FreshnessPlan.Freshness(pages, [.. pages.Select(_ => 0.5)]);
        var proportional = FreshnessPlan.Freshness(pages, [.. pages.Select(p => p.Rate / changes * 100)]);
        var planned = FreshnessPlan.Freshness(pages, FreshnessPlan.Solve(pages, 100, []).Visits);

        Assert.True(proportional < equal && equal < planned, $"{proportional:F3} {equal:F3} {planned:F3}");
    }

    [Fact]
    public void A_host_that_allows_little_gets_as_much_as_it_allows_and_the_rest_goes_elsewhere()
    {
        var pages = Pages(new Random(4), 90).Select((p, i) => p with { Host = i % 3 }).ToArray();
        var free = FreshnessPlan.Solve(pages, 60, []);
        var polite = FreshnessPlan.Solve(pages, 60, [2, 1_000, 1_000]);
        double Of(FreshnessPlan plan, int host) => plan.Visits.Where((_, i) => pages[i].Host == host).Sum();

        Assert.True(Of(free, 0) > 2);
        Assert.Equal(2, Of(polite, 0), 1e-4);
        Assert.Equal(60, polite.Visits.Sum(), 1e-3);
        Assert.True(polite.HostMultipliers[0] > polite.Multiplier);
        Assert.Equal(polite.Multiplier, polite.HostMultipliers[1]);
    }

    [Fact]
    public void A_budget_beyond_what_the_hosts_allow_spends_what_they_allow()
    {
        var pages = Pages(new Random(4), 40).Select((p, i) => p with { Host = i % 2 }).ToArray();
        var plan = FreshnessPlan.Solve(pages, 1_000, [3, 5]);

        Assert.Equal(0, plan.Multiplier);
        Assert.Equal(8, plan.Visits.Sum(), 1e-3);
    }

    [Fact]
    public void No_page_needs_no_visit() => Assert.Empty(FreshnessPlan.Solve([], 10, []).Visits);

    /// <summary>Rates over four orders of magnitude.</summary>
    private static WatchedPage[] Pages(Random chance, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new WatchedPage(Math.Pow(10, (chance.NextDouble() * 4) - 2), 0.1 + chance.NextDouble()))];
}
