using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Crawling.Tests.Freshness;

public sealed class ChangeRateTests
{
    private static readonly TimeSpan day = TimeSpan.FromDays(1);

    [Fact]
    public void A_visit_without_change_adds_the_time_watched() =>
        Assert.Equal(new ChangeRate(0.5, 3), ChangeRate.Unknown.Unchanged(day));

    [Theory]
    [InlineData(0.5, 2, 1)]
    [InlineData(3, 0.4, 2)]
    [InlineData(12, 30, 0.05)]
    [InlineData(1, 1, 1e-7)]
    public void A_visit_with_change_has_the_mean_and_the_variance_of_the_exact_posterior(double shape, double days, double since)
    {
        var updated = new ChangeRate(shape, days).Changed(TimeSpan.FromDays(since));

        // Integrated over u = ln(rate): p ~ rate^shape e^(-days rate) (1 - e^(-rate since)).
        var (mass, first, second) = (0.0, 0.0, 0.0);
        for (var u = -30.0; u < 8; u += 1e-4)
        {
            var rate = Math.Exp(u);
            var likely = Math.Exp((shape * u) - (days * rate)) * (since < 1e-6 ? rate * since : 1 - Math.Exp(-rate * since));
            (mass, first, second) = (mass + likely, first + (likely * rate), second + (likely * rate * rate));
        }

        var mean = first / mass;
        Assert.Equal(mean, updated.Mean, mean * 1e-3);
        Assert.Equal((second / mass) - (mean * mean), updated.Shape / (updated.Days * updated.Days), mean * mean * 1e-2);
    }

    [Fact]
    public void A_moment_between_visits_with_a_change_counts_as_one_change() =>
        Assert.Equal(1.5, ChangeRate.Unknown.Changed(TimeSpan.FromMilliseconds(10)).Shape, 1e-3);

    [Fact]
    public void Two_visits_at_once_teach_nothing() => Assert.Equal(ChangeRate.Unknown, ChangeRate.Unknown.Changed(TimeSpan.Zero));

    [Theory]
    [InlineData(0.1, 0.5)]
    [InlineData(1, 0.5)]
    [InlineData(1, 2)]
    [InlineData(6, 0.25)]
    public void The_rate_is_found_from_changes_that_hide_others(double rate, double between)
    {
        var chance = new Random(11);
        var belief = ChangeRate.Unknown;
        for (var i = 0; i < 600; i++)
        {
            belief = chance.NextDouble() < 1 - Math.Exp(-rate * between) ? belief.Changed(day * between) : belief.Unchanged(day * between);
        }

        Assert.InRange(belief.Mean, rate * 0.7, rate * 1.4);
    }

    [Fact]
    public void The_date_of_the_last_change_tells_of_the_quiet_after_it()
    {
        Assert.Equal(new ChangeRate(1.5, 2.25), ChangeRate.Unknown.ChangedAt(day, TimeSpan.FromHours(6)));
        Assert.Equal(ChangeRate.Unknown.Changed(day), ChangeRate.Unknown.ChangedAt(day, TimeSpan.FromDays(400)));
    }

    [Fact]
    public void A_date_that_is_the_clock_of_the_server_tells_only_that_it_changed() =>
        Assert.Equal(ChangeRate.Unknown.Changed(day), ChangeRate.Unknown.ChangedAt(day, TimeSpan.FromSeconds(1)));

    [Fact]
    public void A_page_that_stops_changing_is_believed_within_weeks_not_after_years()
    {
        var evidence = default(ChangeEvidence);
        for (var hour = 0; hour < 24 * 90; hour++)
        {
            evidence = ChangeEvidence.Of(evidence.Under(ChangeRate.Unknown).Counted(TimeSpan.FromHours(1), 1), ChangeRate.Unknown);
        }

        Assert.InRange(evidence.Under(new ChangeRate(0.5, 0.1)).Mean, 20, 26);
        for (var quiet = 0; quiet < 14; quiet++)
        {
            evidence = ChangeEvidence.Of(evidence.Under(ChangeRate.Unknown).Unchanged(day), ChangeRate.Unknown);
        }

        Assert.InRange(evidence.Under(ChangeRate.Unknown).Mean, 0, 5);
    }

    [Fact]
    public void Draws_have_the_mean_and_the_spread_of_the_belief()
    {
        var chance = new Random(5);
        foreach (var belief in new[] { new ChangeRate(0.4, 2), new ChangeRate(7, 3) })
        {
            var draws = Enumerable.Range(0, 200_000).Select(_ => belief.Draw(chance)).ToArray();
            Assert.Equal(belief.Mean, draws.Average(), belief.Mean * 0.02);
            Assert.Equal(belief.Shape / (belief.Days * belief.Days), draws.Average(d => (d - belief.Mean) * (d - belief.Mean)), belief.Shape / (belief.Days * belief.Days) * 0.04);
        }
    }
}
