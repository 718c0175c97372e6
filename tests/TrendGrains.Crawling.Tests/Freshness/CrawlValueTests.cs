using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Crawling.Tests.Freshness;

public sealed class CrawlValueTests
{
    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-6)]
    [InlineData(0.01)]
    [InlineData(0.26424)]
    [InlineData(0.9)]
    [InlineData(0.999999)]
    public void The_time_of_a_ripeness_has_that_ripeness(double ripeness) =>
        Assert.Equal(ripeness, CrawlValue.Ripeness(CrawlValue.Unripe(ripeness)), ripeness * 1e-9);

    [Fact]
    public void It_is_the_slope_of_the_freshness()
    {
        static double Fresh(double visits) => visits / 3 * (1 - Math.Exp(-3 / visits));
        var slope = (Fresh(2.0001) - Fresh(1.9999)) / 0.0002;

        Assert.Equal(slope, CrawlValue.Of(rate: 3, importance: 1, days: 0.5), 1e-6);
    }

    [Fact]
    public void A_page_that_changes_too_fast_is_given_up()
    {
        Assert.True(double.IsPositiveInfinity(CrawlValue.DaysUntil(rate: 10, importance: 1, multiplier: 0.1)));
        Assert.True(double.IsFinite(CrawlValue.DaysUntil(rate: 9.9, importance: 1, multiplier: 0.1)));
        Assert.True(double.IsFinite(CrawlValue.DaysUntil(rate: 10, importance: 2, multiplier: 0.1)));
    }

    [Theory]
    [InlineData(0.5, 2, 0.3)]
    [InlineData(1, 1, 5)]
    [InlineData(1 + 1e-8, 1, 5)]
    [InlineData(4, 0.7, 0.1)]
    public void What_is_expected_is_the_mean_over_the_belief(double shape, double days, double since)
    {
        var (mass, worth) = (0.0, 0.0);
        for (var u = -40.0; u < 8; u += 1e-4)
        {
            var rate = Math.Exp(u);
            var likely = Math.Exp((shape * u) - (days * rate));
            (mass, worth) = (mass + likely, worth + (likely * CrawlValue.Of(rate, 3, since)));
        }

        Assert.Equal(worth / mass, CrawlValue.Expected(new ChangeRate(shape, days), 3, since), worth / mass * 1e-3);
    }

    [Fact]
    public void A_page_that_is_known_well_is_visited_as_if_its_rate_were_certain() =>
        Assert.Equal(CrawlValue.DaysUntil(2, 1, 0.1), CrawlValue.DaysUntil(new ChangeRate(2e6, 1e6), 1, 0.1, most: 30), 1e-4);

    [Fact]
    public void A_page_that_never_changed_is_never_given_up_and_visited_more_and_more_seldom()
    {
        var belief = ChangeRate.Unknown;
        var before = 0.0;
        for (var visit = 0; visit < 8; visit++)
        {
            var next = CrawlValue.DaysUntil(belief, 1, 0.5, most: 1_000);
            Assert.InRange(next, before + 0.2, 999);
            (belief, before) = (belief.Unchanged(TimeSpan.FromDays(next)), next);
        }
    }

    [Fact]
    public void A_page_that_is_given_up_is_looked_at_after_the_longest_pause() =>
        Assert.Equal(30, CrawlValue.DaysUntil(new ChangeRate(50, 1), 1, 0.5, most: 30));
}
